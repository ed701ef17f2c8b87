import { describe, expect, it } from 'vitest';
import { describeSignal } from './describe-signal.ts';
import { SIGNAL_CATALOG } from './signal-catalog.ts';
import { absent, ok, SIGNAL_NAMES, unknown, type Volume } from './signals.ts';

const root: Volume = {
  mount: '/',
  role: 'system',
  device: '/dev/vda',
  filesystem: 'ext4',
  encrypted: false,
  state: 'not_encrypted',
  basis: 'no encryption in vda',
  notes: [],
};
const swap: Volume = { ...root, mount: 'swap', role: 'swap', device: '/dev/vda2', filesystem: 'swap' };
const boot: Volume = { ...root, mount: '/boot', role: 'boot', device: '/dev/vda1' };

describe('the catalog', () => {
  it('tells of every signal what it means and what is never looked at', () => {
    expect(Object.keys(SIGNAL_CATALOG)).toEqual([...SIGNAL_NAMES]);
    for (const info of Object.values(SIGNAL_CATALOG)) {
      expect(info.meaning).toMatch(/\.$/);
      expect(info.neverLookedAt).not.toBe('');
    }
  });
});

describe('describeSignal', () => {
  it('says why something could not be told', () => {
    expect(describeSignal('firewall', unknown('tool_missing', 'nft is not installed'))).toBe(
      'could not tell: nft is not installed',
    );
    expect(describeSignal('firewall', unknown('timeout', ''))).toBe('could not tell: no answer in time');
  });

  it('says what is not there', () => {
    expect(describeSignal('tpm', absent('no /sys/class/tpm/tpm0'))).toBe('not there: no /sys/class/tpm/tpm0');
  });

  it('names release and kernel, and a newer kernel that waits', () => {
    const debian = {
      id: 'debian',
      name: 'Debian GNU/Linux 12 (bookworm)',
      id_like: [],
      arch: 'x86_64',
      kernel: '6.1.0-32-amd64',
    };
    expect(describeSignal('os', ok(debian))).toBe('Debian GNU/Linux 12 (bookworm), kernel 6.1.0-32-amd64');
    expect(describeSignal('os', ok({ ...debian, newest_kernel: '6.1.0-40-amd64' }))).toContain(
      '6.1.0-40-amd64 installed',
    );
  });

  it('says what the system disk is, and which other volumes keep data in the clear', () => {
    expect(describeSignal('disk_encryption', ok({ system_volume: root, volumes: [] }))).toBe(
      '/ is not encrypted (ext4 on /dev/vda)',
    );
    const luks: Volume = {
      ...root,
      encrypted: true,
      state: 'encrypted',
      method: 'LUKS2',
      device: '/dev/mapper/root',
    };
    expect(describeSignal('disk_encryption', ok({ system_volume: luks, volumes: [boot, swap] }))).toBe(
      '/ is encrypted (LUKS2 on /dev/mapper/root); swap is not encrypted (swap on /dev/vda2)',
    );
  });

  it('tells a product that runs from one whose state could not be told', () => {
    const falcon = {
      product: 'crowdstrike-falcon',
      vendor: 'CrowdStrike',
      kind: 'edr' as const,
      installed: true,
      evidence: [],
    };
    expect(
      describeSignal(
        'edr',
        ok({ products: [{ ...falcon, running: true, healthy: false, version: '7.29.1' }] }),
      ),
    ).toBe('crowdstrike-falcon 7.29.1, running, says it is not healthy');
    expect(describeSignal('edr', ok({ products: [falcon] }))).toBe(
      'crowdstrike-falcon, could not tell whether it runs',
    );
  });

  it('shows the word of another source, and what speaks against it', () => {
    const attestation = {
      product: 'crowdstrike-falcon',
      source: 'edr:crowdstrike' as const,
      format: 'crowdstrike_zta' as const,
      token: 'a.b.c',
      algorithm: 'RS256',
      overall: 71,
      agrees: ['serial'],
    };
    const describe = (contradicts: string[]) =>
      describeSignal('edr', ok({ products: [], attestations: [{ ...attestation, contradicts }] }));
    expect(describe([])).toBe('edr:crowdstrike gives this device 71 of 100');
    expect(describe(['it has expired'])).toBe(
      'edr:crowdstrike gives this device 71 of 100, but: it has expired',
    );
  });

  it('gives the reason why Secure Boot does not count', () => {
    expect(describeSignal('secure_boot', ok({ enabled: true, setup_mode: false }))).toBe('on');
    expect(describeSignal('secure_boot', ok({ enabled: false, setup_mode: true }))).toContain('setup mode');
    expect(describeSignal('secure_boot', ok({ enabled: false }))).toBe('off');
    expect(
      describeSignal('secure_boot', ok({ enabled: false, setup_mode: false, loader_validation: false })),
    ).toContain('does not validate');
  });

  it('names each way in once, however many addresses wait on it', () => {
    const services = ['0.0.0.0', '::'].map((address) => ({
      service: 'ssh',
      port: 22,
      basis: `tcp ${address}:22`,
    }));
    expect(describeSignal('remote_access', ok({ services }))).toBe(
      'reachable from other machines: ssh on port 22',
    );
  });

  it('leaves out what the hardware does not say', () => {
    const bare = { hostname: 'vm', virtual: true, memory_bytes: 2 ** 34, problems: [] };
    expect(describeSignal('hardware', ok(bare))).toBe('vm, 16.0 GiB, virtual machine');
    expect(describeSignal('hardware', ok({ problems: [] }))).toBe('no name');
  });

  it('points out an agent that looks at another tree', () => {
    const agent = {
      version: '0.1.0',
      key_storage: 'file' as const,
      inspected_root: '/mnt/image',
      failed_probes: 0,
    };
    expect(describeSignal('agent', ok(agent))).toBe(
      'version 0.1.0, key in a file, looks at /mnt/image, not at this machine',
    );
  });

  it('tells why a restart is due, why a firewall is off, and whose rules may grant more', () => {
    expect(describeSignal('reboot_pending', ok({ pending: true, reasons: ['/run/reboot-required'] }))).toBe(
      'needs a restart: /run/reboot-required',
    );
    expect(describeSignal('firewall', ok({ enabled: false, backend: 'nftables', evidence: [] }))).toBe('off');
    expect(describeSignal('local_admins', ok({ accounts: ['ann', 'root'], sudo_rules: true }))).toBe(
      'ann, root, further sudo rules may grant more',
    );
    expect(describeSignal('tpm', ok({ version: '2.0', manufacturer: 'INTC' }))).toBe('TPM 2.0 by INTC');
  });
});
