import type { Assessment, Clock } from '@assay/shared';
import type { CoverageEvents, CoverageReads, CoverageWrites, FleetLook } from '../store/coverage.ts';
import { addLook, DAY_MS, emptyLook, HOUR_MS } from './look.ts';
import { mendedBetween } from './mended.ts';

const LOOK_EVERY_MS = 15 * 60_000;
const SAVE_EVERY_MS = 60_000;
/** Devices counted at once: some milliseconds of the reading thread, and others are answered in between. */
const PAGE = 250;
const PAGE_PAUSE_MS = 25;
/** For as long each hour is kept; of days before that, the last look. */
const HOURLY_MS = 35 * DAY_MS;

/** A look at the whole fleet. */
interface WholeLook {
  /** When it was done. */
  at: number;
  /** How long it took, ms. */
  tookMs: number;
  look: FleetLook;
}

/** What is counted as it happens, for metrics as well. */
export interface CoverageWatcher {
  told(isFresh: boolean): void;
  mended(check: string, afterMs: number): void;
}

/** Looks at the fleet again and again, and counts what happens in between, so that its past can be told without reading it. */
export interface CoverageRecorder {
  /** After a judgement of a device is durable. */
  judged(before: Assessment | null, after: Assessment, isTold: boolean): void;
  /** The newest look; null before the first. */
  last(): WholeLook | null;
  /** Looks anew, or waits for the look that is under way. */
  look(): Promise<WholeLook>;
  /** Stores what was counted. */
  save(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

interface RecorderServices {
  store: CoverageReads & CoverageWrites;
  clock: Clock;
  /** How long days are kept. */
  keepDays: number;
  watcher: CoverageWatcher;
  onError(error: unknown): void;
}

const hourOf = (at: number): number => Math.floor(at / HOUR_MS) * HOUR_MS;

export function createCoverageRecorder(services: RecorderServices): CoverageRecorder {
  const { store, clock, keepDays, watcher, onError } = services;
  let last: WholeLook | null = null;
  let looking: Promise<WholeLook> | null = null;
  let saving: Promise<void> = Promise.resolve();
  let unsaved = new Map<number, CoverageEvents>();
  let timers: NodeJS.Timeout[] = [];
  let stopped = false;

  const events = (hour: number): CoverageEvents => {
    const own = unsaved.get(hour) ?? { hour, told: 0, toldFresh: 0, mended: {} };
    unsaved.set(hour, own);
    return own;
  };

  async function lookAtAll(): Promise<WholeLook> {
    const from = performance.now();
    const sum = emptyLook();
    for (let after: string | null = ''; after !== null && !stopped; ) {
      const page: { look: FleetLook; after: string | null } = await store.lookAtFleet({
        ...{ after, limit: PAGE, now: clock.now() },
      });
      addLook(sum, page.look);
      after = page.after;
      if (after !== null) await new Promise((resolve) => setTimeout(resolve, PAGE_PAUSE_MS));
    }
    const at = clock.now();
    const whole = { at, tookMs: performance.now() - from, look: sum };
    if (stopped) return last ?? whole;
    last = whole;
    await store.putCoverage({ hour: hourOf(at), at, look: sum });
    await store.pruneCoverage({ before: at - keepDays * DAY_MS, hourlyBefore: at - HOURLY_MS });
    return whole;
  }

  async function saveAll(): Promise<void> {
    const taken = unsaved;
    unsaved = new Map();
    for (const own of taken.values()) {
      try {
        await store.addCoverageEvents(own);
        taken.delete(own.hour);
      } catch (error) {
        // Counted again with what came meanwhile.
        for (const left of taken.values()) addEvents(events(left.hour), left);
        throw error;
      }
    }
  }

  function look(): Promise<WholeLook> {
    looking ??= lookAtAll().finally(() => {
      looking = null;
    });
    return looking;
  }
  const save = () => {
    saving = saving.catch(() => {}).then(saveAll);
    return saving;
  };

  return {
    judged(before, after, isTold) {
      const mended = mendedBetween(before, after);
      if (!isTold && mended.length === 0) return;
      const own = events(hourOf(after.assessedAt));
      if (isTold) {
        const isFresh = after.validUntil > after.assessedAt;
        own.told += 1;
        if (isFresh) own.toldFresh += 1;
        watcher.told(isFresh);
      }
      for (const { check, afterMs } of mended) {
        addMended(own, check, { count: 1, sumMs: afterMs });
        watcher.mended(check, afterMs);
      }
    },
    last: () => last,
    look,
    save,
    start() {
      look().catch(onError);
      timers = [
        setInterval(() => look().catch(onError), LOOK_EVERY_MS),
        setInterval(() => save().catch(onError), SAVE_EVERY_MS),
      ];
      for (const timer of timers) timer.unref();
    },
    async stop() {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      await looking?.catch(() => {});
      await save().catch(onError);
    },
  };
}

function addMended(to: CoverageEvents, check: string, more: { count: number; sumMs: number }): void {
  const { count, sumMs } = to.mended[check] ?? { count: 0, sumMs: 0 };
  to.mended[check] = { count: count + more.count, sumMs: sumMs + more.sumMs };
}

function addEvents(to: CoverageEvents, more: CoverageEvents): void {
  to.told += more.told;
  to.toldFresh += more.toldFresh;
  for (const [check, own] of Object.entries(more.mended)) addMended(to, check, own);
}
