import { AssayError } from '@assay/shared';

/** As many devices are on their way at once: one is judged while others are read or written. */
const AT_ONCE = 6;
/**
 * While agents report, there is a rest before each turn of what is not urgent: right of way alone leaves them too little of
 * the processor and the disk.
 */
const REST_MS = 6;
const AGENTS_REPORT_WITHIN_MS = 1000;
/** Where live work never pauses, a turn comes after as long nevertheless: nothing is put off for ever. */
const PATIENCE_MS = 5;

/** What has right of way: messages of agents that were read and are not answered yet. */
interface LiveWork {
  readonly isUnderWay: boolean;
  /** Since the newest of them came, ms. */
  sinceLastMs(): number;
  /** Calls back once, when none is under way any more. @returns forgets it again */
  whenDone(goOn: () => void): () => void;
}

interface EachOptions {
  /** Asked before every device. */
  isStopped(): boolean;
  /** Access depends on it: agents have right of way, but nothing rests. */
  isUrgent?: boolean;
}

/** Work with many devices, beside what agents report. */
export interface Background {
  /**
   * Does something for each of many devices, a few at a time and each in a turn of its own: what agents sent meanwhile is
   * answered before.
   * @returns the errors of those that failed
   * @throws AssayError `store_unavailable`: the others would fail as well
   */
  each(ids: readonly string[], task: (id: string) => Promise<void>, options: EachOptions): Promise<unknown[]>;
}

const NO_LIVE_WORK: LiveWork = {
  isUnderWay: false,
  sinceLastMs: () => Number.POSITIVE_INFINITY,
  whenDone: () => () => {},
};

/** One for a collector: all that is urgent takes its turns one after the other, and so does all that is not. */
export function createBackground(
  live = NO_LIVE_WORK,
  { patienceMs, restMs } = { patienceMs: PATIENCE_MS, restMs: REST_MS },
): Background {
  const turns = (prepare: () => Promise<void> | undefined) => {
    let last: Promise<void> = Promise.resolve();
    return () => {
      last = last.then(prepare).then(() => rightOfWay(live, patienceMs));
      return last;
    };
  };
  const urgentTurn = turns(() => undefined);
  const restedTurn = turns(() => (live.sinceLastMs() < AGENTS_REPORT_WITHIN_MS ? rest(restMs) : undefined));
  return {
    async each(ids, task, { isStopped, isUrgent = false }) {
      const turn = isUrgent ? urgentTurn : restedTurn;
      const failed: unknown[] = [];
      let outage: unknown;
      let next = 0;
      const goThrough = async () => {
        while (next < ids.length && !outage) {
          await turn();
          const id = ids[next];
          if (id === undefined || outage || isStopped()) return;
          next++;
          await task(id).catch((error: unknown) => {
            if (isOutage(error)) outage = error;
            else failed.push(error);
          });
        }
      };
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, ids.length) }, goThrough));
      if (outage) throw outage;
      return failed;
    },
  };
}

const isOutage = (error: unknown) => error instanceof AssayError && error.code === 'store_unavailable';

/** Sockets that are readable are read first; then what came in by them is answered. */
async function rightOfWay(live: LiveWork, patienceMs: number): Promise<void> {
  const since = performance.now();
  await nextTurnOfTheLoop();
  for (let left = patienceMs; live.isUnderWay && left > 0; left = since + patienceMs - performance.now()) {
    await doneOrAfter(live, left);
    await nextTurnOfTheLoop();
  }
}

const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const nextTurnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve));

function doneOrAfter(live: LiveWork, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const forget = live.whenDone(() => {
      clearTimeout(timer);
      resolve();
    });
    const timer = setTimeout(() => {
      forget();
      resolve();
    }, ms);
  });
}
