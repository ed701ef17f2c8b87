import type { Clock } from '@assay/shared';
import { type Application, type ApplyServices, applyTo } from '../apply.ts';
import type { Background } from '../background.ts';
import type { Fleet } from '../fleet.ts';
import type { Judge } from '../judge.ts';
import type { Policy } from '../policy/policy.ts';
import { checksOfAnybody } from '../policy/rules/to-policy.ts';
import type { DeviceReads } from '../store/devices.ts';
import type {
  BreakGlassRecord,
  ExemptionReads,
  ExemptionRecord,
  ExemptionWrites,
} from '../store/exemptions.ts';
import { applicationOf, applicationOfBreakGlass, endingSoon } from './applications.ts';
import type { ExemptionBook } from './book.ts';
import { debtOf, type ExemptionDebt, endsSoon } from './debt.ts';

const LOOK_EVERY_MS = 30_000;

export interface KeeperServices {
  fleet: Pick<Fleet, 'with'>;
  store: Pick<ExemptionReads, 'breakGlasses' | 'waived'> &
    Pick<ExemptionWrites, 'markWarned' | 'markApplied' | 'markBreakGlassApplied'> &
    Pick<DeviceReads, 'devicesInGroup' | 'deviceIds'>;
  judge: Judge;
  background: Background;
  book: ExemptionBook;
  clock: Clock;
  policy(): Policy;
  /** Tells targets what is news of exemptions and break-glass. */
  tell(now: number): Promise<void>;
  onJudged(deviceId: string): void;
  /** An exemption, or break-glass, is another than before. */
  onChanged(): void;
  onError(error: unknown): void;
}

/** Sees to it that exemptions take effect, are warned of and are forgotten, also after a restart. */
export interface ExemptionKeeper {
  start(): void;
  stop(): Promise<void>;
  /** Resolves at once where it is about many devices, and goes on in the background. */
  apply(change: { exemption: ExemptionRecord } | { breakGlass: BreakGlassRecord }): Promise<void>;
  /** As of the last look; `fresh` looks. */
  debt(): ExemptionDebt;
  fresh(): Promise<ExemptionDebt>;
  /** Does what is to be done now; every half minute after `start`. Resolves when all that was begun is done. */
  look(): Promise<void>;
}

export function createExemptionKeeper(services: KeeperServices): ExemptionKeeper {
  const { fleet, store, judge, background, book, clock, policy, tell, onJudged, onChanged, onError } =
    services;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const inHand = new Map<string, Promise<void>>();
  let debt = debtOf([], [], { now: clock.now(), warnBeforeMs: 0 });

  const applying: ApplyServices = {
    ...{ fleet, judge, background, clock, onJudged, onError },
    isStopped: () => stopped,
  };
  const titleOf = (check: string) => checksOfAnybody(policy()).find(({ id }) => id === check)?.title ?? check;

  async function through(application: Application, done: () => Promise<void>): Promise<void> {
    if (await applyTo(application, applying)) await done();
    onChanged();
  }

  const isSameStep = (a: ExemptionRecord, b: ExemptionRecord) => a.endedAt === b.endedAt && a.from === b.from;

  async function applyStep(exemption: ExemptionRecord): Promise<void> {
    const known = book.get(exemption.id);
    // Forgotten is only what was applied.
    if (!known || (known.applied && isSameStep(known, exemption))) return;
    await through(applicationOf(exemption, titleOf(exemption.check), store), async () => {
      await store.markApplied(exemption);
      // It may have been ended meanwhile: that is another step, with its own turn.
      const present = book.get(exemption.id);
      if (present && isSameStep(present, exemption)) book.put({ ...present, applied: true });
    });
  }

  // Once, whether its turn comes first or a look does: the timeline says each step once.
  function applyExemption(exemption: ExemptionRecord): Promise<void> {
    const step = `${exemption.id} ${exemption.from} ${exemption.endedAt}`;
    const applied = inHand.get(step) ?? applyStep(exemption).finally(() => inHand.delete(step));
    inHand.set(step, applied);
    return applied;
  }

  const applyBreakGlass = (breakGlass: BreakGlassRecord) =>
    through(applicationOfBreakGlass(breakGlass, store), () => store.markBreakGlassApplied(breakGlass));

  const later = (task: () => Promise<void>) => {
    running = running.then(task).catch(onError);
  };

  async function catchUp(): Promise<void> {
    for (const exemption of book.all()) if (!exemption.applied) await applyExemption(exemption);
    for (const breakGlass of await store.breakGlasses())
      if (!breakGlass.applied) await applyBreakGlass(breakGlass);
  }

  async function warn(): Promise<void> {
    const now = clock.now();
    for (const { id } of book.all()) {
      const exemption = book.get(id);
      const isDue = exemption && !exemption.warned;
      if (!isDue || !endsSoon(exemption, policy().exemptions.warnBeforeMs, now)) continue;
      const { scope, check } = exemption;
      if (scope.kind === 'device') {
        const event = endingSoon(exemption, titleOf(check));
        await applyTo({ ...applicationOf(exemption, titleOf(check), store), event }, applying);
      }
      await store.markWarned(id);
      // It may have been ended meanwhile.
      const present = book.get(id);
      if (present) book.put({ ...present, warned: true });
      onChanged();
    }
  }

  async function fresh(): Promise<ExemptionDebt> {
    const { warnBeforeMs } = policy().exemptions;
    debt = debtOf(book.all(), await store.waived(), { now: clock.now(), warnBeforeMs });
    return debt;
  }

  async function look(): Promise<void> {
    await catchUp();
    await warn();
    // What is over by this moment is told, and then forgotten.
    const now = clock.now();
    await tell(now);
    book.forget(now);
    await fresh();
  }

  return {
    start() {
      later(look);
      timer = setInterval(() => later(look), LOOK_EVERY_MS);
      timer.unref();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
    async apply(change) {
      onChanged();
      later(() => tell(clock.now()));
      if ('breakGlass' in change) return later(() => applyBreakGlass(change.breakGlass));
      if (change.exemption.scope.kind === 'device') return applyExemption(change.exemption);
      later(() => applyExemption(change.exemption));
    },
    debt: () => debt,
    fresh,
    look() {
      later(look);
      return running;
    },
  };
}
