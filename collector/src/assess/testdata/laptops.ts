import type { Outcome, Platform, SignalName, Signals, SignalValues } from '@assay/shared';
import { ok } from '@assay/shared';
import { builtInOsEol } from '../../reference-values/os-eol.ts';
import type { AssessContext } from '../assess.ts';

export const NOW = Date.parse('2026-11-22T09:00:00Z');

const healthy: SignalValues = {
  os: {
    id: 'debian',
    name: 'Debian GNU/Linux 12 (bookworm)',
    version: '12',
    id_like: [],
    arch: 'x86_64',
    kernel: '6.1.0-40-amd64',
  },
  reboot_pending: { pending: false, reasons: [] },
  disk_encryption: {
    system_volume: {
      mount: '/',
      role: 'system',
      device: '/dev/mapper/vg-root',
      filesystem: 'ext4',
      encrypted: true,
      state: 'encrypted',
      method: 'LUKS2',
      basis: 'dm-1 CRYPT-LUKS2 under nvme0n1p3',
      notes: [],
    },
    volumes: [],
  },
  edr: {
    products: [
      {
        product: 'crowdstrike-falcon',
        vendor: 'CrowdStrike',
        kind: 'edr',
        installed: true,
        running: true,
        healthy: true,
        evidence: [{ kind: 'running', basis: 'exe /opt/CrowdStrike/falcon-sensor (pid 812)' }],
      },
    ],
  },
  updates: { source: 'apt', pending: 0, pending_security: 0, index_age_s: 3600, automatic: true, evidence: [] },
  screen_lock: { enabled: true, idle_timeout_s: 300, lock_delay_s: 0, source: 'gnome', evidence: [] },
  kernel_integrity: { lockdown: 'integrity', security_modules: ['apparmor'], taint_reasons: [], evidence: [] },
  mdm: { enrolled: true, enrollments: [{ product: 'intune', enrolled: true, evidence: [] }] },
  identity: { primary_user: 'ada@example.com', evidence: [] },
  browsers: { browsers: [{ browser: 'firefox', name: 'Firefox', version: '140.0', basis: '/usr/lib/firefox' }] },
  firewall: { enabled: true, backend: 'nftables', evidence: [] },
  secure_boot: { enabled: true, setup_mode: false },
  tpm: { version: '2.0', manufacturer: 'Infineon' },
  hardware: { hostname: 'ada-laptop', virtual: false, memory_bytes: 16_000_000_000, problems: [] },
  local_admins: { accounts: ['ada'], sudo_rules: false },
  remote_access: { services: [{ service: 'ssh', port: 22, basis: 'tcp 0.0.0.0:22 listening' }] },
  agent: { version: '0.1.0', key_storage: 'file', inspected_root: '/', failed_probes: 0 },
};

type Changes = { [N in SignalName]?: Outcome<SignalValues[N]> | null };

/** A laptop with nothing to complain of, but for the changes; null: never reported. */
export function laptop(changes: Changes = {}): Signals {
  const outcomes = { ...Object.fromEntries(Object.entries(healthy).map(([n, v]) => [n, ok(v)])), ...changes };
  return Object.fromEntries(
    Object.entries(outcomes).flatMap(([name, outcome]) =>
      outcome ? [[name, { ...(outcome as object), observedAt: NOW }]] : [],
    ),
  );
}

/** The healthy laptop's value of a signal, with some fields changed. */
export const but = <N extends SignalName>(name: N, fields: Partial<SignalValues[N]>): Outcome<SignalValues[N]> =>
  ok({ ...healthy[name], ...fields });

export const plainDisk = ok({
  ...healthy.disk_encryption,
  system_volume: {
    ...healthy.disk_encryption.system_volume,
    device: '/dev/nvme0n1p2',
    encrypted: false,
    state: 'not_encrypted' as const,
    basis: 'no dm-crypt between / and nvme0n1',
  },
});

/** BitLocker suspended: encrypted, with a clear key. */
export const suspendedDisk = ok({
  ...healthy.disk_encryption,
  system_volume: { ...healthy.disk_encryption.system_volume, protection_on: false },
});

export const at = (now: number, more: Partial<AssessContext> = {}): AssessContext => ({
  now,
  platform: 'linux' as Platform,
  previous: null,
  osEol: builtInOsEol,
  evidenceAt: now,
  clockSkew: 0,
  deviceId: '0193b3a0-5e00-7000-8000-000000000001',
  groups: [],
  exemptions: [],
  breakGlass: null,
  ...more,
});
