import { readFileSync } from 'node:fs';
import type { Tree } from './write-tree.ts';

/** How GNOME locks the screen unless somebody says otherwise. */
const GNOME_DEFAULTS = readFileSync(
  new URL('../../agent/src/probes/screen_lock/testdata/gschemas.compiled', import.meta.url),
);

const KERNEL = '6.8.0-88-generic';

const osRelease = (version: string, codename: string, lts: string): string =>
  [
    `PRETTY_NAME="Ubuntu ${version}${lts}"`,
    'NAME="Ubuntu"',
    `VERSION_ID="${version}"`,
    `VERSION="${version}${lts} (${codename})"`,
    `VERSION_CODENAME=${codename.split(' ')[0]?.toLowerCase()}`,
    'ID=ubuntu',
    'ID_LIKE=debian',
    'HOME_URL="https://www.ubuntu.com/"',
    '',
  ].join('\n');

/** A release with security updates until 2029. */
export const SUPPORTED: Tree = { '/usr/lib/os-release': osRelease('24.04', 'Noble Numbat', ' LTS') };

/** One whose last ones came in July 2024. */
export const END_OF_LIFE: Tree = { '/usr/lib/os-release': osRelease('23.10', 'Mantic Minotaur', '') };

/** Ubuntu, its accounts, and the kernel it runs, which is the newest installed. */
export const system = (hostname: string): Tree => ({
  '/lib': { link: 'usr/lib' },
  '/etc/os-release': { link: '../usr/lib/os-release' },
  '/etc/hostname': `${hostname}\n`,
  '/etc/machine-id': '4f1c7e0b9a3d4c5e8f60718293a4b5c6\n',
  '/etc/passwd':
    'root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\nada:x:1000:1000:Ada,,,:/home/ada:/bin/bash\n',
  '/etc/group': 'root:x:0:\ndaemon:x:1:\nadm:x:4:ada\nsudo:x:27:ada\nada:x:1000:\n',
  '/etc/sudoers': { text: 'root ALL=(ALL:ALL) ALL\n%sudo ALL=(ALL:ALL) ALL\n', mode: 0o440 },
  '/etc/sudoers.d': 'directory',
  '/home/ada': 'directory',
  '/run/systemd/system': 'directory',
  '/run/systemd/sessions/2':
    'UID=1000\nUSER=ada\nACTIVE=1\nSTATE=active\nREMOTE=0\nTYPE=wayland\nCLASS=user\nSEAT=seat0\nDESKTOP=ubuntu\n',
  '/usr/share/glib-2.0/schemas/gschemas.compiled': GNOME_DEFAULTS,
  [`/usr/lib/modules/${KERNEL}/modules.dep`]: '',
  [`/boot/vmlinuz-${KERNEL}`]: '',
  '/usr/bin/unattended-upgrade': '',
  '/etc/apt/apt.conf.d/20auto-upgrades':
    'APT::Periodic::Update-Package-Lists "1";\nAPT::Periodic::Unattended-Upgrade "1";\n',
  '/var/lib/apt/lists/archive.ubuntu.com_ubuntu_dists_noble-security_InRelease': '',
  '/var/lib/dpkg/status': 'Package: bash\nStatus: install ok installed\nVersion: 5.2.21-2ubuntu4\n\n',
  '/usr/lib/firefox/application.ini': '[App]\nName=Firefox\nVersion=145.0\n',
  '/usr/share/update-notifier/notify-reboot-required': '',
  '/proc/sys/kernel/osrelease': `${KERNEL}\n`,
  '/proc/sys/kernel/hostname': `${hostname}\n`,
  '/proc/sys/kernel/arch': 'x86_64\n',
  '/proc/sys/kernel/random/boot_id': '0b7d2c1e-5f3a-4a86-9d0e-2f6c8b1a4e57\n',
  '/proc/sys/kernel/tainted': '0\n',
  '/sys/kernel/security/lockdown': 'none [integrity] confidentiality\n',
  '/sys/kernel/security/lsm': 'lockdown,capability,landlock,yama,apparmor',
  '/sys/module/apparmor/parameters/enabled': 'Y\n',
  '/proc/stat': 'cpu  1 0 1 1 0 0 0 0 0 0\nbtime 1763700000\n',
  '/proc/uptime': '8123.45 60211.07\n',
  '/proc/meminfo': 'MemTotal:       16177260 kB\nMemFree:         4012340 kB\n',
  '/proc/cpuinfo':
    'processor\t: 0\nmodel name\t: 13th Gen Intel(R) Core(TM) i5-1345U\nflags\t\t: fpu vme de sse2 vmx\n',
  '/proc/1/comm': 'systemd\n',
  '/proc/1/cgroup': '0::/init.scope\n',
  '/proc/1/exe': { link: '/usr/lib/systemd/systemd' },
  '/usr/lib/systemd/systemd': '',
});

export const REBOOT_REQUIRED: Tree = {
  '/run/reboot-required.pkgs': 'linux-image-generic\n',
  '/run/reboot-required': '*** System restart required ***\n',
};
