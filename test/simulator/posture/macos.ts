import { absent, ok, type SignalValues } from '@assay/shared';
import type { Findings, Sight } from './sight.ts';

const disk = (encrypted: boolean): SignalValues['disk_encryption'] => {
  const volume = {
    mount: '/',
    role: 'system' as const,
    device: '/dev/disk3s1s1',
    filesystem: 'apfs',
    encrypted,
    state: encrypted ? ('encrypted' as const) : ('not_encrypted' as const),
    ...(encrypted && { method: 'FileVault' }),
    basis: `diskutil apfs list: FileVault ${encrypted ? 'Yes (Unlocked)' : 'No'}`,
    notes: [],
  };
  const data = { ...volume, mount: '/System/Volumes/Data', role: 'data' as const, device: '/dev/disk3s5' };
  return { system_volume: volume, volumes: [volume, data] };
};

const edr = (running: boolean): SignalValues['edr'] => ({
  products: [
    {
      product: 'crowdstrike-falcon',
      vendor: 'CrowdStrike',
      kind: 'edr',
      installed: true,
      running,
      healthy: running,
      evidence: [
        { kind: 'installed', basis: '/Applications/Falcon.app' },
        {
          kind: running ? 'running' : 'enabled',
          basis: `com.crowdstrike.falcon.Agent [activated ${running ? 'enabled' : 'waiting for user'}]`,
        },
      ],
    },
  ],
});

/** macOS 26, managed by Jamf, Falcon. */
export const macos = ({ device, has }: Sight): Findings => ({
  os: ok({
    id: 'macos',
    name: has('old_os') ? 'macOS 12.7.6' : 'macOS 26.1',
    version: has('old_os') ? '12.7.6' : '26.1',
    id_like: [],
    build: has('old_os') ? '21H1320' : '25B78',
    arch: 'arm64',
    kernel: has('old_os') ? '21.6.0' : '25.1.0',
  }),
  updates: ok({
    source: 'softwareupdate',
    pending: has('updates_waiting') ? 1 : 0,
    index_age_s: 43_200,
    automatic: !has('updates_waiting'),
    evidence: ['com.apple.SoftwareUpdate: LastUpdatesAvailable'],
  }),
  reboot_pending: has('restart_pending')
    ? ok({ pending: true, reasons: ['an update is prepared: /System/Volumes/Update/Prepared'] })
    : ok({ pending: false, reasons: [] }),
  disk_encryption: ok(disk(!has('plain_disk'))),
  edr: has('no_edr')
    ? absent('none of 21 known products installed or running')
    : ok(edr(!has('edr_stopped'))),
  firewall: ok({
    enabled: !has('firewall_off'),
    backend: 'alf',
    evidence: [`socketfilterfw --getglobalstate: State = ${has('firewall_off') ? 0 : 1}`],
  }),
  screen_lock: ok({
    enabled: !has('never_locks'),
    idle_timeout_s: 300,
    lock_delay_s: 5,
    source: 'com.apple.screensaver',
    evidence: ['idleTime 300', 'sysadminctl -screenLock: screenLock delay is 5 seconds'],
  }),
  secure_boot: ok({
    enabled: !has('secure_boot_off'),
    level: has('secure_boot_off') ? 'reduced' : 'full',
  }),
  tpm: ok({ version: 'Apple M3 Pro', manufacturer: 'Apple', kind: 'secure_enclave' }),
  kernel_integrity: ok({
    system_integrity_protection: true,
    sealed_system: true,
    gatekeeper: true,
    malware_definitions: '5322',
    evidence: ['csrutil status: enabled', 'spctl --status: assessments enabled'],
  }),
  remote_access: ok({
    services: has('screen_shared')
      ? [{ service: 'vnc', port: 5900, basis: 'launchd: com.apple.screensharing' }]
      : [],
  }),
  local_admins: ok({ accounts: ['it', 'root'], sudo_rules: false, guest_account: false }),
  mdm: ok({
    enrolled: true,
    enrollments: [
      {
        product: 'jamf',
        enrolled: true,
        server: 'https://example.jamfcloud.com',
        automated: true,
        user_approved: true,
        evidence: ['profiles status: Enrolled via DEP: Yes, MDM enrollment: Yes (User Approved)'],
      },
    ],
  }),
  identity: ok({ serial: device.hardware.serial ?? '', evidence: ['IOPlatformSerialNumber'] }),
  browsers: ok({
    browsers: [
      { browser: 'safari', name: 'Safari', version: '26.1', basis: '/Applications/Safari.app' },
      {
        browser: 'chrome',
        name: 'Google Chrome',
        version: '142.0.7444.60',
        basis: '/Applications/Google Chrome.app',
      },
    ],
  }),
});
