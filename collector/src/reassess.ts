import type { Fleet } from './fleet.ts';
import { type Judging, judge, lookAgainAt } from './judge.ts';
import type { Store } from './store/store.ts';

const LOOK_EVERY_MS = 1000;
const BATCH = 200;

/** Time's own changes to verdicts, through the same path as a report's. */
export interface Reassessor {
  start(): void;
  stop(): Promise<void>;
}

/** @param onError what could not be judged is tried again at the next look */
export function createReassessor(
  fleet: Fleet,
  store: Pick<Store, 'devicesDue'>,
  judging: Judging,
  onError: (error: unknown) => void,
): Reassessor {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    const now = judging.clock.now();
    for (const id of await store.devicesDue({ at: now, limit: BATCH })) {
      await fleet.with(id, async (device) => {
        // A report may have been faster.
        const due = device?.assessment && lookAgainAt(device.assessment);
        if (!device || !due || due > now) return;
        const { signals, evidenceDigest } = device;
        await judge(
          device,
          { at: now, signals, evidence: null, evidenceDigest, identity: null, agentVersion: null },
          judging,
        );
      });
    }
  }

  return {
    start() {
      timer = setInterval(() => {
        running = running.then(look).catch(onError);
      }, LOOK_EVERY_MS);
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
