import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '@assay/shared';
import { createDeliveryIds } from './delivery-ids.ts';
import type { WorkerHealth } from './health.ts';
import { configProblems, type TargetKinds } from './kinds.ts';
import type { Notice } from './notice.ts';
import type { AttemptRecord, Outbox } from './outbox.ts';
import { type PlannedTarget, planDeliveries, planNotice } from './plan.ts';
import type {
  Delivery,
  NoticeDelivery,
  Outgoing,
  SenderServices,
  TargetKind,
  VerdictChange,
} from './target.ts';
import { createWorker, type Worker } from './worker.ts';

/** A target as an administrator set it up. `config` is checked against the kind's schema. */
interface TargetConfig {
  id: string;
  name: string;
  kind: string;
  config: unknown;
  /** Ms; missing: before all that is told. */
  createdAt?: number;
}

/** Of which devices a change, or none, is to be told. */
interface PlanOptions {
  of?: 'device' | 'canary';
  /** When the device was judged last, ms; missing or null: it was not. */
  judgedAt?: number | null;
}

/** How a target is doing. A target with `problems` is told nothing until they are mended. */
interface TargetStatus {
  id: string;
  name: string;
  kind: string;
  /** The canary's own: nothing that people set up. */
  isForCanary: boolean;
  problems: string[];
  health: WorkerHealth | null;
}

export interface PublisherOptions {
  outbox: Outbox;
  services: Omit<SenderServices, 'clock'>;
  clock: Clock;
  /** In [0, 1). */
  random: () => number;
  kinds: TargetKinds;
  /** After an attempt's outcome is durable. */
  onAttempt: (record: AttemptRecord, delivery: Outgoing, targetName: string) => void;
  newId?: () => string;
}

/** The workers of all configured targets. */
export interface Publisher {
  /** Adds, replaces and removes targets; what is queued for a removed one stays in the outbox. */
  setTargets(configs: readonly TargetConfig[]): Promise<void>;
  /** The deliveries that follow from a change of a device, or of the canary, to be committed with it and then enqueued. */
  planDeliveries(change: VerdictChange, options?: PlanOptions): Delivery[];
  /** Whether a target was set up after a device had been judged last: it has to hear of it even if nothing moves. */
  hasTargetSince(judgedAt: number): boolean;
  /** Those that tell a notice, to be kept with it and then enqueued. */
  planNotice(notice: Notice): NoticeDelivery[];
  enqueue(deliveries: readonly Outgoing[]): void;
  /** False when the delivery's target is not there. See `Worker.redeliver`. */
  redeliver(delivery: Outgoing): boolean;
  start(): void;
  /** Resolves when every target waits for a later time or has nothing left; see `Worker.drain`. */
  drain(): Promise<void>;
  stop(): Promise<void>;
  status(): TargetStatus[];
}

type Target = { settings: TargetConfig; since: number | undefined; problems: string[] } & (
  | { worker: Worker; kind: TargetKind }
  | { worker: null; kind: null }
);

export function createPublisher(options: PublisherOptions): Publisher {
  const { outbox, clock, random, kinds, onAttempt, newId = createDeliveryIds(null) } = options;
  const services: SenderServices = { ...options.services, clock };
  let targets = new Map<string, Target>();
  let newestAt = Number.NEGATIVE_INFINITY;
  let started = false;
  let lastChange: Promise<void> = Promise.resolve();

  function open(settings: TargetConfig, since: number | undefined): Target {
    const problems = configProblems(kinds, settings.kind, settings.config);
    const kind = kinds.get(settings.kind);
    const target = { settings, since };
    if (!kind || problems.length > 0) return { ...target, problems, worker: null, kind: null };
    try {
      return { ...target, problems, worker: workerOf(settings, kind), kind };
    } catch (error) {
      // One target must not keep the others, or the collector, from working.
      const problem = `configuration: ${(error as Error).message}`;
      return { ...target, problems: [problem], worker: null, kind: null };
    }
  }

  const workerOf = ({ id, name, config }: TargetConfig, kind: TargetKind): Worker =>
    createWorker({
      target: { id, name, carries: kind.carries },
      sender: kind.create(config, services),
      outbox,
      clock,
      random,
      onAttempt: (record, delivery) => onAttempt(record, delivery, name),
    });

  const workers = () => [...targets.values()].flatMap(({ worker }) => worker ?? []);

  async function apply(configs: readonly TargetConfig[]): Promise<void> {
    const before = targets;
    targets = new Map(
      configs.map(({ id, name, kind, config, createdAt }) => {
        const known = before.get(id);
        const settings = { id, name, kind, config };
        if (known && isDeepStrictEqual(known.settings, settings)) return [id, known];
        // Devices that were judged while it was being set up were not planned for it.
        return [id, open(settings, known?.since ?? (started ? clock.now() : createdAt))];
      }),
    );
    newestAt = Math.max(...[...targets.values()].map(({ since = Number.NEGATIVE_INFINITY }) => since));
    const kept = new Set(targets.values());
    // A replaced target's new worker starts only when the old one has ended: one in flight per device.
    await Promise.all(
      [...before.values()].filter((old) => !kept.has(old)).map(({ worker }) => worker?.stop()),
    );
    if (started) for (const worker of workers()) worker.start();
  }

  const targetsFor = (isForCanary: boolean): PlannedTarget[] =>
    [...targets.values()].flatMap(({ settings: { id, config }, since = Number.NEGATIVE_INFINITY, kind }) =>
      kind && (kind.isForCanary ?? false) === isForCanary ? [{ id, kind, config, since }] : [],
    );

  return {
    setTargets(configs) {
      const change = lastChange.then(() => apply(configs));
      lastChange = change.catch(() => {});
      return change;
    },
    planDeliveries: (change, { of = 'device', judgedAt = null } = {}) =>
      planDeliveries(targetsFor(of === 'canary'), change, { now: clock.now(), newId, judgedAt }),
    hasTargetSince: (judgedAt) => judgedAt <= newestAt && newestAt <= clock.now(),
    planNotice: (notice) => planNotice(targetsFor(false), notice, { now: clock.now(), newId }),
    enqueue(deliveries) {
      for (const [targetId, own] of Map.groupBy(deliveries, ({ targetId }) => targetId)) {
        targets.get(targetId)?.worker?.enqueue(own);
      }
    },
    redeliver(delivery) {
      const worker = targets.get(delivery.targetId)?.worker;
      worker?.redeliver(delivery);
      return Boolean(worker);
    },
    start() {
      started = true;
      for (const worker of workers()) worker.start();
    },
    async drain() {
      await Promise.all(workers().map((worker) => worker.drain()));
    },
    async stop() {
      await Promise.all(workers().map((worker) => worker.stop()));
    },
    status: () =>
      [...targets.values()].map(({ settings: { id, name, kind }, problems, worker }) => ({
        id,
        name,
        kind,
        isForCanary: kinds.get(kind)?.isForCanary ?? false,
        problems,
        health: worker?.health() ?? null,
      })),
  };
}
