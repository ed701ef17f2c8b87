import { type Hardware, type Outcome, ok, type Signals, type SignalValues } from '@assay/shared';

/** Without a serial: many devices of one test share it, and are not one machine. */
export const hardware: Hardware = {
  hostname: 'test-laptop',
  virtual: false,
  memory_bytes: 16_000_000_000,
  problems: [],
};

const diskEncryption = (encrypted: boolean): SignalValues['disk_encryption'] => ({
  system_volume: {
    mount: '/',
    role: 'system',
    device: '/dev/mapper/root',
    filesystem: 'ext4',
    encrypted,
    state: encrypted ? 'encrypted' : 'not_encrypted',
    basis: encrypted ? 'dm-0 CRYPT-LUKS2 under nvme0n1p3' : 'no dm-crypt between / and nvme0n1',
    notes: [],
  },
  volumes: [],
});

const edr: SignalValues['edr'] = {
  products: [
    {
      product: 'crowdstrike-falcon',
      vendor: 'CrowdStrike',
      kind: 'edr',
      installed: true,
      running: true,
      evidence: [{ kind: 'running', basis: 'exe /opt/CrowdStrike/falcon-sensor (pid 812)' }],
    },
  ],
};

/**
 * Signals that the built-in baseline judges `trusted` when the disk is encrypted and `untrusted` when it is not;
 * nothing else differs.
 */
export function posture({ encrypted, serial }: { encrypted: boolean; serial?: string }): Signals {
  const observedAt = Date.now();
  const seen = <T>(outcome: Outcome<T>) => ({ ...outcome, observedAt });
  return {
    os: seen(
      ok({
        id: 'debian',
        name: 'Debian GNU/Linux 13 (trixie)',
        version: '13',
        id_like: [],
        arch: 'x86_64',
        kernel: '6.12.48-amd64',
      }),
    ),
    reboot_pending: seen(ok({ pending: false, reasons: [] })),
    disk_encryption: seen(ok(diskEncryption(encrypted))),
    edr: seen(ok(edr)),
    firewall: seen(ok({ enabled: true, backend: 'nftables', evidence: [] })),
    secure_boot: seen(ok({ enabled: true, setup_mode: false })),
    hardware: seen(ok(serial ? { ...hardware, serial } : hardware)),
    remote_access: seen(ok({ services: [] })),
  };
}
