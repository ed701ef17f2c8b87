import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer, Delivery, Sender } from './target.ts';
import { createMemoryOutbox, type MemoryOutbox, makeDelivery } from './test-doubles.ts';
import { createWorker, type Worker, type WorkerOptions } from './worker.ts';

const DAY_MS = 24 * 60 * 60_000;
const accepted: Answer = { result: 'accepted', status: 202, detail: 'answered 202' };
const refused: Answer = { result: 'refused', status: 400, detail: 'answered 400' };
const retry = (retryAfterMs?: number): Answer => ({
  result: 'retry',
  status: 503,
  detail: 'answered 503',
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

/** Says what the test wants, a little later, and keeps what it was asked. */
function scriptedSender(answerTo: (delivery: Delivery, attempt: number) => Answer | 'hang', latencyMs = 10) {
  const sent: string[] = [];
  const tries = new Map<string, number>();
  const inFlight = new Map<string, number>();
  const seen = { mostPerDevice: 0, mostAtOnce: 0, closed: false };
  const sender: Sender = {
    async send(delivery, signal) {
      const attempt = (tries.get(delivery.id) ?? 0) + 1;
      tries.set(delivery.id, attempt);
      sent.push(delivery.id);
      const own = (inFlight.get(delivery.deviceId) ?? 0) + 1;
      inFlight.set(delivery.deviceId, own);
      seen.mostPerDevice = Math.max(seen.mostPerDevice, own);
      seen.mostAtOnce = Math.max(
        seen.mostAtOnce,
        [...inFlight.values()].reduce((sum, count) => sum + count, 0),
      );
      const answer = answerTo(delivery, attempt);
      try {
        await new Promise<void>((resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
          if (answer !== 'hang') setTimeout(resolve, latencyMs);
        });
      } finally {
        inFlight.set(delivery.deviceId, (inFlight.get(delivery.deviceId) ?? 1) - 1);
      }
      return answer === 'hang' ? accepted : answer;
    },
    async close() {
      seen.closed = true;
    },
  };
  return { sender, sent, seen };
}

const workers: Worker[] = [];

function startWorker(outbox: MemoryOutbox, sender: Sender, options: Partial<WorkerOptions> = {}): Worker {
  const worker = createWorker({
    target: { id: 'target-1', name: 'receiver', carries: 'events' },
    sender,
    outbox,
    clock: { now: () => Date.now() },
    random: () => 0.5,
    onAttempt: () => {},
    ...options,
  });
  workers.push(worker);
  worker.start();
  return worker;
}

function commit(worker: Worker, outbox: MemoryOutbox, ...deliveries: Delivery[]): void {
  outbox.store(...deliveries);
  worker.enqueue(deliveries);
}

const now = () => ({ createdAt: Date.now(), nextAttemptAt: Date.now() });
const ids = (deliveries: Delivery[]) => deliveries.map(({ id }) => id);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 5, 10) });
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  vi.useRealTimers();
});

