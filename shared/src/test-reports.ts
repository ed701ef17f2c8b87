import fc from 'fast-check';
import { absent, ok, type Signals, unknown } from './signals.ts';
import type { Report } from './statements.ts';

// Reports for properties of what reads them.

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

/** Some signals, with what was observed at any of some times. */
export function signalsAt(observed: fc.Arbitrary<number>): fc.Arbitrary<Signals> {
  const seen = (value: fc.Arbitrary<object>) =>
    fc.tuple(outcome(value), observed).map(([found, observedAt]) => ({ ...found, observedAt }));
  const texts = fc.array(text, { maxLength: 2 });
  return fc.record(
    {
      firewall: seen(fc.record({ enabled: fc.boolean(), backend: text, evidence: texts })),
      reboot_pending: seen(fc.record({ pending: fc.boolean(), reasons: texts })),
      tpm: seen(fc.record({ version: text, manufacturer: text })),
      os: seen(fc.record({ id: text, name: text, version: text, id_like: texts, arch: text, kernel: text })),
      browsers: seen(
        fc.record({ browsers: fc.array(fc.record({ browser: text, name: text, basis: text })) }),
      ),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Signals>;
}

const counts = fc.nat(3);
export const anyReport: fc.Arbitrary<Report> = fc.record({
  deviceId: fc.constantFrom('d', 'device'),
  number: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  nonce: fc.constantFrom(32, 32, 0).chain((size) => fc.uint8Array({ minLength: size, maxLength: size })),
  bootId: fc.constantFrom('b', 'boot'),
  createdAt: time,
  signals: signalsAt(time),
  lost: fc.option(
    fc.record({ full: counts, expired: counts, damaged: counts, refused: counts, unwritten: counts }),
  ),
});

/** The same state, reported once more. */
export const repeated = (report: Report, again: Report, observedAt: number): Report => ({
  ...report,
  ...{ number: again.number, nonce: again.nonce, createdAt: again.createdAt },
  signals: Object.fromEntries(
    Object.entries(report.signals).map(([name, signal], i) => [
      name,
      { ...signal, observedAt: observedAt + i },
    ]),
  ) as Signals,
});

/** Bytes go out of a report, and others come in their place. */
export const anyDamage = fc.array(
  fc.record({
    at: fc.nat(2000),
    remove: fc.nat(3),
    insert: fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc
        .constantFrom('0801', '1005', '4200', '10808000')
        .map((hex) => Uint8Array.from(Buffer.from(hex, 'hex'))),
    ),
  }),
  { minLength: 1, maxLength: 3 },
);

export const damaged = (
  payload: Uint8Array,
  damage: readonly { at: number; remove: number; insert: Uint8Array }[],
) =>
  damage.reduce((bytes, { at, remove, insert }) => {
    const from = at % (bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, from), insert, bytes.subarray(from + remove)]);
  }, Buffer.from(payload));
