import type { Clock } from '@assay/shared';
import { makeAttempt } from './attempt.ts';
import { giveUpAt, holdMs, judge, RETRY } from './backoff.ts';
import { createDeviceQueue, type Queued } from './device-queue.ts';
import { createTrack, type WorkerHealth } from './health.ts';
import { createHold } from './hold.ts';
import { createLedger } from './ledger.ts';
import type { AttemptRecord, Outbox } from './outbox.ts';
import type { Answer, Outgoing, Sender } from './target.ts';

/** Attempts at once, and deliveries held in memory, of one target; the rest waits in the outbox. */
const WORKER_LIMITS = { inFlight: 16, queued: 20_000 } as const;

export interface WorkerOptions {
  target: { id: string; name: string; carries: 'state' | 'events' };
  sender: Sender;
  outbox: Outbox;
  clock: Clock;
  /** In [0, 1). */
  random: () => number;
  /** After an attempt's outcome is durable. */
  onAttempt: (record: AttemptRecord, delivery: Outgoing) => void;
  limits?: { inFlight: number; queued: number };
}

/**
 * Sends one target's deliveries: in order and one at a time per device, many devices at once. A delivery stays until
 * its outcome is recorded, so after a crash it is sent again: at least once, never lost. A delivery that must be
 * retried holds up its own device only, unless the target says how long it wants to be left alone.
 */
export interface Worker {
  /** Takes up what the outbox holds. Before it, nothing is sent. */
  start(): void;
  /** Right after the deliveries were committed. */
  enqueue(deliveries: readonly Outgoing[]): void;
  /**
   * By hand: now, and again for a day, also if it was dead or waits for its next attempt. The caller has made it
   * pending in the outbox.
   */
  redeliver(delivery: Outgoing): void;
  /** Resolves when nothing is on its way and everything else waits for a later time. */
  drain(): Promise<void>;
  /** Breaks off what is on its way, which stays in the outbox, and closes the sender. */
  stop(): Promise<void>;
  health(): WorkerHealth;
}

