import { expect, it } from 'vitest';
import { createDeviceQueue, type Queued } from './device-queue.ts';
import type { Delivery } from './target.ts';
import { makeChange, makeDelivery } from './test-doubles.ts';

const queued = (delivery: Partial<Delivery> = {}): Queued => ({
  ...{ delivery: makeDelivery(delivery), attempts: 0, giveUpAt: 0, isAskedFor: false },
});
const ofOwner = (owner: string) => {
  const { subject } = makeChange();
  return makeChange({ subject: { ...subject, owner } });
};

it('a device whose verdict moves faster than a target takes it waits behind no more than a hundred of its moves', () => {
  const queue = createDeviceQueue('events');
  const before = queued({ change: ofOwner('bob@example.com') });
  const withdrawn = queued({ change: makeChange({ lifecycle: { kind: 'withdrawn', owner: null } }) });
  const asked = { ...queued(), isAskedFor: true };
  const superseded = [before, withdrawn, asked].flatMap((item) => queue.add(item));
  let most = 0;
  let last = queued();
  for (let i = 0; i < 1000; i++) {
    for (const event of ['risk-level-change', 'device-compliance-change']) {
      last = queued({ event });
      superseded.push(...queue.add(last));
      most = Math.max(most, queue.size);
    }
  }
  const revoked = queued({
    event: 'session-revoked',
    change: makeChange({ lifecycle: { kind: 'revoked' } }),
  });
  superseded.push(...queue.add(revoked));

  expect(most).toBeLessThanOrEqual(101);
  expect(superseded.length + queue.size).toBe(2004);
  for (const item of [before, withdrawn, asked, last, revoked])
    expect(queue.get(item.delivery.id)).toBe(item);
});

it('of a hundred moves each is told', () => {
  const queue = createDeviceQueue('events');
  const moves = Array.from({ length: 100 }, () => queued());
  expect(moves.flatMap((item) => queue.add(item))).toEqual([]);
  expect(queue.size).toBe(100);
});
