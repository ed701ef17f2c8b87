import { ERRORS, type ErrorCode } from '@assay/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PULSE_MS } from '../loop-watch.ts';
import { ADMISSION, admit, nextPace, retryAfterS } from './admission.ts';

const limits = { maxConnections: 50, maxPending: 20, maxPendingPerAddress: 5 };

describe('who is let in', () => {
  it('whatever comes and goes, no limit is ever exceeded', () => {
    const steps = fc.array(fc.record({ address: fc.integer({ min: 0, max: 12 }), leaves: fc.boolean() }), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(steps, (moves) => {
        const pending = new Map<number, number>();
        let connections = 0;
        const sum = () => [...pending.values()].reduce((a, b) => a + b, 0);
        for (const { address, leaves } of moves) {
          const own = pending.get(address) ?? 0;
          if (leaves && own > 0) pending.set(address, own - 1);
          else if (admit({ connections, pending: sum(), pendingFromAddress: own }, limits) === null) {
            connections++;
            pending.set(address, own + 1);
          }
          expect(connections).toBeLessThanOrEqual(limits.maxConnections);
          expect(sum()).toBeLessThanOrEqual(limits.maxPending);
          expect(Math.max(0, ...pending.values())).toBeLessThanOrEqual(limits.maxPendingPerAddress);
        }
      }),
    );
  });

  it('one address at its limit keeps nobody else out', () => {
    const load = { connections: 10, pending: 5 };
    expect(admit({ ...load, pendingFromAddress: 5 }, limits)).toBe('pending_address_full');
    expect(admit({ ...load, pendingFromAddress: 0 }, limits)).toBeNull();
  });
});

describe('the pace', () => {
  const { least, most } = ADMISSION.pace;
  const pace = fc.double({ min: least, max: most, noNaN: true });
  const late = fc.double({ min: 0, max: 100_000, noNaN: true });
  const after = (from: number, pulses: number[]) => pulses.reduce(nextPace, from);

  it('is never below its least nor above its most', () => {
    fc.assert(
      fc.property(pace, fc.array(late), (from, pulses) => {
        expect(after(from, pulses)).toBeGreaterThanOrEqual(least);
        expect(after(from, pulses)).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('rises while the event loop is in time, and falls when it is late', () => {
    fc.assert(
      fc.property(pace, late, (from, lateMs) => {
        if (lateMs > ADMISSION.calmMs) expect(nextPace(from, lateMs)).toBeLessThanOrEqual(from);
        else expect(nextPace(from, lateMs)).toBeGreaterThanOrEqual(from);
      }),
    );
  });

  it('is at its most after three seconds of calm, and at its least after half a second without', () => {
    const calm = (ms: number) => Array<number>(ms / PULSE_MS).fill(0);
    expect(after(least, calm(3000))).toBeLessThan(most);
    expect(after(least, calm(3100))).toBe(most);
    expect(after(most, [500])).toBe(least);
    expect(after(most, Array(10).fill(50))).toBe(least);
  });
});

describe('how long a refused agent stays away', () => {
  const codes = Object.keys(ERRORS) as ErrorCode[];

  it('is spread over the whole range', () => {
    const stays = Array.from({ length: 100 }, (_, i) => retryAfterS('draining', i / 100));
    expect(new Set(stays).size).toBe(10);
    expect(Math.min(...stays)).toBe(1);
    expect(Math.max(...stays)).toBe(10);
  });

  it('is a whole number of seconds up to a minute, for every code', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (code, random) => {
          const stay = retryAfterS(code, random);
          expect(Number.isInteger(stay)).toBe(true);
          expect(stay).toBeGreaterThanOrEqual(0);
          expect(stay).toBeLessThanOrEqual(60);
        },
      ),
    );
  });
});
