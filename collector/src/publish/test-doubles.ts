import type { AttemptRecord, Outbox } from './outbox.ts';
import type { Delivery, Verdict, VerdictChange } from './target.ts';

/** An outbox in memory that keeps what a durable one would, and can be made to fail. */
export interface MemoryOutbox extends Outbox {
  readonly records: AttemptRecord[];
  /** How many of the next `record` calls fail. */
  failRecords(count: number): void;
  store(...deliveries: Delivery[]): void;
  /** Ids of the deliveries that ended in this state, in the order in which they did. */
  ended(state: AttemptRecord['state']): string[];
}

/** @param readMs how long reading takes: what is found is what was stored when it began */
export function createMemoryOutbox({ readMs = 0 } = {}): MemoryOutbox {
  const pending = new Map<string, Delivery>();
  const records: AttemptRecord[] = [];
  let failures = 0;
  return {
    records,
    failRecords(count) {
      failures = count;
    },
    store(...deliveries) {
      for (const delivery of deliveries) pending.set(delivery.id, delivery);
    },
    ended: (state) => records.filter((record) => record.state === state).map(({ deliveryId }) => deliveryId),
    async pending(targetId, limit) {
      const own = [...pending.values()].filter((delivery) => delivery.targetId === targetId);
      const found = own.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit);
      if (readMs > 0) await new Promise((resolve) => setTimeout(resolve, readMs));
      return found;
    },
    async record(attempt) {
      if (failures > 0) {
        failures -= 1;
        throw new Error('disk full');
      }
      records.push(attempt);
      const { deliveryId, attempt: attempts, nextAttemptAt } = attempt;
      const delivery = pending.get(deliveryId);
      if (nextAttemptAt === null) pending.delete(deliveryId);
      else if (delivery) pending.set(deliveryId, { ...delivery, attempts, nextAttemptAt });
    },
  };
}

export const makeVerdict = (verdict: Partial<Verdict> = {}): Verdict => ({
  score: 90,
  tier: 'trusted',
  compliant: true,
  since: Date.UTC(2026, 0, 5),
  validUntil: Date.UTC(2026, 0, 6),
  policy: 'baseline@1f3c',
  ...verdict,
});

export const makeChange = (change: Partial<VerdictChange> = {}): VerdictChange => ({
  subject: {
    deviceId: '0199a4de-0000-7000-8000-00000000d001',
    hostname: 'ada-laptop',
    platform: 'linux',
    serial: 'PF3XK2',
    uuid: null,
    owner: 'ada@example.com',
  },
  previous: makeVerdict(),
  current: makeVerdict({ score: 40, tier: 'untrusted', compliant: false }),
  cause: { kind: 'device', text: 'disk_encryption changed' },
  findings: [
    {
      check: 'disk-encryption',
      title: 'The system disk is encrypted',
      outcome: 'fail',
      required: true,
      explain: 'the volume at / is not encrypted',
      user: 'the volume at / is not encrypted',
      remedy: 'turn on LUKS',
      audience: 'both',
      points: -30,
    },
  ],
  at: Date.UTC(2026, 0, 5, 10, 0, 0, 250),
  ...change,
});

let made = 0;

/** A delivery that was never tried; ids sort in the order of making, as UUIDv7 do. */
export const makeDelivery = (delivery: Partial<Delivery> = {}): Delivery => {
  made += 1;
  const change = delivery.change ?? makeChange();
  return {
    id: `0199a4de-0000-7000-8000-${String(made).padStart(12, '0')}`,
    targetId: 'target-1',
    deviceId: change.subject.deviceId,
    event: 'device.tier_changed',
    change,
    createdAt: change.at,
    attempts: 0,
    nextAttemptAt: change.at,
    ...delivery,
  };
};
