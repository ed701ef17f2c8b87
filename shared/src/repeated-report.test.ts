import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRepeated } from './repeated-report.ts';
import { absent, ok, SIGNAL_NAMES, type SignalName, type Signals, unknown } from './signals.ts';
import { decodeReport, encodeReport, type Report } from './statements.ts';

const text = fc.string({ maxLength: 12 });
// A time of zero is left out on the wire; no clock tells it.
const time = fc.oneof(
  fc.integer({ min: 1, max: 1000 }),
  fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
);
const outcome = (value: fc.Arbitrary<object>) =>
  fc.oneof(
    value.map(ok),
    text.map(absent),
    text.map((detail) => unknown('timeout', detail)),
  );
const seen = (value: fc.Arbitrary<object>) =>
  fc.tuple(outcome(value), time).map(([found, observedAt]) => ({ ...found, observedAt }));
const anySignals = fc.record(
  {
    firewall: seen(
      fc.record({ enabled: fc.boolean(), backend: text, evidence: fc.array(text, { maxLength: 2 }) }),
    ),
    reboot_pending: seen(fc.record({ pending: fc.boolean(), reasons: fc.array(text, { maxLength: 2 }) })),
    tpm: seen(fc.record({ version: text, manufacturer: text })),
    browsers: seen(fc.record({ browsers: fc.array(fc.record({ browser: text, name: text, basis: text })) })),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Signals>;
const counts = fc.nat(3);
const anyReport: fc.Arbitrary<Report> = fc.record({
  deviceId: fc.constantFrom('d', 'device'),
  number: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  nonce: fc.constantFrom(32, 32, 0).chain((size) => fc.uint8Array({ minLength: size, maxLength: size })),
  bootId: fc.constantFrom('b', 'boot'),
  createdAt: time,
  signals: anySignals,
  lost: fc.option(
    fc.record({ full: counts, expired: counts, damaged: counts, refused: counts, unwritten: counts }),
  ),
});

/** The same state, reported once more. */
const repeated = (report: Report, again: Report, observedAt: number): Report => ({
  ...report,
  ...{ number: again.number, nonce: again.nonce, createdAt: again.createdAt },
  signals: Object.fromEntries(
    Object.entries(report.signals).map(([name, signal], i) => [
      name,
      { ...signal, observedAt: observedAt + i },
    ]),
  ) as Signals,
});

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
  const { observedAt, nonce, ...head } = read;
  expect({ ...whole, ...head, nonce: Buffer.from(nonce) }).toEqual({
    ...{ ...known, ...head },
    nonce: Buffer.from(whole.nonce),
    signals: Object.fromEntries(
      names.map((name) => [name, { ...known.signals[name], observedAt: observedAt(name) }]),
    ),
  });
  expect({ number: whole.number, createdAt: whole.createdAt }).toEqual(head);
  expect(Buffer.from(nonce).equals(whole.nonce)).toBe(true);
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
    const change = fc.record({
      at: fc.nat(2000),
      remove: fc.nat(3),
      insert: fc.oneof(
        fc.uint8Array({ maxLength: 4 }),
        fc
          .constantFrom('0801', '1005', '4200', '10808000')
          .map((hex) => Uint8Array.from(Buffer.from(hex, 'hex'))),
      ),
    });
    fc.assert(
      fc.property(
        anyReport,
        fc.array(change, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1 }),
        (before, changes, observedAt) => {
          const honest = { ...before, nonce: Buffer.alloc(32, 7) };
          let payload = Buffer.from(encodeReport(repeated(honest, honest, observedAt)));
          for (const { at, remove, insert } of changes) {
            const from = at % (payload.length + 1);
            payload = Buffer.concat([payload.subarray(0, from), insert, payload.subarray(from + remove)]);
          }
          if (readRepeated(payload, encodeReport(before))) expect(decoded(payload)).not.toBeNull();
          expectTrue(payload, before);
        },
      ),
      { numRuns: 20_000 },
    );
  });
});