export function createWorker(options: WorkerOptions): Worker {
  const { target, sender, outbox, clock, random, onAttempt } = options;
  const limits = options.limits ?? WORKER_LIMITS;
  const queue = createDeviceQueue(target.carries);
  const track = createTrack();
  const timers = new Map<string, NodeJS.Timeout>();
  const attempts = new Set<AbortController>();
  const running = new Set<Promise<void>>();
  const stop = new AbortController();
  /** Superseded, not yet recorded: gone from the queue, still in the outbox. */
  const settling = new Set<string>();
  const settledWhileLoading = new Set<string>();
  const ledger = createLedger({
    targetId: target.id,
    outbox,
    stop: stop.signal,
    random,
    onAttempt,
    onFailure(detail) {
      track.failed(detail, clock.now());
      pump();
    },
    onSuccess: track.recovered,
  });
  const hold = createHold(clock, () => pump());
  /** Came while the outbox was read. */
  const arrivals: Queued[] = [];
  let started = false;
  let loading = false;
  let behind = false;
  const drained: (() => void)[] = [];

  function run(work: Promise<void>): void {
    running.add(work);
    void work.finally(() => running.delete(work));
  }

  function pump(): void {
    while (!stop.signal.aborted && !hold.isOn && attempts.size < limits.inFlight) {
      const item = queue.take();
      if (!item) break;
      run(deliver(item));
    }
    if (behind && !loading && queue.size <= limits.queued / 2) run(load());
    if (stop.signal.aborted || isQuiet()) for (const resolve of drained.splice(0)) resolve();
  }

  const isQuiet = () =>
    attempts.size === 0 &&
    ledger.writing === 0 &&
    arrivals.length === 0 &&
    !loading &&
    (hold.isOn || !queue.hasReady());

  async function deliver(item: Queued): Promise<void> {
    const controller = new AbortController();
    attempts.add(controller);
    const at = clock.now();
    const answer = await makeAttempt(sender, item.delivery, controller);
    attempts.delete(controller);
    if (stop.signal.aborted) return;
    item.attempts += 1;
    const now = clock.now();
    track.answered(answer, now);
    hold.extend(holdMs(answer));
    const verdict = judge(answer, {
      now,
      failures: item.attempts,
      giveUpAt: item.giveUpAt,
      random: random(),
    });
    const gaveUp = verdict.state === 'dead' && answer.result === 'retry';
    const said = gaveUp ? { ...answer, detail: `given up: ${answer.detail}` } : answer;
    // Whoever asked before this answer has it now.
    item.isAskedFor = false;
    const recorded = ledger.record(item, { at, durationMs: Math.max(0, now - at), answer: said, ...verdict });
    pump();
    if (!(await recorded)) return;
    const next = item.isAskedFor ? clock.now() : verdict.nextAttemptAt;
    if (next === null) settled(item);
    else restUntil(item.delivery.deviceId, next);
    pump();
  }

  function settled({ delivery }: Queued): void {
    queue.done(delivery.deviceId);
    if (loading) settledWhileLoading.add(delivery.id);
  }

  async function supersede(item: Queued): Promise<void> {
    settling.add(item.delivery.id);
    item.attempts += 1;
    const answer: Answer = { result: 'refused', status: null, detail: 'not sent: a newer state was queued' };
    const outcome = {
      at: clock.now(),
      durationMs: 0,
      answer,
      state: 'superseded',
      nextAttemptAt: null,
    } as const;
    if (!(await ledger.record(item, outcome))) return;
    settling.delete(item.delivery.id);
    if (loading) settledWhileLoading.add(item.delivery.id);
    pump();
  }

  function restUntil(deviceId: string, at: number): void {
    for (const item of queue.rest(deviceId)) run(supersede(item));
    clearTimeout(timers.get(deviceId));
    const delayMs = Math.min(Math.max(0, at - clock.now()), RETRY.giveUpAfterMs);
    timers.set(
      deviceId,
      setTimeout(() => wake(deviceId), delayMs),
    );
  }

  function wake(deviceId: string): void {
    clearTimeout(timers.get(deviceId));
    timers.delete(deviceId);
    queue.wake(deviceId);
    pump();
  }

  const toQueued = (delivery: Outgoing): Queued => ({
    delivery,
    attempts: delivery.attempts,
    giveUpAt: giveUpAt(delivery, clock.now()),
    isAskedFor: false,
  });

  function admit(item: Queued): void {
    if (queue.get(item.delivery.id) || settling.has(item.delivery.id)) return;
    for (const old of queue.add(item)) run(supersede(old));
  }

  async function load(): Promise<void> {
    loading = true;
    settledWhileLoading.clear();
    const stored = await ledger.pending(limits.queued);
    loading = false;
    if (!stored || stop.signal.aborted) return;
    for (const delivery of stored) {
      if (settledWhileLoading.has(delivery.id) || queue.get(delivery.id)) continue;
      admit(toQueued(delivery));
      const { deviceId, nextAttemptAt, createdAt, askedAt = createdAt } = delivery;
      // What is to go at once may be of a time that lies ahead: the clock has been set back since.
      const isPaused = nextAttemptAt > askedAt && nextAttemptAt > clock.now();
      if (isPaused && !queue.isBusy(deviceId)) restUntil(deviceId, nextAttemptAt);
    }
    behind = stored.length >= limits.queued;
    // What arrived meanwhile is in the outbox too; behind an unread rest of it, order needs it to wait there.
    for (const item of arrivals.splice(0)) if (!behind) admit(item);
    pump();
  }

  return {
    start() {
      if (started) return;
      started = true;
      run(load());
    },
    enqueue(deliveries) {
      if (!started || stop.signal.aborted) return;
      for (const delivery of deliveries) {
        if (loading) arrivals.push(toQueued(delivery));
        else if (behind || queue.size >= limits.queued) behind = true;
        else admit(toQueued(delivery));
      }
      pump();
    },
    redeliver(delivery) {
      if (!started || stop.signal.aborted) return;
      const item = queue.get(delivery.id) ?? toQueued(delivery);
      item.giveUpAt = giveUpAt(delivery, clock.now());
      item.isAskedFor = true;
      if (loading) arrivals.push(item);
      else admit(item);
      hold.lift();
      wake(delivery.deviceId);
    },
    drain: () =>
      new Promise((resolve) => {
        drained.push(resolve);
        pump();
      }),
    async stop() {
      stop.abort();
      hold.lift();
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      for (const controller of attempts) controller.abort();
      pump();
      await Promise.all(running);
      await sender.close();
    },
    health: () =>
      track.health(clock.now(), {
        queued: queue.size,
        behind,
        inFlight: attempts.size,
        oldest: queue.oldestSince(),
      }),
  };
}
