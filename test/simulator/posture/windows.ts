import { ok, type SignalValues } from '@assay/shared';
import type { Findings, Sight } from './sight.ts';

const disk = (encrypted: boolean): SignalValues['disk_encryption'] => {
  const volume = {
    mount: 'C:',
    role: 'system' as const,
    device: '\\\\?\\Volume{4c1b02c1-7a0e-4c9e-9d2b-6a1f0e5d7c11}\\',
    filesystem: 'NTFS',
    encrypted,
    state: encrypted ? ('encrypted' as const) : ('not_encrypted' as const),
    ...(encrypted && { method: 'XTS-AES 128', protection_on: true }),
    basis: encrypted
      ? 'Win32_EncryptableVolume: ConversionStatus 1, ProtectionStatus 1, EncryptionMethod 6'
      : 'Win32_EncryptableVolume: ConversionStatus 0, ProtectionStatus 0',
    notes: [],
  };
  return { system_volume: volume, volumes: [volume] };
};

const edr = (installed: boolean, running: boolean): SignalValues['edr'] => ({
  products: [
    {
      product: 'microsoft-defender',
      vendor: 'Microsoft',
      kind: 'antivirus',
      installed: true,
      running: !installed && running,
      version: '4.18.26090.2',
      mode: installed ? 'passive' : 'active',
      evidence: [{ kind: 'installed', basis: 'service WinDefend, start type 2' }],
    },
    ...(installed
      ? [
          {
            product: 'crowdstrike-falcon',
            vendor: 'CrowdStrike',
            kind: 'edr' as const,
            installed: true,
            running,
            evidence: [
              { kind: 'installed' as const, basis: 'service CSFalconService, start type 2' },
              ...(running
                ? [{ kind: 'running' as const, basis: 'C:\\Program Files\\CrowdStrike\\CSFalconService.exe' }]
                : []),
            ],
          },
        ]
      : []),
  ],
});

/** Windows 11, managed by Intune, Falcon beside Defender. */
export const windows = ({ device, has }: Sight): Findings => ({
  os: ok({
    id: 'windows',
    name: 'Windows 11 Enterprise',
    version: has('old_os') ? '10.0.22621.4317' : '10.0.26200.6899',
    id_like: [],
    variant: 'Enterprise',
    build: has('old_os') ? '22621' : '26200',
    arch: 'x86_64',
    kernel: has('old_os') ? '10.0.22621' : '10.0.26200',
  }),
  updates: ok({
    source: 'Windows Update',
    pending: has('updates_waiting') ? 3 : 0,
    pending_security: has('updates_waiting') ? 1 : 0,
    index_age_s: 21_600,
    automatic: true,
    evidence: ['Microsoft.Update.Searcher, IsInstalled=0 and IsHidden=0'],
  }),
  reboot_pending: ok({
    pending: has('restart_pending'),
    reasons: has('restart_pending') ? ['Component Based Servicing: RebootPending'] : [],
  }),
  disk_encryption: ok(disk(!has('plain_disk'))),
  edr: ok(edr(!has('no_edr'), !has('edr_stopped') && !has('no_edr'))),
  firewall: ok({
    enabled: !has('firewall_off'),
    backend: 'Windows Defender Firewall',
    evidence: ['domain on', `private ${has('firewall_off') ? 'off' : 'on'}`, 'public on'],
  }),
  screen_lock: ok({
    enabled: !has('never_locks'),
    idle_timeout_s: 600,
    enforced: true,
    source: 'policy InactivityTimeoutSecs',
    evidence: ['InactivityTimeoutSecs 600'],
  }),
  secure_boot: ok(has('secure_boot_off') ? { enabled: false } : { enabled: true, setup_mode: false }),
  tpm: ok({ version: '2.0', manufacturer: 'INTC', kind: 'tpm' }),
  kernel_integrity: ok({
    virtualization_security: true,
    code_integrity: true,
    credential_guard: true,
    test_signing: false,
    kernel_debug: false,
    lsa_protection: true,
    uac: true,
    evidence: ['Win32_DeviceGuard: SecurityServicesRunning 1, 2'],
  }),
  remote_access: ok({
    services: has('screen_shared')
      ? [{ service: 'rdp', port: 3389, basis: 'listening on 0.0.0.0:3389' }]
      : [],
  }),
  local_admins: ok({ accounts: ['Administrator', 'it-support'], automatic_login: false }),
  mdm: ok({
    enrolled: true,
    enrollments: [
      {
        product: 'intune',
        enrolled: true,
        server: 'https://r.manage.microsoft.com',
        device_id: device.hardware.uuid ?? '',
        enrolled_at_ms: 1_767_600_000_000,
        automated: true,
        evidence: ['HKLM\\SOFTWARE\\Microsoft\\Enrollments: ProviderID MS DM Server'],
      },
    ],
  }),
  identity: ok({
    entra_device_id: device.id,
    entra_tenant_id: '4f7a1c9e-2b1d-4f60-8a35-0d9be2c71f44',
    join: 'entra_joined',
    primary_user: device.owner,
    primary_user_basis: 'JoinInfo: UserEmail',
    evidence: ['HKLM\\SYSTEM\\CurrentControlSet\\Control\\CloudDomainJoin\\JoinInfo'],
  }),
});
