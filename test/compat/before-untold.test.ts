import { readFileSync } from 'node:fs';
import {
  createRepeatingDecoder,
  decodeChanged,
  decodeReport,
  encodeReport,
  type Signals,
} from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { type AssessContext, assess } from '../../collector/src/assess/assess.ts';
import { loadPolicy } from '../../collector/src/policy/load.ts';
import { builtInOsEol } from '../../collector/src/reference-values/os-eol.ts';
import { canonical } from '../../collector/src/replay/basis.ts';
import { LEVELS, openLevel } from './level.ts';

interface Recorded {
  payload: string;
  signals: Signals;
  policy: string;
  context: Omit<AssessContext, 'osEol'>;
  assessment: unknown;
}

const recorded: Recorded = JSON.parse(
  readFileSync(new URL('testdata/reports/before-untold.json', import.meta.url), 'utf8'),
);
const payload = Buffer.from(recorded.payload, 'hex');
const judged = (signals: Signals) =>
  assess(loadPolicy(recorded.policy, 'compat.yaml'), signals, { ...recorded.context, osEol: builtInOsEol });

describe('the report of an agent that did not know of untold fields', () => {
  it('says false, zero and nothing, as it meant it', () => {
    expect(decodeReport(payload).signals).toStrictEqual(recorded.signals);
    expect(createRepeatingDecoder()(payload).signals).toStrictEqual(recorded.signals);
    expect(decodeChanged(payload, payload, decodeReport(payload)).signals).toStrictEqual(recorded.signals);
  });

  it('is judged to the bit as it was then', () => {
    expect(canonical(judged(decodeReport(payload).signals))).toBe(canonical(recorded.assessment));
  });

  it('is told apart from that of an agent which could not tell', () => {
    const { signals } = decodeReport(payload);
    const told = {
      secure_boot: { enabled: false },
      kernel_integrity: { evidence: [] },
      local_admins: { accounts: ['ada'] },
      mdm: { enrollments: [] },
      hardware: { problems: [] },
    };
    const untold = Object.fromEntries(
      Object.entries(told).map(([name, value]) => [name, { status: 'ok', value, observedAt: 1 }]),
    ) as Signals;
    const again = decodeReport(encodeReport({ ...decodeReport(payload), signals: untold }));
    expect(again.signals).toStrictEqual(untold);
    const outcomesOf = (of: Signals) => judged(of).checks.map(({ outcome }) => outcome);
    expect(new Set(outcomesOf(signals))).toEqual(new Set(['pass', 'fail']));
    expect(new Set(outcomesOf(untold))).toEqual(new Set(['unknown']));
  });
});

describe('what could not be told', () => {
  it.each(LEVELS.filter((level) => level !== 'today'))(
    'reaches a collector of %s as what it took it for until then',
    (name) => {
      const value = { enabled: false };
      const signals: Signals = { secure_boot: { status: 'ok', value, observedAt: 1 } };
      const report = openLevel(name).decode(
        'Report',
        encodeReport({ ...decodeReport(payload), signals }),
      ) as { signals: { secure_boot: object }[] };
      expect(report.signals).toHaveLength(1);
      // Defaults are left out: false for both.
      expect(report.signals[0]?.secure_boot).toEqual({});
    },
  );
});