describe('order and concurrency', () => {
  it('sends a device in order, and at most 16 devices at once', async () => {
    const outbox = createMemoryOutbox();
    const { sender, sent, seen } = scriptedSender(() => accepted);
    const worker = startWorker(outbox, sender);
    await worker.drain();
    const all = Array.from({ length: 120 }, (_, i) =>
      makeDelivery({ deviceId: `device-${i % 40}`, ...now() }),
    );
    commit(worker, outbox, ...all);
    await vi.runAllTimersAsync();
    expect(seen).toMatchObject({ mostPerDevice: 1, mostAtOnce: 16 });
    for (const [device, own] of Map.groupBy(all, ({ deviceId }) => deviceId)) {
      expect(
        sent.filter((id) => ids(own).includes(id)),
        device,
      ).toEqual(ids(own));
    }
    expect(outbox.ended('delivered')).toHaveLength(120);
  });

  it('starts the first attempt at once, without asking the outbox', async () => {
    const outbox = createMemoryOutbox();
    const { sender, sent } = scriptedSender(() => accepted);
    const worker = startWorker(outbox, sender);
    await worker.drain();
    const read = vi.spyOn(outbox, 'pending');
    const delivery = makeDelivery(now());
    commit(worker, outbox, delivery);
    expect(sent).toEqual([delivery.id]);
    expect(read).not.toHaveBeenCalled();
  });

  it('lets a retrying delivery hold up its own device only', async () => {
    const outbox = createMemoryOutbox();
    const [first, second, other] = ['a', 'a', 'b'].map((deviceId) =>
      makeDelivery({ deviceId, ...now() }),
    ) as [Delivery, Delivery, Delivery];
    const { sender, sent } = scriptedSender(({ id }, attempt) =>
      id === first.id && attempt === 1 ? retry() : accepted,
    );
    const worker = startWorker(outbox, sender);
    await worker.drain();
    commit(worker, outbox, first, second, other);
    await vi.advanceTimersByTimeAsync(400);
    expect(outbox.ended('delivered')).toEqual([other.id]);
    await vi.runAllTimersAsync();
    expect(sent).toEqual(ids([first, other, first, second]));
  });

  it('keeps order and loses nothing, whatever is answered and however often recording fails', async () => {
    const answer = fc.constantFrom<Answer | 'hang'>(
      accepted,
      accepted,
      refused,
      retry(),
      retry(30_000),
      'hang',
    );
    const step = fc.record({
      device: fc.integer({ min: 0, max: 3 }),
      answers: fc.array(answer, { maxLength: 5 }),
      pauseMs: fc.constantFrom(0, 0, 3, 10, 40_000),
    });
    const scene = fc.record({
      steps: fc.array(step, { maxLength: 40 }),
      recordFailures: fc.integer({ min: 0, max: 6 }),
      queued: fc.integer({ min: 1, max: 12 }),
      readMs: fc.constantFrom(0, 25),
    });
    await fc.assert(
      fc.asyncProperty(scene, async ({ steps, recordFailures, queued, readMs }) => {
        const outbox = createMemoryOutbox({ readMs });
        const all = steps.map(({ device }) => makeDelivery({ deviceId: `device-${device}`, ...now() }));
        const answers = new Map(all.map(({ id }, i) => [id, steps[i]?.answers ?? []]));
        const { sender, sent, seen } = scriptedSender(({ id }, n) => answers.get(id)?.[n - 1] ?? accepted);
        const worker = startWorker(outbox, sender, { limits: { inFlight: 3, queued } });
        outbox.failRecords(recordFailures);
        for (const [i, delivery] of all.entries()) {
          commit(worker, outbox, delivery);
          await vi.advanceTimersByTimeAsync(steps[i]?.pauseMs ?? 0);
        }
        await vi.runAllTimersAsync();
        await worker.stop();
        expect(seen.mostPerDevice).toBeLessThanOrEqual(1);
        expect([...outbox.ended('delivered'), ...outbox.ended('dead')].sort()).toEqual(ids(all));
        for (const own of Map.groupBy(all, ({ deviceId }) => deviceId).values()) {
          const order = sent
            .filter((id) => ids(own).includes(id))
            .filter((id, i, list) => id !== list[i - 1]);
          expect(order).toEqual(ids(own));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('retries', () => {
  it('honours Retry-After', async () => {
    const outbox = createMemoryOutbox();
    const { sender, sent } = scriptedSender((_, attempt) => (attempt === 1 ? retry(120_000) : accepted));
    const worker = startWorker(outbox, sender);
    await worker.drain();
    commit(worker, outbox, makeDelivery(now()));
    await vi.advanceTimersByTimeAsync(119_000);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toHaveLength(2);
  });

  it('leaves a target alone that says for how long, and asks again after a minute at the latest', async () => {
    const outbox = createMemoryOutbox();
    const [first, other] = ['a', 'b'].map((deviceId) => makeDelivery({ deviceId, ...now() })) as [
      Delivery,
      Delivery,
    ];
    const { sender, sent } = scriptedSender(({ id }, attempt) =>
      id === first.id && attempt === 1 ? retry(120_000) : accepted,
    );
    const worker = startWorker(outbox, sender);
    await worker.drain();
    commit(worker, outbox, first);
    await vi.advanceTimersByTimeAsync(20);
    commit(worker, outbox, other);
    await worker.drain();
    await vi.advanceTimersByTimeAsync(59_000);
    expect(sent).toEqual([first.id]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toEqual(ids([first, other]));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual(ids([first, other, first]));
  });

  it('sends at once again what a person asks for, also to a target that wants to be left alone', async () => {
    const outbox = createMemoryOutbox();
    const delivery = makeDelivery(now());
    const { sender, sent } = scriptedSender((_, attempt) => (attempt === 1 ? retry(50_000) : accepted));
    const worker = startWorker(outbox, sender);
    await worker.drain();
    commit(worker, outbox, delivery);
    await vi.advanceTimersByTimeAsync(20);
    worker.redeliver({ ...delivery, askedAt: Date.now() });
    await vi.advanceTimersByTimeAsync(20);
    expect(sent).toHaveLength(2);
  });

  it('breaks an attempt off after 15 s', async () => {
    const outbox = createMemoryOutbox();
    const { sender } = scriptedSender((_, attempt) => (attempt === 1 ? 'hang' : accepted));
    const worker = startWorker(outbox, sender);
    await worker.drain();
    commit(worker, outbox, makeDelivery(now()));
    await vi.runAllTimersAsync();
    expect(outbox.records).toMatchObject([
      { attempt: 1, state: 'retrying', durationMs: 15_000, answer: { detail: 'no answer within 15 s' } },
      { attempt: 2, state: 'delivered', nextAttemptAt: null },
    ]);
  });

  it('gives up after a day, and goes on with the next of the device', async () => {
    const outbox = createMemoryOutbox();
    const [first, second] = [makeDelivery(now()), makeDelivery(now())];
    const { sender } = scriptedSender(({ id }) => (id === first.id ? retry() : accepted));
    const worker = startWorker(outbox, sender);
    await worker.drain();
    const since = Date.now();
    commit(worker, outbox, first, second);
    await vi.advanceTimersByTimeAsync(DAY_MS + 1);
    expect(outbox.ended('dead')).toEqual([first.id]);
    expect(outbox.ended('delivered')).toEqual([second.id]);
    const last = outbox.records.findLast(({ state }) => state === 'dead');
    expect(last?.answer.detail).toBe('given up: answered 503');
    expect(last?.at).toBeGreaterThan(since + DAY_MS - 5 * 60_000);
  });

  it('takes a sender that throws for a failed attempt', async () => {
    const outbox = createMemoryOutbox();
    const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    const send = vi.fn<Sender['send']>().mockRejectedValueOnce(reset).mockResolvedValue(accepted);
    const worker = startWorker(outbox, { send, close: async () => {} });
    await worker.drain();
    commit(worker, outbox, makeDelivery(now()));
    await vi.runAllTimersAsync();
    expect(outbox.records.map(({ answer }) => answer.detail)).toEqual([
      'ECONNRESET: read ECONNRESET',
      'answered 202',
    ]);
  });

  it('waits for the stored time of a delivery that was retrying before a restart', async () => {
    const outbox = createMemoryOutbox();
    outbox.store(makeDelivery({ createdAt: Date.now(), attempts: 3, nextAttemptAt: Date.now() + 60_000 }));
    const { sender, sent } = scriptedSender(() => accepted);
    startWorker(outbox, sender);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(sent).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(outbox.records).toMatchObject([{ attempt: 4, state: 'delivered' }]);
  });
});

describe('a clock that was set back before a restart', () => {
  it('keeps nothing waiting that is to go at once', async () => {
    const outbox = createMemoryOutbox();
    const ahead = Date.now() + 7_200_000;
    const fresh = makeDelivery({ deviceId: 'a', createdAt: ahead, nextAttemptAt: ahead });
    const asked = makeDelivery({ deviceId: 'b', attempts: 3, nextAttemptAt: ahead, askedAt: ahead });
    outbox.store(fresh, asked);
    const { sender, sent } = scriptedSender(() => accepted);
    startWorker(outbox, sender);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual(ids([fresh, asked]));
  });
});

describe('at least once', () => {
  it('keeps a delivery until its outcome is recorded', async () => {
    const outbox = createMemoryOutbox();
    const { sender } = scriptedSender(() => accepted);
    const onAttempt = vi.fn();
    const worker = startWorker(outbox, sender, { onAttempt });
    await worker.drain();
    outbox.failRecords(3);
    commit(worker, outbox, makeDelivery(now()));
    await vi.advanceTimersByTimeAsync(20);
    expect(worker.health()).toMatchObject({
      queued: 1,
      lastError: { detail: 'the outbox failed: disk full' },
    });
    expect(onAttempt).not.toHaveBeenCalled();
    await vi.runAllTimersAsync();
    expect(outbox.ended('delivered')).toHaveLength(1);
    expect(onAttempt).toHaveBeenCalledOnce();
    // The target took it: nothing fails any more, also if nothing is to be told for long.
    expect(worker.health()).toMatchObject({ queued: 0, failingSince: null, lastError: null });
  });

  it('sends again after a restart what was sent but not recorded', async () => {
    const outbox = createMemoryOutbox();
    const delivery = makeDelivery(now());
    const before = scriptedSender(() => accepted);
    const first = startWorker(outbox, before.sender);
    await first.drain();
    outbox.failRecords(1_000);
    commit(first, outbox, delivery);
    await vi.advanceTimersByTimeAsync(5_000);
    await first.stop();
    outbox.failRecords(0);
    const after = scriptedSender(() => accepted);
    startWorker(outbox, after.sender);
    await vi.runAllTimersAsync();
    expect([...before.sent, ...after.sent]).toEqual([delivery.id, delivery.id]);
    expect(outbox.ended('delivered')).toEqual([delivery.id]);
  });

  it('takes up a backlog that is larger than what it holds in memory, in order', async () => {
    const outbox = createMemoryOutbox();
    const { sender, sent } = scriptedSender(() => accepted);
    const worker = startWorker(outbox, sender, { limits: { inFlight: 2, queued: 10 } });
    await worker.drain();
    const all = Array.from({ length: 95 }, (_, i) => makeDelivery({ deviceId: `device-${i % 3}`, ...now() }));
    commit(worker, outbox, ...all);
    expect(worker.health()).toMatchObject({ queued: 10, behind: true });
    await vi.runAllTimersAsync();
    expect([...sent].sort()).toEqual(ids(all));
    expect(worker.health()).toMatchObject({ queued: 0, behind: false });
  });

  it('does not send twice what arrives while the outbox is read', async () => {
    const outbox = createMemoryOutbox();
    const { sender, sent } = scriptedSender(() => accepted);
    const [stored, arriving] = [makeDelivery(now()), makeDelivery(now())];
    outbox.store(stored);
    const worker = startWorker(outbox, sender);
    commit(worker, outbox, arriving);
    worker.enqueue([stored]);
    await vi.runAllTimersAsync();
    expect(sent).toEqual(ids([stored, arriving]));
  });
});

describe('targets that mirror state', () => {
  const target = { id: 'target-1', name: 'mirror', carries: 'state' } as const;

  it('sends only the newest of a device, and records the others as superseded', async () => {
    const outbox = createMemoryOutbox();
    const all = [makeDelivery(now()), makeDelivery(now()), makeDelivery(now())];
    const { sender, sent } = scriptedSender(() => accepted);
    const worker = startWorker(outbox, sender, { target });
    await worker.drain();
    for (const delivery of all) commit(worker, outbox, delivery);
    await vi.runAllTimersAsync();
    const [first, second, third] = ids(all);
    expect(sent).toEqual([first, third]);
    expect(outbox.ended('superseded')).toEqual([second]);
  });

  it('never repeats a failed state once a newer one waits', async () => {
    const outbox = createMemoryOutbox();
    const [old, fresh] = [makeDelivery(now()), makeDelivery(now())];
    const { sender, sent } = scriptedSender(({ id }) => (id === old.id ? retry() : accepted));
    const worker = startWorker(outbox, sender, { target });
    await worker.drain();
    commit(worker, outbox, old);
    commit(worker, outbox, fresh);
    await vi.runAllTimersAsync();
    expect(sent).toEqual(ids([old, fresh]));
    expect(outbox.records.filter(({ deliveryId }) => deliveryId === old.id)).toMatchObject([
      { attempt: 1, state: 'retrying' },
      { attempt: 2, state: 'superseded' },
    ]);
  });

  it('keeps the newest of each event name', async () => {
    const outbox = createMemoryOutbox();
    const all = ['a', 'b', 'a', 'b'].map((event) => makeDelivery({ event, ...now() }));
    outbox.store(...all);
    const { sender, sent } = scriptedSender(() => accepted);
    startWorker(outbox, sender, { target });
    await vi.runAllTimersAsync();
    expect(sent).toEqual(ids(all).slice(2));
  });
});

describe('by hand', () => {
  it('sends a dead delivery again', async () => {
    const outbox = createMemoryOutbox();
    const delivery = makeDelivery(now());
    const { sender } = scriptedSender((_, attempt) => (attempt === 1 ? refused : accepted));
    const worker = startWorker(outbox, sender);
    await worker.drain();
    commit(worker, outbox, delivery);
    await vi.runAllTimersAsync();
    const again = { ...delivery, attempts: 1 };
    outbox.store(again);
    worker.redeliver(again);
    await vi.runAllTimersAsync();
    expect(outbox.records).toMatchObject([
      { attempt: 1, state: 'dead' },
      { attempt: 2, state: 'delivered' },
    ]);
  });

  it('counts the wait of what a person asked for from then', async () => {
    const { sender } = scriptedSender(() => 'hang');
    const worker = startWorker(createMemoryOutbox(), sender);
    await worker.drain();
    const createdAt = Date.now() - 3 * DAY_MS;
    worker.redeliver({ ...makeDelivery({ createdAt, attempts: 1 }), askedAt: Date.now() });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(worker.health().oldestAgeMs).toBe(2_000);
  });

  it('does not wait for the back-off of a retrying delivery', async () => {
    const outbox = createMemoryOutbox();
    const delivery = makeDelivery(now());
    const { sender, sent } = scriptedSender((_, attempt) => (attempt === 1 ? retry(3_600_000) : accepted));
    const worker = startWorker(outbox, sender);
    await worker.drain();
    commit(worker, outbox, delivery);
    await vi.advanceTimersByTimeAsync(1_000);
    worker.redeliver(delivery);
    expect(sent).toHaveLength(2);
    await vi.runAllTimersAsync();
    expect(sent).toHaveLength(2);
  });
});

describe('by hand while an outcome is being recorded', () => {
  it.each([
    ['accepted', accepted],
    ['refused', refused],
    ['to be retried in an hour', retry(3_600_000)],
  ])('sends what was %s once more', async (_, first) => {
    const outbox = createMemoryOutbox();
    const { promise: recorded, resolve: goOn } = Promise.withResolvers<void>();
    const record = vi.spyOn(outbox, 'record').mockImplementationOnce(() => recorded);
    const delivery = makeDelivery(now());
    const { sender, sent } = scriptedSender((_, attempt) => (attempt === 1 ? first : accepted));
    const worker = startWorker(outbox, sender);
    await worker.drain();
    commit(worker, outbox, delivery);
    await vi.advanceTimersByTimeAsync(20);
    expect(record).toHaveBeenCalledOnce();
    worker.redeliver({ ...delivery, attempts: 1, askedAt: Date.now() });
    goOn();
    await vi.advanceTimersByTimeAsync(20);
    expect(sent).toEqual([delivery.id, delivery.id]);
    expect(outbox.records).toMatchObject([{ attempt: 2, state: 'delivered' }]);
    expect(worker.health().queued).toBe(0);
  });
});

describe('draining and stopping', () => {
  it('drains what can be sent now, and leaves what waits for later', async () => {
    const outbox = createMemoryOutbox();
    const [later, soon] = [
      makeDelivery({ deviceId: 'a', ...now() }),
      makeDelivery({ deviceId: 'b', ...now() }),
    ];
    const { sender } = scriptedSender(({ id }) => (id === later.id ? retry(60_000) : accepted));
    const worker = startWorker(outbox, sender);
    commit(worker, outbox, later, soon);
    const drained = worker.drain();
    await vi.advanceTimersByTimeAsync(10);
    await drained;
    expect(outbox.ended('delivered')).toEqual([soon.id]);
    expect(worker.health()).toMatchObject({ queued: 1, inFlight: 0 });
  });

  it('breaks off what is on its way when stopped, and sends nothing afterwards', async () => {
    const outbox = createMemoryOutbox();
    const { sender, sent, seen } = scriptedSender(() => 'hang');
    const worker = startWorker(outbox, sender);
    await worker.drain();
    commit(worker, outbox, makeDelivery(now()));
    await worker.stop();
    worker.enqueue([makeDelivery(now())]);
    await vi.runAllTimersAsync();
    expect(sent).toHaveLength(1);
    expect(seen.closed).toBe(true);
    expect(outbox.records).toEqual([]);
  });

  it('says that a target is stuck after a minute of failures, and that it works again', async () => {
    const outbox = createMemoryOutbox();
    let up = false;
    const { sender } = scriptedSender(() => (up ? accepted : retry()));
    const worker = startWorker(outbox, sender);
    await worker.drain();
    commit(worker, outbox, makeDelivery(now()));
    await vi.advanceTimersByTimeAsync(61_000);
    expect(worker.health()).toMatchObject({
      stuck: true,
      queued: 1,
      oldestAgeMs: 61_000,
      lastError: { status: 503 },
      lastSuccessAt: null,
    });
    up = true;
    await vi.runAllTimersAsync();
    expect(worker.health()).toMatchObject({ stuck: false, failingSince: null, queued: 0, oldestAgeMs: null });
  });
});
