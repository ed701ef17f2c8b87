import { encodeReport, ok } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { makeStoredDevice } from '../store/test-records.ts';
import { toDetail } from './device-view.ts';

const HOUR = 3_600_000;
const RECEIVED = Date.UTC(2026, 0, 5, 12);
const services = {
  live: { get: () => undefined } as never,
  active: { policy: { tiers: { trusted: 80, limited: 50 } } as never },
  lastSeen: () => null,
  verified: (signals: object) => signals,
};

describe('when a signal was seen', () => {
  /** By the agent's clock; the report was received at `RECEIVED`. */
  function shown(createdAt: number, observedAt: number): number | undefined {
    const stored = makeStoredDevice('d-1');
    const firewall = { ...ok({ enabled: true, backend: 'ufw', evidence: [] }), observedAt };
    stored.evidence = encodeReport({
      ...{ deviceId: 'd-1', number: 1, nonce: new Uint8Array(32), bootId: 'b', createdAt, lost: null },
      signals: { firewall },
    });
    stored.record.lastReportAt = RECEIVED;
    return toDetail(stored, [], [], services).signals[0]?.observedAt;
  }

  it.each([
    ['right', 0],
    ['five hours behind', -5 * HOUR],
    ['a day ahead', 24 * HOUR],
  ])('is told by the collector’s clock, of an agent whose own is %s', (_, off) => {
    const now = RECEIVED + off;
    expect(shown(now, now - HOUR)).toBe(RECEIVED - HOUR);
  });

  it('is a time that a date can have, whatever the agent says', () => {
    const most = Number.MAX_SAFE_INTEGER;
    for (const [createdAt, observedAt] of [
      [RECEIVED, most],
      [0, most],
      [most, 0],
      [most, most],
    ] as const) {
      const at = shown(createdAt, observedAt) ?? Number.NaN;
      expect(() => new Date(at).toISOString()).not.toThrow();
      expect(at).toBeLessThanOrEqual(RECEIVED);
    }
  });
});
