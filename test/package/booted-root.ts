import { vi } from 'vitest';
import { type LinuxRoot, openRoot } from './linux-root.ts';

/** What acts on the machine's own kernel or devices, which are not copied, and what it has set up to run for itself. */
const NOT_WANTED = [
  'systemd-udevd.service',
  'systemd-udevd-kernel.socket',
  'systemd-udevd-control.socket',
  'systemd-udev-trigger.service',
  'systemd-sysctl.service',
  'systemd-modules-load.service',
  'systemd-remount-fs.service',
  'systemd-timesyncd.service',
  'systemd-random-seed.service',
  'systemd-journald-audit.socket',
  'getty.target',
];

/** Control groups as the machine has them: version 2 whole, or each controller of version 1 for itself. */
const PREPARE = `
    mount -t sysfs sysfs $root/sys
    if [ "$(stat -f -c %T /sys/fs/cgroup)" = cgroup2fs ]; then
      mount -t cgroup2 cgroup2 $root/sys/fs/cgroup
    else
      mount -t tmpfs -o mode=755 tmpfs $root/sys/fs/cgroup
      sed -n 's/^[0-9]*:\\([^:][^:]*\\):.*/\\1/p' /proc/self/cgroup | while read -r name; do
        mkdir $root/sys/fs/cgroup/\${name#name=}
        case $name in name=*) options=none,$name ;; *) options=$name ;; esac
        mount -t cgroup -o $options cgroup $root/sys/fs/cgroup/\${name#name=}
      done
    fi
    mount -t tmpfs -o mode=755 tmpfs $root/run
    mount -t tmpfs -o mode=755 tmpfs $root/dev
    for device in null zero full random urandom tty; do
      touch $root/dev/$device
      mount --bind /dev/$device $root/dev/$device
    done
    mkdir $root/dev/pts $root/dev/shm
    mount -t devpts -o newinstance,ptmxmode=0666 devpts $root/dev/pts
    ln -s pts/ptmx $root/dev/ptmx
    ln -s /proc/self/fd $root/dev/fd
    rm -rf $root/etc/systemd/system/*.wants $root/etc/systemd/system/*.requires
    for unit in ${NOT_WANTED.join(' ')}; do ln -sf /dev/null $root/etc/systemd/system/$unit; done
    # Images for containers have it: no installation starts anything.
    rm -f $root/usr/sbin/policy-rc.d
    # At a boot it empties /tmp, where tests put what they install.
    ln -sf /dev/null $root/etc/tmpfiles.d/tmp.conf`;

/**
 * A copy of this machine's file system with systemd as its process 1, booted; nothing else runs in it. The network is
 * the machine's.
 * @throws Error when it does not come up
 */
export async function openBootedRoot(): Promise<LinuxRoot> {
  const first =
    'env -i container=assay-test /lib/systemd/systemd --log-target=journal --unit=multi-user.target';
  const root = await openRoot(['--mount', '--pid', '--cgroup', '--uts', '--ipc'], PREPARE, first);
  try {
    await vi.waitFor(
      async () => {
        const state = await root.run(['sh', '-c', 'systemctl is-system-running || true']);
        if (!/^(running|degraded)$/.test(state.trim())) throw new Error(`systemd does not come up: ${state}`);
      },
      { timeout: 60_000, interval: 200 },
    );
  } catch (error) {
    await root.close();
    throw error;
  }
  return root;
}
