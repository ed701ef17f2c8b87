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
    return toDetail(stored, { targets: [], deliveries: [] }, [], services).signals[0]?.observedAt;
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

it('every target is shown, also one that was told nothing of the device yet', () => {
  const target = { kind: 'webhook', config: {}, createdAt: 1 };
  const targets = [
    { ...target, id: 't-1', name: 'chat' },
    { ...target, id: 't-2', name: 'idp' },
  ];
  const told = {
    ...{ id: 'm-1', event: 'device.tier_changed', tier: 'trusted' as const, state: 'delivered' as const },
    ...{ createdAt: 1, attempts: 1, lastAttemptAt: 2, nextAttemptAt: null, answer: '', status: 200 },
  };
  const state = { ...told, targetId: 't-2', targetName: 'idp', targetKind: 'webhook', deviceId: 'd-1' };
  const detail = toDetail(makeStoredDevice('d-1'), { targets, deliveries: [state] }, [], services);
  expect(detail.targets).toEqual([
    { target: 't-1', name: 'chat', kind: 'webhook', delivery: null },
    { target: 't-2', name: 'idp', kind: 'webhook', delivery: told },
  ]);
});
