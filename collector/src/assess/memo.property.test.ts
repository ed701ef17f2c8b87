import { SIGNAL_NAMES, type Signals } from '@assay/shared';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { loadPolicy } from '../policy/load.ts';
import { assess } from './assess.ts';
import { carryValues } from './carry-values.ts';
import type { Memo } from './memo.ts';
import { anyContext, anySignals } from './testdata/arbitraries.ts';
import { at, but, laptop, NOW } from './testdata/laptops.ts';

const policyOf = (passes: readonly string[], more = {}) =>
  loadPolicy(
    JSON.stringify({
      ...{ policy: 'p', tiers: { trusted: 80, limited: 50 }, evidence_max_age: '24h' },
      checks: passes.map((pass, i) => ({ id: `c${i}`, title: 'T', explain: 'E.', weight: 1, pass, ...more })),
    }),
    'p.yaml',
  );
const CONDITIONS = [
  'disk_encryption.system_volume.encrypted',
  'os_support.status == "supported"',
  'firewall.enabled || secure_boot.enabled',
  'edr.products.exists(p, p.installed && p.running)',
  'device.platform == "linux"',
  'agent.failed_probes == 0 && has(os.variant)',
];

/** Reports of one device: each changes some signals of the one before, the others come again as new objects. */
const anyHistory = fc
  .array(fc.tuple(anySignals, anyContext, fc.subarray([...SIGNAL_NAMES])), { minLength: 2, maxLength: 6 })
  .map((steps) => {
    let last: Signals = {};
    return steps.map(([drawn, context, changed]) => {
      const next = Object.fromEntries(changed.map((name) => [name, drawn[name]]));
      last = structuredClone({ ...last, ...next });
      return { signals: last, context };
    });
  });

describe('what is remembered of a device', () => {
  it('changes no assessment, whatever the device reports and however its clock runs', () => {
    const policies = [policyOf(CONDITIONS), policyOf(CONDITIONS, { max_age: '2h' })];
    fc.assert(
      fc.property(anyHistory, fc.constantFrom(...policies), (history, policy) => {
        const memo: Memo = { judged: null };
        let before: Signals = {};
        for (const { signals, context } of history) {
          before = carryValues(before, signals);
          expect(before).toEqual(signals);
          expect(assess(policy, before, { ...context, memo })).toEqual(assess(policy, signals, context));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('spares every check whose signals say what they said', () => {
    const policy = policyOf([
      'firewall.enabled',
      'secure_boot.enabled',
      'firewall.enabled && tpm.version != ""',
    ]);
    const evaluated = policy.checks.map(({ pass }) => vi.spyOn(pass, 'evaluate'));
    const memo: Memo = { judged: null };
    const judge = (signals: Signals) => {
      for (const spy of evaluated) spy.mockClear();
      assess(policy, signals, { ...at(NOW), memo });
      return evaluated.map((spy) => spy.mock.calls.length);
    };
    expect(judge(laptop())).toEqual([1, 1, 1]);
    const again = carryValues(laptop(), structuredClone(laptop()));
    expect(judge(carryValues(memo.judged?.signals ?? {}, again))).toEqual([0, 0, 0]);
    const off = carryValues(
      memo.judged?.signals ?? {},
      laptop({ secure_boot: but('secure_boot', { enabled: false }) }),
    );
    expect(judge(off)).toEqual([0, 1, 0]);
    const noTpm = carryValues(memo.judged?.signals ?? {}, { ...off, tpm: undefined as never });
    expect(judge(noTpm)).toEqual([0, 0, 0]);
  });
});
