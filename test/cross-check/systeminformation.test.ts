import { type Signals, systemClock } from '@assay/shared';
import si from 'systeminformation';
import { beforeAll, describe, expect, test } from 'vitest';
import { collect } from '../../agent/src/evidence/collect.ts';
import { createProbeContext } from '../../agent/src/probes/context.ts';
import { probesFor } from '../../agent/src/probes/registry.ts';

// An independent reader of the same machine, for the few facts that it tells reliably. This one is real: no tree, no
// recorded output.
describe.skipIf(process.platform !== 'linux')('what the agent sees of this machine', () => {
  let signals: Signals;
  let before: number;
  beforeAll(async () => {
    before = (await si.mem()).total;
    const context = createProbeContext({ root: '/', version: '0', keyStorage: 'file', clock: systemClock });
    signals = await collect(probesFor('linux'), context, systemClock);
  });

  test('agrees with systeminformation on the operating system', async () => {
    const { distro, kernel } = await si.osInfo();
    expect(signals.os).toMatchObject({ status: 'ok', value: { kernel } });
    expect(signals.os?.status === 'ok' && signals.os.value.name).toContain(distro);
  });

  test('agrees with systeminformation on name and memory', async () => {
    const { total } = await si.mem();
    const { hostname } = await si.osInfo();
    // Whoever runs a virtual machine may take memory from it, or give some back, at any time.
    const [least, most] = [Math.min(before, total), Math.max(before, total)];
    const between = expect.toSatisfy((bytes: number) => bytes >= least && bytes <= most);
    expect(signals.hardware).toMatchObject({ status: 'ok', value: { hostname, memory_bytes: between } });
  });

  test('agrees with systeminformation on what the root file system is', async () => {
    const root = (await si.fsSize()).find(({ mount }) => mount === '/');
    expect(root).toBeDefined();
    expect(signals.disk_encryption).toMatchObject({
      status: 'ok',
      value: { system_volume: { filesystem: root?.type } },
    });
  });
});
