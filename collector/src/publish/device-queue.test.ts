import { expect, it } from 'vitest';
import { createDeviceQueue, type Queued } from './device-queue.ts';
import type { Delivery } from './target.ts';
import { makeChange, makeDelivery } from './test-doubles.ts';

const queued = (delivery: Partial<Delivery> = {}): Queued => ({
  ...{ delivery: makeDelivery(delivery), attempts: 0, giveUpAt: 0, isAskedFor: false },
});

it('the end of a device does not wait behind more than a hundred of its moves', () => {
  const queue = createDeviceQueue('events');
  const withdrawn = queued({ change: makeChange({ lifecycle: { kind: 'withdrawn', owner: null } }) });
  const asked = { ...queued(), isAskedFor: true };
  const moves = Array.from({ length: 1000 }, () => queued({ event: 'risk-level-change' }));
  expect([withdrawn, asked, ...moves].flatMap((item) => queue.add(item))).toEqual([]);
  const revoked = queued({
    event: 'session-revoked',
    change: makeChange({ lifecycle: { kind: 'revoked' } }),
  });
  expect(queue.add(revoked)).toEqual(moves);
  expect([withdrawn, asked, revoked].map(({ delivery }) => queue.get(delivery.id))).toEqual([
    ...[withdrawn, asked, revoked],
  ]);
  expect(queue.size).toBe(3);
});

it('of a hundred moves each is told, and of a device that is there of a thousand', () => {
  const few = createDeviceQueue('events');
  const end = queued({ change: makeChange({ lifecycle: { kind: 'unenrolled' } }) });
  const moves = Array.from({ length: 99 }, () => queued());
  expect([...moves, end].flatMap((item) => few.add(item))).toEqual([]);
  const many = createDeviceQueue('events');
  expect(Array.from({ length: 1000 }, () => queued()).flatMap((item) => many.add(item))).toEqual([]);
});
