import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRepeated } from './repeated-report.ts';
import { SIGNAL_NAMES, type SignalName } from './signals.ts';
import { decodeReport, encodeReport, type Report } from './statements.ts';
import { anyDamage, anyReport, damaged, repeated } from './test-reports.ts';

/** What decoding as a whole makes of bytes; null: it refuses them. */
function decoded(payload: Uint8Array): Report | null {
  try {
    return decodeReport(payload);
  } catch {
    return null;
  }
}

/** Whether a report that was read as a repetition is what it is decoded to as a whole. */
function expectTrue(payload: Uint8Array, before: Report): void {
  const read = readRepeated(payload, encodeReport(before));
  if (!read) return;
  const whole = decodeReport(payload);
  const known = decodeReport(encodeReport(before));
  const names = Object.keys(whole.signals) as SignalName[];
  const { observedAt, nonce, isSameSession, ...head } = read;
  expect({ ...whole, ...head, nonce: Buffer.from(nonce) }).toEqual({
    ...{ ...known, ...head },
    nonce: Buffer.from(whole.nonce),
    signals: Object.fromEntries(
      names.map((name) => [name, { ...known.signals[name], observedAt: observedAt(name) }]),
    ),
  });
  expect({ number: whole.number, createdAt: whole.createdAt }).toEqual(head);
  expect(Buffer.from(nonce).equals(whole.nonce)).toBe(true);
  expect(isSameSession).toBe(Buffer.from(whole.nonce).equals(known.nonce));
}

describe('a report that repeats another', () => {
  it('is read as what it is decoded to, with its own number, nonce and times', () => {
    let count = 0;
    fc.assert(
      fc.property(anyReport, anyReport, fc.integer({ min: 1 }), (before, again, observedAt) => {
        const payload = encodeReport(repeated(before, again, observedAt));
        const isSession = again.nonce.length === 32;
        expect(readRepeated(payload, encodeReport(before)) !== null).toBe(isSession);
        count += Number(isSession);
        expectTrue(payload, before);
      }),
      { numRuns: 2000 },
    );
    expect(count).toBeGreaterThan(500);
  });

  it('is none when anything else differs', () => {
    fc.assert(
      fc.property(anyReport, anyReport, (before, other) => {
        const payload = encodeReport(other);
        const timeless = ({ deviceId, bootId, lost, signals }: Report) =>
          JSON.stringify([
            deviceId,
            bootId,
            lost,
            SIGNAL_NAMES.map((name) => ({ ...signals[name], observedAt: 0 })),
          ]);
        const isSame = timeless(decodeReport(payload)) === timeless(decodeReport(encodeReport(before)));
        expect(readRepeated(payload, encodeReport(before)) === null || isSame).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is never read from bytes that mean something else, or nothing', () => {
    fc.assert(
      fc.property(anyReport, anyDamage, fc.integer({ min: 1 }), (before, damage, observedAt) => {
        const honest = { ...before, nonce: Buffer.alloc(32, 7) };
        const payload = damaged(encodeReport(repeated(honest, honest, observedAt)), damage);
        if (readRepeated(payload, encodeReport(before))) expect(decoded(payload)).not.toBeNull();
        expectTrue(payload, before);
      }),
      { numRuns: 20_000 },
    );
  });
});
