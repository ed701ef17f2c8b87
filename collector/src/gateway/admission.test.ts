import { ERRORS, type ErrorCode } from '@assay/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADMISSION, acceptsPerSecond, admit, retryAfterS } from './admission.ts';

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
  const since = fc.integer({ min: 0, max: 100_000 });
  const late = fc.double({ min: 0, max: 100_000, noNaN: true });

  it('is never below its least nor above its most', () => {
    fc.assert(
      fc.property(since, late, (ms, lateMs) => {
        const pace = acceptsPerSecond(ms, lateMs);
        expect(pace).toBeGreaterThanOrEqual(ADMISSION.pace.least);
        expect(pace).toBeLessThanOrEqual(ADMISSION.pace.most);
      }),
    );
  });

  it('grows with time since the start and falls with a late event loop', () => {
    fc.assert(
      fc.property(since, since, late, late, (a, b, c, d) => {
        const [sooner, later] = a < b ? [a, b] : [b, a];
        const [calm, busy] = c < d ? [c, d] : [d, c];
        expect(acceptsPerSecond(later, calm)).toBeGreaterThanOrEqual(acceptsPerSecond(sooner, calm));
        expect(acceptsPerSecond(later, busy)).toBeLessThanOrEqual(acceptsPerSecond(later, calm));
      }),
    );
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
