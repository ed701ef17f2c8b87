import type { Clock } from '@assay/shared';
import type { Background } from './background.ts';
import type { Device, Fleet } from './fleet.ts';
import type { Judge } from './judge.ts';
import { lookAgainAt } from './judge-step.ts';
import { isTransition } from './publish/transition.ts';
import { inBackground } from './step.ts';
import type { DeviceReads, DeviceWrites } from './store/devices.ts';

const LOOK_EVERY_MS = 1000;
const BATCH = 200;
/** A clock that is corrected by less moves no deadline that anybody would notice. */
const STEP_MS = 5000;

/** Who has no grace left, or whose evidence is too old, loses access now. */
const isUrgent = true;

/** Time's own changes to verdicts, through the same path as a report's. */
export interface Reassessor {
  start(): void;
  /** Judges what is due now; once a second after `start`. */
  look(): Promise<void>;
  stop(): Promise<void>;
  /** Since everything that was due had been judged, ms. */
  behindMs(): number;
}

interface ReassessServices {
  judge: Judge;
  background: Background;
  clock: Clock;
  /** Time moved a device's verdict. */
  onMoved(deviceId: string): void;
}

/** @param onError what could not be judged is tried again at the next look */
export function createReassessor(
  fleet: Fleet,
  store: Pick<DeviceReads, 'devicesDue' | 'devicesJudgedAfter'> & Pick<DeviceWrites, 'postponeLook'>,
  { judge, background, clock, onMoved }: ReassessServices,
  onError: (error: unknown) => void,
): Reassessor {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  let looking = false;
  let stopped = false;
  let doneAt = clock.now();
  const isStopped = () => stopped;
  const isSetBack = watchForStepsBack(clock.now);
  // While the collector was down nobody watched the clock.
  let looksAhead = true;

  async function look(): Promise<void> {
    const now = clock.now();
    looksAhead ||= isSetBack();
    if (looksAhead) await lookAhead(now);
    looksAhead = false;
    const visited = new Set<string>();
    let failed = false;
    for (let limit = BATCH; !stopped; ) {
      const due = await store.devicesDue({ at: now, limit });
      const left = due.filter((id) => !visited.has(id));
      if (left.length === 0 && due.length < limit) break;
      // What could not be judged stays due and comes first: look past it.
      limit = BATCH + due.length - left.length;
      for (const id of left) visited.add(id);
      const errors = await background.each(left, (id) => lookAt(id, now), { isStopped, isUrgent });
      failed ||= errors.length > 0;
      errors.forEach(onError);
    }
    if (!failed) doneAt = now;
  }

  /**
   * Verdicts of a time that lies ahead: the clock has been set back since. Their deadlines are as far away as the clock
   * was ahead, unless they are judged again.
   */
  async function lookAhead(now: number): Promise<void> {
    for (let after = ''; !stopped; ) {
      const ids = await store.devicesJudgedAfter({ at: now, after, limit: BATCH });
      const errors = await background.each(ids, lookAnew, { isStopped, isUrgent });
      errors.forEach(onError);
      if (ids.length < BATCH) return;
      after = ids.at(-1) ?? after;
    }
  }

  const lookAnew = (id: string) =>
    fleet.with(id, async (device) => {
      if (device?.assessment) await judgeNow(device);
    });

  const lookAt = (id: string, now: number) =>
    fleet.with(id, async (device) => {
      const due = device?.assessment && lookAgainAt(device.assessment);
      if (!device || !due) return;
      // A report was faster.
      if (due > now) return store.postponeLook({ id, at: due });
      await judgeNow(device);
    });

  async function judgeNow(device: Device): Promise<void> {
    const { assessment: before, record } = device;
    const after = await judge(device, inBackground(device, clock.now()));
    if (!record.canary && isTransition(before, after)) onMoved(record.id);
  }

  return {
    look,
    start() {
      timer = setInterval(() => {
        if (looking) return;
        looking = true;
        running = look()
          .catch(onError)
          .finally(() => {
            looking = false;
          });
      }, LOOK_EVERY_MS);
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
    behindMs: () => Math.max(0, clock.now() - doneAt),
  };
}

/** Says, at each call, whether the clock was set back since the one before: the monotonic clock knows. */
function watchForStepsBack(now: () => number): () => boolean {
  let last = { wall: now(), monotonic: performance.now() };
  return () => {
    const present = { wall: now(), monotonic: performance.now() };
    const expected = last.wall + (present.monotonic - last.monotonic);
    last = present;
    return present.wall < expected - STEP_MS;
  };
}
