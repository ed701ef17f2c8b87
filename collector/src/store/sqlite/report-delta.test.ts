import { absent, encodeReport, ok, type Signals, unknown } from '@assay/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDelta, toDelta } from './delta.ts';
import { fromReportDelta, REPORT_DELTA, toReportDelta } from './report-delta.ts';

const text = fc.string({ maxLength: 20 });
const time = fc.integer({ min: Date.UTC(2026), max: Date.UTC(2027) });
const seen = (value: fc.Arbitrary<object>) =>
  fc
    .tuple(
      fc.oneof(
        value.map(ok),
        text.map(absent),
        text.map((detail) => unknown('timeout', detail)),
      ),
      time,
    )
    .map(([found, observedAt]) => ({ ...found, observedAt }));
const anySignals = fc.record(
  {
    firewall: seen(
      fc.record({ enabled: fc.boolean(), backend: text, evidence: fc.array(text, { maxLength: 2 }) }),
    ),
    reboot_pending: seen(fc.record({ pending: fc.boolean(), reasons: fc.array(text, { maxLength: 2 }) })),
    tpm: seen(fc.record({ version: text, manufacturer: text })),
    local_admins: seen(fc.record({ accounts: fc.array(text, { maxLength: 9 }), sudo_rules: fc.boolean() })),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Signals>;
const anyReport = fc
  .record({
    number: fc.integer({ min: 1, max: 1_000_000 }),
    nonce: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    bootId: fc.constantFrom('b', 'another'),
    createdAt: time,
    signals: anySignals,
  })
  .map((report) => encodeReport({ ...report, deviceId: 'device', lost: null }));
const anyBytes = fc.oneof(anyReport, fc.uint8Array({ maxLength: 200 }));

/** The same report with some of its bytes changed, taken out or put in. */
const changed = (bytes: Uint8Array): fc.Arbitrary<Buffer> =>
  fc
    .array(
      fc.record({ at: fc.nat(bytes.length), remove: fc.nat(12), insert: fc.uint8Array({ maxLength: 12 }) }),
      {
        maxLength: 4,
      },
    )
    .map((changes) =>
      changes.reduce(
        (now, { at, remove, insert }) =>
          Buffer.concat([now.subarray(0, at), insert, now.subarray(at + remove)]),
        Buffer.from(bytes),
      ),
    );

describe('a delta between two reports', () => {
  it('gives any target again to the byte, whatever the base is', () => {
    fc.assert(
      fc.property(anyBytes, anyBytes, (base, target) => {
        const delta = toReportDelta(base, target);
        if (delta) expect(fromReportDelta(base, delta).equals(target)).toBe(true);
        expect(fromDelta(base, toDelta(base, target)).equals(target)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('gives again what differs from its base in a few bytes', () => {
    fc.assert(
      fc.property(
        anyBytes.chain((base) => changed(base).map((target) => ({ base, target }))),
        ({ base, target }) => {
          const delta = toReportDelta(base, target);
          if (delta) expect(fromReportDelta(base, delta).equals(target)).toBe(true);
          expect(fromDelta(base, toDelta(base, target)).equals(target)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('of a report that only tells other times is short', () => {
    const report = (number: number, at: number) =>
      encodeReport({
        ...{ deviceId: 'd', number, nonce: Buffer.alloc(32, 1), bootId: 'b', createdAt: at, lost: null },
        signals: {
          tpm: { ...ok({ version: '2.0', manufacturer: 'a maker of them' }), observedAt: at },
          secure_boot: { ...ok({ enabled: true, setup_mode: false }), observedAt: at },
          reboot_pending: {
            ...ok({ pending: true, reasons: ['a kernel of another version'] }),
            observedAt: at,
          },
        },
      });
    const at = Date.UTC(2026, 0, 5);
    expect(toReportDelta(report(7, at), report(8, at + 61_000))?.length).toBeLessThan(30);
  });

  it('is never mistaken for one that DEFLATE made', () => {
    fc.assert(
      fc.property(anyBytes, anyBytes, (base, target) => {
        const delta = toDelta(base, target);
        const own = toReportDelta(base, target);
        expect(delta[0] === REPORT_DELTA).toBe(own !== null && Buffer.from(own).equals(delta));
      }),
    );
  });

  it('is found too much work where fields are many and none is where it is looked for', () => {
    const fields = (tag: number) => Uint8Array.from({ length: 60_000 }, (_, i) => (i % 2 === 0 ? tag : 1));
    expect(toReportDelta(fields(0x48), Uint8Array.from([...fields(0x50), 0x50, 1]))).toBeNull();
  });

  it('that is damaged gives nothing, or something else, and never hangs', () => {
    fc.assert(
      fc.property(
        anyReport,
        anyReport,
        fc.array(fc.tuple(fc.nat(300), fc.nat(255)), { minLength: 1 }),
        (base, target, damage) => {
          const delta = toReportDelta(base, target);
          if (!delta) return;
          for (const [at, byte] of damage) if (at > 0 && at < delta.length) delta[at] = byte;
          try {
            fromReportDelta(base, delta);
          } catch (error) {
            expect((error as Error).message).toContain('the delta is damaged');
          }
        },
      ),
    );
  });
});
