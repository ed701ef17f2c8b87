import type { Assessment, Clock } from '@assay/shared';
import { findings } from '../assess/explain.ts';
import type { Background } from '../background.ts';
import type { Fleet } from '../fleet.ts';
import type { Judge } from '../judge.ts';
import type { Policy } from '../policy/policy.ts';
import { inBackground } from '../step.ts';
import type { PolicyReads } from '../store/policies.ts';

const PAGE = 200;
const RETRY_MS = 60_000;

/** How far the fleet is judged anew under the active policy. */
interface PassProgress {
  policy: string;
  running: boolean;
  total: number;
  done: number;
}

/** Judges every device anew after the policy changed, in the background. */
export interface PolicyPass {
  /** Looks for devices that were judged under another policy, and goes on until there are none. */
  start(): void;
  stop(): Promise<void>;
  progress(): PassProgress;
  /** When the pass that runs now has ended. */
  done(): Promise<void>;
}

export interface PassServices {
  fleet: Pick<Fleet, 'with'>;
  store: Pick<PolicyReads, 'devicesUnderOtherPolicy' | 'countUnderOtherPolicy'>;
  judge: Judge;
  background: Background;
  clock: Clock;
  /** The one in force. */
  policy(): Pick<Policy, 'hash'>;
  /** The policy moved a device's verdict, or what its user has to mend. */
  onMoved(deviceId: string): void;
  onError(error: unknown): void;
}

/** What a device's user is told of: also what is warned of, or in grace, and costs nothing yet. */
const saidOf = (assessment: Assessment): string =>
  [
    assessment.tier,
    ...findings(assessment).map(({ check, excuse }) => `${check} ${excuse?.kind ?? ''}`),
  ].join();

/**
 * Which device was judged under which policy stands in its assessment, so a pass goes on after a restart where it was.
 */
export function createPolicyPass(services: PassServices): PolicyPass {
  const { fleet, store, judge, background, clock, policy, onMoved, onError } = services;
  let progress: PassProgress = { policy: '', running: false, total: 0, done: 0 };
  let running: Promise<void> = Promise.resolve();
  let retry: NodeJS.Timeout | undefined;

  const reassess = async (id: string, own: PassProgress) => {
    const hash = own.policy;
    await fleet.with(id, async (device) => {
      // A report may have been faster, or another policy.
      if (!device?.assessment || device.assessment.policy.hash === hash || policy().hash !== hash) return;
      const { assessment: before } = device;
      const after = await judge(device, inBackground(device, clock.now()));
      if (before.score !== after.score || saidOf(before) !== saidOf(after)) onMoved(id);
    });
    own.done++;
  };

  async function pass(own: PassProgress): Promise<void> {
    const hash = own.policy;
    const isCurrent = () => own === progress && policy().hash === hash;
    own.total = await store.countUnderOtherPolicy(hash);
    let whole = true;
    for (let after = '', more = true; more && isCurrent(); ) {
      const ids = await store.devicesUnderOtherPolicy({ hash, after, limit: PAGE });
      after = ids.at(-1) ?? after;
      more = ids.length === PAGE;
      const isStopped = () => !isCurrent();
      const errors = await background.each(ids, (id) => reassess(id, own), { isStopped });
      errors.forEach(onError);
      if (errors.length > 0) whole = false;
    }
    if (!whole && isCurrent()) again();
  }

  const again = () => {
    retry = setTimeout(start, RETRY_MS);
    retry.unref();
  };

  function start(): void {
    clearTimeout(retry);
    const own = { policy: policy().hash, running: true, total: 0, done: 0 };
    progress = own;
    running = running
      .then(() => (own === progress ? pass(own) : undefined))
      .catch((error: unknown) => {
        onError(error);
        if (own === progress) again();
      })
      .finally(() => {
        own.running = false;
      });
  }

  return {
    start,
    async stop() {
      progress = { ...progress, running: false };
      clearTimeout(retry);
      await running;
    },
    progress: () => ({ ...progress }),
    done: () => running,
  };
}
