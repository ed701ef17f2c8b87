import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeChanged } from './changed-report.ts';
import { AssayError } from './errors.ts';
import type { SignalName } from './signals.ts';
import { decodeReport, encodeReport, type Report } from './statements.ts';
import { anyDamage, anyReport, damaged, repeated } from './test-reports.ts';

/** What a decoder makes of bytes, or the code and words by which it refuses them. */
function outcomeOf(decode: () => Report): unknown {
  try {
    const { nonce, ...report } = decode();
    return { ...report, nonce: Buffer.from(nonce), order: Object.keys(report.signals) };
  } catch (error) {
    if (!(error instanceof AssayError)) throw error;
    return [error.code, error.message];
  }
}

function expectSame(payload: Uint8Array, before: Uint8Array): void {
  const known = decodeReport(before);
  expect(outcomeOf(() => decodeChanged(payload, before, known))).toEqual(
    outcomeOf(() => decodeReport(payload)),
  );
}

/** Some signals of `report`, the others of `other`. */
const mixed = (report: Report, other: Report, isTaken: (name: string) => boolean): Report => ({
  ...report,
  signals: Object.fromEntries(
    Object.entries(report.signals).map(([name, signal]) => [
      name,
      (isTaken(name) && other.signals[name as SignalName]) || signal,
    ]),
  ) as Report['signals'],
});

describe('a report that is decoded where it differs from the one before', () => {
  it('is what it is decoded to as a whole', () => {
    fc.assert(
      fc.property(
        anyReport,
        anyReport,
        fc.integer({ min: 1 }),
        fc.func(fc.boolean()),
        (before, other, at, taken) => {
          const payload = encodeReport(mixed(repeated(before, other, at), other, taken));
          expectSame(payload, encodeReport(before));
          expectSame(encodeReport(other), encodeReport(before));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('shares what it says again with the one before, and nothing else', () => {
    fc.assert(
      fc.property(anyReport, anyReport, fc.func(fc.boolean()), (before, other, taken) => {
        const bytes = encodeReport(before);
        const known = decodeReport(bytes);
        const changed = mixed(repeated(before, other, 1), other, taken);
        const { signals } = decodeChanged(encodeReport(changed), bytes, known);
        for (const [name, signal] of Object.entries(signals)) {
          if (signal.status !== 'ok') continue;
          const old = known.signals[name as SignalName];
          const isSame = changed.signals[name as SignalName] !== other.signals[name as SignalName];
          if (isSame && old?.status === 'ok') expect(signal.value).toBe(old.value);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is refused, or taken, as it would be as a whole, whatever its bytes are', () => {
    fc.assert(
      fc.property(anyReport, anyReport, anyDamage, anyDamage, (before, other, damage, damageBefore) => {
        const bytes = encodeReport(before);
        expectSame(damaged(encodeReport(repeated(before, other, 7)), damage), bytes);
        const odd = damaged(bytes, damageBefore);
        try {
          decodeReport(odd);
        } catch {
          return;
        }
        expectSame(damaged(odd, damage), odd);
      }),
      { numRuns: 20_000 },
    );
  });
});
