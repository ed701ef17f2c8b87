import Type from 'typebox';
import { afterEach, expect, it, vi } from 'vitest';
import type { Outbox } from './outbox.ts';
import { createPublisher, type Publisher } from './publisher.ts';
import { createRegistry } from './registry.ts';
import type { Answer, Delivery, TargetKind } from './target.ts';
import { createMemoryOutbox, type MemoryOutbox, makeChange, makeVerdict } from './test-doubles.ts';

interface PaperConfig {
  tray: string;
  events: string[];
}

/** A kind of target that keeps what it is sent by the tray it was configured with. */
function paperKind(
  answer: () => Promise<Answer> = async () => ({ result: 'accepted', status: 200, detail: '' }),
) {
  const trays = new Map<string, Delivery[]>();
  const closed: string[] = [];
  const kind: TargetKind<PaperConfig> = {
    kind: 'paper',
    carries: 'events',
    configSchema: Type.Object({ tray: Type.String(), events: Type.Array(Type.String()) }),
    secrets: [],
    eventsFor: ({ events }) => events,
    create: ({ tray }) => ({
      async send(delivery) {
        trays.set(tray, [...(trays.get(tray) ?? []), delivery]);
        return answer();
      },
      async close() {
        closed.push(tray);
      },
    }),
  };
  return { kind: kind as TargetKind, trays, closed };
}

const publishers: Publisher[] = [];
afterEach(async () => {
  for (const publisher of publishers.splice(0)) await publisher.stop();
});

function create(kind: TargetKind, outbox: Outbox): Publisher {
  let made = 0;
  const publisher = createPublisher({
    outbox,
    services: { signSet: async () => 'a.b.c', issuer: 'https://assay.example' },
    clock: { now: () => 1_767_607_200_000 },
    random: () => 0.5,
    kinds: createRegistry([kind]),
    onAttempt: () => {},
    newId: () => `id-${++made}`,
  });
  publishers.push(publisher);
  return publisher;
}

const target = (id: string, config: Partial<PaperConfig> = {}) => ({
  id,
  name: `target ${id}`,
  kind: 'paper',
  config: { tray: id, events: ['verdict'], ...config },
});

function publish(publisher: Publisher, outbox: MemoryOutbox): Delivery[] {
  const deliveries = publisher.planDeliveries(makeChange());
  outbox.store(...deliveries);
  publisher.enqueue(deliveries);
  return deliveries;
}

it('plans one delivery for each event that each target wants', async () => {
  const publisher = create(paperKind().kind, createMemoryOutbox());
  await publisher.setTargets([
    target('a', { events: ['one', 'two'] }),
    target('b', { events: [] }),
    target('c'),
  ]);
  const change = makeChange();
  expect(publisher.planDeliveries(change)).toEqual(
    [
      { id: 'id-1', targetId: 'a', event: 'one' },
      { id: 'id-2', targetId: 'a', event: 'two' },
      { id: 'id-3', targetId: 'c', event: 'verdict' },
    ].map((expected) => ({
      ...expected,
      deviceId: change.subject.deviceId,
      change,
      createdAt: 1_767_607_200_000,
      attempts: 0,
      nextAttemptAt: 1_767_607_200_000,
    })),
  );
});

it('tells a target that is set up after a device was judged how the device is, and the others only what moved', async () => {
  const at = 1_767_607_200_000;
  const publisher = create(paperKind().kind, createMemoryOutbox());
  const made = (id: string, createdAt: number) => ({ ...target(id), createdAt });
  await publisher.setTargets([made('old', at - 2), made('new', at), made('dated ahead', at + 1)]);
  const change = makeChange({ current: makeVerdict() });
  const told = publisher.planDeliveries(change, { judgedAt: at - 1 });
  expect(told).toMatchObject([
    { targetId: 'old', change },
    {
      targetId: 'new',
      change: { previous: null, current: change.current, cause: { kind: 'first' }, isToldAnew: true },
    },
    { targetId: 'dated ahead', change },
  ]);
  for (const judgedAt of [at + 1, null])
    for (const one of publisher.planDeliveries(change, { judgedAt })) expect(one.change).toEqual(change);
});

it('has to tell of those who were judged before its newest target, also of what was judged while that was set up', async () => {
  const publisher = create(paperKind().kind, createMemoryOutbox());
  expect(publisher.hasTargetSince(0)).toBe(false);
  publisher.start();
  await publisher.setTargets([{ ...target('a'), createdAt: 1_767_607_199_000 }]);
  expect([1_767_607_199_500, 1_767_607_200_001].map(publisher.hasTargetSince)).toEqual([true, false]);
});

it('makes ids that sort by time unless told otherwise', async () => {
  const { kind } = paperKind();
  const publisher = createPublisher({
    outbox: createMemoryOutbox(),
    services: { signSet: async () => '', issuer: '' },
    clock: { now: () => Date.now() },
    random: Math.random,
    kinds: createRegistry([kind]),
    onAttempt: () => {},
  });
  await publisher.setTargets([target('a', { events: Array.from({ length: 500 }, (_, i) => `e${i}`) })]);
  const ids = publisher.planDeliveries(makeChange()).map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
});

