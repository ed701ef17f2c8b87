import { AssayError } from '@assay/shared';

/** As many devices are on their way at once: one is judged while others are read or written. */
const AT_ONCE = 6;
/** While agents report, there is a rest before each turn: right of way alone leaves them too little of the processor and the disk. */
const REST_MS = 3;
const AGENTS_REPORT_WITHIN_MS = 1000;
/** Where live work never pauses, a device goes on this often nevertheless: nothing is put off for ever. */
const PATIENCE_MS = 5;

/** What has right of way: messages of agents that were read and are not answered yet. */
interface LiveWork {
  readonly isUnderWay: boolean;
  /** Since the newest of them came, ms. */
  sinceLastMs(): number;
  /** Calls back once, when none is under way any more. @returns forgets it again */
  whenDone(goOn: () => void): () => void;
}

/** Work with many devices that nobody waits for. */
export interface Background {
  /**
   * Does something for each of many devices, a few at a time and each in a turn of its own: what agents sent meanwhile is
   * answered before.
   * @param isStopped asked before every device
   * @returns the errors of those that failed
   * @throws AssayError `store_unavailable`: the others would fail as well
   */
  each(
    ids: readonly string[],
    task: (id: string) => Promise<void>,
    isStopped: () => boolean,
  ): Promise<unknown[]>;
}

const NO_LIVE_WORK: LiveWork = {
  isUnderWay: false,
  sinceLastMs: () => Number.POSITIVE_INFINITY,
  whenDone: () => () => {},
};

/** One for a collector: all that goes on in the background takes its turns one after the other. */
export function createBackground(
  live = NO_LIVE_WORK,
  { patienceMs, restMs } = { patienceMs: PATIENCE_MS, restMs: REST_MS },
): Background {
  let last: Promise<void> = Promise.resolve();
  const turn = () => {
    last = last
      .then(() => (live.sinceLastMs() < AGENTS_REPORT_WITHIN_MS ? rest(restMs) : undefined))
      .then(() => rightOfWay(live, patienceMs));
    return last;
  };
  return {
    async each(ids, task, isStopped) {
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

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

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
