import { PLATFORMS, SIGNAL_NAMES, systemClock } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { collect } from '../evidence/collect.ts';
import { treeContext } from '../system/test-tree.ts';
import { createProbeContext } from './context.ts';
import { probesFor } from './registry.ts';

describe.each(PLATFORMS)('the probes of %s', (platform) => {
  const probes = probesFor(platform);

  it('cover the vocabulary, each signal once and in its order', () => {
    expect(probes.map(({ signal }) => signal)).toEqual([...SIGNAL_NAMES]);
  });

  it('watch only where the kernel reports changes', () => {
    for (const path of probes.flatMap(({ watch }) => watch)) expect(path).toMatch(/^\/(?!proc\/|sys\/)/);
  });

  it('never conclude anything about the system from an empty tree', async () => {
    const signals = await collect(probes, treeContext({}), systemClock);
    const concluded = SIGNAL_NAMES.filter((name) => signals[name]?.status !== 'unknown');
    expect(concluded).toEqual(['hardware', 'agent']);
  });
});

describe.runIf(process.platform === 'linux')('on this machine', () => {
  it('every probe answers within its deadline and without a fault', async () => {
    const context = createProbeContext({
      root: '/',
      version: '0.0.0',
      keyStorage: 'file',
      clock: systemClock,
    });
    const signals = await collect(probesFor('linux'), context, systemClock);
    const reasons = Object.values(signals).map((signal) =>
      signal.status === 'unknown' ? signal.reason : signal.status,
    );
    expect(reasons).not.toContain('crashed');
    expect(reasons).not.toContain('timeout');
    expect(context.agent.failures.list()).toEqual([]);
  });
});