it('sends to every target, and takes up what the outbox held before', async () => {
  const { kind, trays } = paperKind();
  const outbox = createMemoryOutbox();
  const publisher = create(kind, outbox);
  await publisher.setTargets([target('a'), target('b')]);
  publish(publisher, outbox);
  publisher.start();
  publish(publisher, outbox);
  await publisher.drain();
  expect([...trays].map(([tray, sent]) => [tray, sent.length])).toEqual([
    ['a', 2],
    ['b', 2],
  ]);
});

it('changes its targets while it runs, and leaves the unchanged ones alone', async () => {
  const { kind, trays, closed } = paperKind();
  const outbox = createMemoryOutbox();
  const publisher = create(kind, outbox);
  publisher.start();
  await publisher.setTargets([target('a'), target('b'), target('c')]);
  await publisher.setTargets([target('a'), target('b', { tray: 'moved' }), target('d')]);
  expect(closed.sort()).toEqual(['b', 'c']);
  publish(publisher, outbox);
  await publisher.drain();
  expect([...trays.keys()].sort()).toEqual(['a', 'd', 'moved']);
});

it('keeps what a removed target was not told, for when it comes back', async () => {
  const { kind, trays } = paperKind();
  const outbox = createMemoryOutbox();
  const publisher = create(kind, outbox);
  publisher.start();
  await publisher.setTargets([target('a')]);
  const deliveries = publisher.planDeliveries(makeChange());
  outbox.store(...deliveries);
  await publisher.setTargets([]);
  publisher.enqueue(deliveries);
  await publisher.setTargets([target('a')]);
  await publisher.drain();
  expect(trays.get('a')).toHaveLength(1);
});

it('goes on with the others when one target is misconfigured, and says so', async () => {
  const { kind, trays } = paperKind();
  const outbox = createMemoryOutbox();
  const publisher = create(kind, outbox);
  publisher.start();
  await publisher.setTargets([{ ...target('a'), config: {} }, { ...target('b'), kind: 'fax' }, target('c')]);
  publish(publisher, outbox);
  await publisher.drain();
  expect([...trays.keys()]).toEqual(['c']);
  expect(publisher.status()).toMatchObject([
    { id: 'a', problems: [expect.stringContaining('tray')], health: null },
    { id: 'b', problems: [expect.stringContaining('unknown kind')], health: null },
    { id: 'c', problems: [], health: { queued: 0, stuck: false } },
  ]);
});

it('goes on with the others when one target cannot be opened, and says so', async () => {
  const { kind, trays } = paperKind();
  const outbox = createMemoryOutbox();
  const broken: TargetKind = {
    ...kind,
    create(config, services) {
      if ((config as { tray: string }).tray === 'a') throw new TypeError('Invalid URL');
      return kind.create(config, services);
    },
  };
  const publisher = create(broken, outbox);
  publisher.start();
  await publisher.setTargets([target('a'), target('b')]);
  publish(publisher, outbox);
  await publisher.drain();
  expect([...trays.keys()]).toEqual(['b']);
  expect(publisher.status()).toMatchObject([
    { id: 'a', problems: ['configuration: Invalid URL'], health: null },
    { id: 'b', problems: [] },
  ]);
});

it('never lets a target that hangs delay another', async () => {
  const { promise: never } = Promise.withResolvers<Answer>();
  const { kind, trays } = paperKind(() => never);
  const fast = paperKind();
  const outbox = createMemoryOutbox();
  const publisher = createPublisher({
    outbox,
    services: { signSet: async () => '', issuer: '' },
    clock: { now: () => Date.now() },
    random: () => 0.5,
    kinds: createRegistry([kind, { ...fast.kind, kind: 'fast' }]),
    onAttempt: () => {},
  });
  publisher.start();
  await publisher.setTargets([target('slow'), { ...target('quick'), kind: 'fast' }]);
  publish(publisher, outbox);
  await vi.waitFor(() => expect(outbox.ended('delivered')).toHaveLength(1), { timeout: 20_000 });
  expect(trays.get('slow')).toHaveLength(1);
  expect(fast.trays.get('quick')).toHaveLength(1);
});

it('sends again by hand, if the target is still there', async () => {
  const { kind, trays } = paperKind();
  const outbox = createMemoryOutbox();
  const publisher = create(kind, outbox);
  publisher.start();
  await publisher.setTargets([target('a')]);
  const [delivery] = publish(publisher, outbox) as [Delivery];
  await publisher.drain();
  expect(publisher.redeliver({ ...delivery, attempts: 1 })).toBe(true);
  expect(publisher.redeliver({ ...delivery, targetId: 'gone' })).toBe(false);
  await publisher.drain();
  expect(trays.get('a')).toHaveLength(2);
});
