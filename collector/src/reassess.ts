import { AssayError } from '@assay/shared';
import type { Fleet } from './fleet.ts';
import { type Judging, judge, lookAgainAt } from './judge.ts';
import type { Store } from './store/store.ts';

const LOOK_EVERY_MS = 1000;
const BATCH = 200;

/** Time's own changes to verdicts, through the same path as a report's. */
export interface Reassessor {
  start(): void;
  stop(): Promise<void>;
  /** Since everything that was due had been judged, ms. */
  behindMs(): number;
}

/** @param onError what could not be judged is tried again at the next look */
export function createReassessor(
  fleet: Fleet,
  store: Pick<Store, 'devicesDue' | 'postponeLook'>,
  judging: Judging,
  onError: (error: unknown) => void,
): Reassessor {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  let looking = false;
  let stopped = false;
  let doneAt = judging.clock.now();

  async function look(): Promise<void> {
    const now = judging.clock.now();
    const visited = new Set<string>();
    let failed = false;
    for (let limit = BATCH; !stopped; ) {
      const due = await store.devicesDue({ at: now, limit });
      const left = due.filter((id) => !visited.has(id));
      if (left.length === 0 && due.length < limit) break;
      // What could not be judged stays due and comes first: look past it.
      limit = BATCH + due.length - left.length;
      for (const id of left) {
        visited.add(id);
        await lookAt(id, now).catch((error: unknown) => {
          // Without a store the others would fail as well.
          if (error instanceof AssayError && error.code === 'store_unavailable') throw error;
          failed = true;
          onError(error);
        });
      }
    }
    if (!failed) doneAt = now;
  }

  const lookAt = (id: string, now: number) =>
    fleet.with(id, async (device) => {
      const due = device?.assessment && lookAgainAt(device.assessment);
      if (!device || !due) return;
      // A report was faster.
      if (due > now) return store.postponeLook({ id, at: due });
      const { signals, evidenceDigest } = device;
      await judge(
        device,
        { at: now, signals, evidence: null, evidenceDigest, identity: null, agentVersion: null },
        judging,
      );
    });

  return {
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
    behindMs: () => judging.clock.now() - doneAt,
  };
}
