import { absent, ok, type SignalValues } from '@assay/shared';
import type { Findings, Sight } from './sight.ts';

const disk = (encrypted: boolean): SignalValues['disk_encryption'] => {
  const volume = {
    mount: '/',
    role: 'system' as const,
    device: encrypted ? '/dev/mapper/vgubuntu-root' : '/dev/nvme0n1p2',
    filesystem: 'ext4',
    encrypted,
    state: encrypted ? ('encrypted' as const) : ('not_encrypted' as const),
    ...(encrypted && { method: 'LUKS2' }),
    basis: encrypted ? 'dm-1 LVM on dm-0 CRYPT-LUKS2 under nvme0n1p3' : 'no dm-crypt between / and nvme0n1',
    notes: [],
  };
  const boot = {
    mount: '/boot',
    role: 'boot' as const,
    device: '/dev/nvme0n1p2',
    filesystem: 'ext4',
    encrypted: false,
    state: 'not_encrypted' as const,
    basis: 'no dm-crypt between /boot and nvme0n1',
    notes: [],
  };
  return { system_volume: volume, volumes: [volume, boot] };
};

const edr = (running: boolean): SignalValues['edr'] => ({
  products: [
    {
      product: 'crowdstrike-falcon',
      vendor: 'CrowdStrike',
      kind: 'edr',
      installed: true,
      running,
      evidence: [
        { kind: 'installed', basis: 'dpkg: falcon-sensor 7.29.0-18202' },
        ...(running
          ? [{ kind: 'running' as const, basis: 'exe /opt/CrowdStrike/falcon-sensor-bpf (pid 812)' }]
          : []),
      ],
    },
  ],
});

/** Ubuntu 24.04, unmanaged, Falcon. */
export const linux = ({ device, has }: Sight): Findings => ({
  os: ok({
    id: 'ubuntu',
    name: has('old_os') ? 'Ubuntu 18.04.6 LTS' : 'Ubuntu 24.04.3 LTS',
    version: has('old_os') ? '18.04' : '24.04',
    id_like: ['debian'],
    arch: 'x86_64',
    kernel: has('old_os') ? '5.4.0-150-generic' : '6.14.0-33-generic',
    newest_kernel: has('old_os') ? '5.4.0-150-generic' : '6.14.0-33-generic',
  }),
  updates: ok({
    source: 'apt',
    pending: has('updates_waiting') ? 27 : 0,
    pending_security: has('updates_waiting') ? 9 : 0,
    index_age_s: 14_400,
    automatic: true,
    evidence: ['/var/lib/apt/lists', 'unattended-upgrades on'],
  }),
  reboot_pending: ok({
    pending: has('restart_pending'),
    reasons: has('restart_pending') ? ['/run/reboot-required: linux-image-6.14.0-33-generic'] : [],
  }),
  disk_encryption: ok(disk(!has('plain_disk'))),
  edr: has('no_edr')
    ? absent('none of 21 known products installed or running')
    : ok(edr(!has('edr_stopped'))),
  firewall: ok({
    enabled: !has('firewall_off'),
    backend: 'ufw',
    evidence: [`/etc/ufw/ufw.conf: ENABLED=${has('firewall_off') ? 'no' : 'yes'}`],
  }),
  screen_lock: ok({
    enabled: !has('never_locks'),
    idle_timeout_s: 300,
    lock_delay_s: 0,
    source: 'org.gnome.desktop.screensaver',
    evidence: ['lock-enabled true', 'idle-delay 300'],
  }),
  secure_boot: ok({ enabled: !has('secure_boot_off'), setup_mode: false }),
  tpm: ok({ version: '2.0', kind: 'tpm' }),
  kernel_integrity: ok({
    lockdown: has('secure_boot_off') ? 'none' : 'integrity',
    security_modules: ['lockdown', 'capability', 'landlock', 'yama', 'apparmor', 'ima', 'evm'],
    mandatory_access: 'enforcing',
    module_signatures: !has('secure_boot_off'),
    taint: 0,
    taint_reasons: [],
    evidence: ['/sys/kernel/security/lockdown', '/proc/sys/kernel/tainted 0'],
  }),
  remote_access: ok({
    services: [
      { service: 'ssh', port: 22, basis: 'listening on 0.0.0.0:22' },
      ...(has('screen_shared') ? [{ service: 'rdp', port: 3389, basis: 'listening on [::]:3389' }] : []),
    ],
  }),
  local_admins: ok({ accounts: [device.owner.split('@')[0] ?? ''], sudo_rules: false, root_login: 'locked' }),
  mdm: absent('no known management software'),
  identity: ok({ serial: device.hardware.serial ?? '', evidence: ['/sys/class/dmi/id/product_serial'] }),
  browsers: ok({
    browsers: [{ browser: 'firefox', name: 'Firefox', version: '144.0', basis: 'snap firefox' }],
  }),
});
