import { absent, encodeReport, ok, readRepeated, type Signals } from '@assay/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromRepetition, toRepetition } from './repetition.ts';

const time = fc.oneof(
  fc.integer({ min: Date.UTC(2026), max: Date.UTC(2027) }),
  fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
);
const times = fc.record({
  number: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  createdAt: time,
  observedAt: fc.array(time, { minLength: 3, maxLength: 3 }),
});
type Times = typeof times extends fc.Arbitrary<infer T> ? T : never;

const NONCE = Buffer.alloc(32, 7);
const report = ({ number, createdAt, observedAt }: Times, nonce: Uint8Array = NONCE): Buffer => {
  const [tpm = 0, firewall = 0, boot = 0] = observedAt;
  const signals: Signals = {
    tpm: { ...ok({ version: '2.0', manufacturer: 'a maker of them' }), observedAt: tpm },
    firewall: { ...ok({ enabled: true, backend: 'nftables', evidence: ['on'] }), observedAt: firewall },
    secure_boot: { ...absent('no firmware variables'), observedAt: boot },
  };
  return Buffer.from(
    encodeReport({ deviceId: 'd', number, nonce, bootId: 'b', createdAt, lost: null, signals }),
  );
};
const at = Date.UTC(2026, 0, 5);
const plain = (number: number, later = 0) =>
  report({ number, createdAt: at + later, observedAt: [at + later, at + later, at + later] });

describe('a repetition', () => {
  it('is given back to the byte by any report that says the same, whatever the times of both are', () => {
    let kept = 0;
    fc.assert(
      fc.property(times, times, (first, again) => {
        const [base, payload] = [report(first), report(again)];
        const repetition = readRepeated(payload, base) && toRepetition(payload);
        if (repetition) expect(fromRepetition(base, repetition)).toEqual(payload);
        kept += Number(repetition !== null);
      }),
      { numRuns: 2000 },
    );
    expect(kept).toBeGreaterThan(200);
  });

  it('takes a few bytes where all was observed at once, and some more for each other time', () => {
    expect(toRepetition(plain(8, 61_000))?.length).toBeLessThan(13);
    const ladder = report({ number: 9, createdAt: at, observedAt: [at - 60_000, at - 3_600_000, at] });
    expect(toRepetition(ladder)?.length).toBeLessThan(22);
  });

  it('is never kept of bytes that it could not give back: whatever is read as a repetition', () => {
    const change = fc.record({
      at: fc.nat(200),
      remove: fc.nat(2),
      insert: fc.oneof(
        fc.uint8Array({ maxLength: 2 }),
        fc.constantFrom(Uint8Array.of(0x8a, 0), Uint8Array.of(0x80, 0)),
      ),
    });
    const damaged = (bytes: Buffer, changes: readonly { at: number; remove: number; insert: Uint8Array }[]) =>
      changes.reduce((now, { at: from, remove, insert }) => {
        const place = from % now.length;
        return Buffer.concat([now.subarray(0, place), insert, now.subarray(place + remove)]);
      }, bytes);
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 1 }),
        fc.array(change, { maxLength: 1 }),
        (changes, changesOfBase) => {
          const base = damaged(plain(7), changesOfBase);
          const payload = damaged(plain(8, 1000), changes);
          const read = readRepeated(payload, base);
          const repetition = read?.isSameSession ? toRepetition(payload) : null;
          if (repetition) expect(fromRepetition(base, repetition)).toEqual(payload);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it('of numbers that are written longer than they need to be is not kept', () => {
    const payload = plain(8);
    const from = payload.indexOf(0x10) + 1;
    const longer = Buffer.concat([payload.subarray(0, from), Buffer.of(0x88, 0), payload.subarray(from + 1)]);
    expect(readRepeated(longer, plain(7))?.isSameSession).toBe(true);
    expect(toRepetition(payload)).not.toBeNull();
    expect(toRepetition(longer)).toBeNull();
  });

  it('that is damaged, or is of another report, gives something else or fails, and never hangs', () => {
    const repetition = toRepetition(plain(8, 1000)) as Uint8Array;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(30), fc.nat(255)), { minLength: 1 }),
        fc.uint8Array(),
        (damage, other) => {
          const bytes = Buffer.from(repetition);
          for (const [place, byte] of damage) if (place > 0 && place < bytes.length) bytes[place] = byte;
          for (const base of [plain(7), other]) {
            try {
              fromRepetition(base, bytes);
            } catch (error) {
              expect((error as Error).message).toContain('the repetition is damaged');
            }
          }
        },
      ),
    );
  });
});
