import { expect, it } from 'vitest';
import { createBackground } from '../background.ts';
import type { BreakGlassRecord, ExemptionRecord } from '../store/exemptions.ts';
import { createExemptionBook } from './book.ts';
import { createExemptionKeeper, type KeeperServices } from './keeper.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 0, 5);

const exemption: ExemptionRecord = {
  ...{ id: 'e-1', check: 'fw', scope: { kind: 'group', group: 'lab' }, reason: 'why', by: 'ada' },
  ...{ requestedAt: NOW - 5 * HOUR, from: NOW - 5 * HOUR, until: NOW + HOUR, firstAt: NOW - 5 * HOUR },
  ...{ renews: null, approvedBy: null, endedAt: null, endedBy: null, warned: false, applied: true },
};

function keeperOf(
  over: Partial<KeeperServices['store']> = {},
  tell: KeeperServices['tell'] = async () => {},
) {
  const book = createExemptionBook([exemption], []);
  const store: KeeperServices['store'] = {
    breakGlasses: async (): Promise<BreakGlassRecord[]> => [],
    waived: async () => [],
    markWarned: async () => {},
    markApplied: async () => {},
    markBreakGlassApplied: async () => {},
    devicesInGroup: async () => [],
    deviceIds: async () => [],
    ...over,
  };
  let now = NOW;
  const keeper = createExemptionKeeper({
    ...{ fleet: { with: (_, task) => task(null) }, store, book, tell },
    judge: () => Promise.reject(new Error('nobody is judged')),
    background: createBackground(),
    clock: { now: () => now },
    policy: () =>
      ({ checks: [], document: { checks: [] }, exemptions: { warnBeforeMs: 24 * HOUR } }) as never,
    onJudged() {},
    onChanged() {},
    onError(error) {
      throw error;
    },
  });
  return { keeper, book, pass: (ms: number) => (now += ms) };
}

it('an exemption that is ended while its end is warned of stays ended', async () => {
  const { keeper, book } = keeperOf({
    markWarned: async () => book.put({ ...exemption, endedAt: NOW, endedBy: 'eve', applied: false }),
  });
  await keeper.look();
  expect(book.all()).toMatchObject([{ endedAt: NOW, warned: true, applied: false }]);
});

it('what is over is told before it is forgotten: both are of one moment', async () => {
  const toldAt: number[] = [];
  const { keeper, book, pass } = keeperOf({}, async (now) => {
    toldAt.push(now);
    pass(2 * HOUR);
  });
  await keeper.look();
  expect(book.all()).toHaveLength(1);
  await keeper.look();
  expect(toldAt).toEqual([NOW, NOW + 2 * HOUR]);
  expect(book.all()).toEqual([]);
});

it('what a look has applied already is not applied again when its turn comes', async () => {
  const later: ExemptionRecord = { ...exemption, id: 'e-2', warned: true, applied: false };
  const judged: string[] = [];
  let isFirst = true;
  const { keeper, book } = keeperOf({
    devicesInGroup: async ({ group }) => {
      judged.push(group);
      return [];
    },
    // The first look takes its time, another one waits behind it, and somebody grants an exemption.
    breakGlasses: async () => {
      if (isFirst) {
        isFirst = false;
        keeper.look();
        book.put(later);
        await keeper.apply({ exemption: later });
      }
      return [];
    },
  });
  await keeper.look();
  await keeper.look();
  expect(judged).toEqual(['lab']);
  expect(book.get('e-2')?.applied).toBe(true);
});

it('a device’s exemption is applied once, also when a look comes to it at the same time', async () => {
  const scope = { kind: 'device' as const, device: 'd-1' };
  const later: ExemptionRecord = { ...exemption, id: 'e-2', scope, warned: true, applied: false };
  const applied: string[] = [];
  const { keeper, book } = keeperOf({
    markApplied: async ({ id }) => {
      applied.push(id);
    },
  });
  book.put(later);
  await Promise.all([keeper.apply({ exemption: later }), keeper.look()]);
  expect(applied).toEqual(['e-2']);
});
