import type { GivenCrowdstrike } from '../keys/vendor-keys.ts';
import type { PolicyDiff } from '../policy/diff.ts';
import type { Effect } from '../rollout/effect.ts';
import type { Unshown } from '../rollout/unshown.ts';
import type { PolicyVersion } from '../store/policies.ts';

/** What is tried: on the fleet as it is now, or on what it said since a time. */
export type TrialRequest = {
  active: PolicyVersion;
  candidate: PolicyVersion;
  /** The collector's clock, ms. */
  now: number;
} & ({ kind: 'plan' } | { kind: 'simulation'; since: number });

/** What a trial's thread is started with. */
export interface TrialJob {
  /** The database. */
  file: string;
  request: TrialRequest;
  share: Share;
  crowdstrike: GivenCrowdstrike | null;
}

export type TrialResult =
  | { kind: 'plan'; diff: PolicyDiff; atOnce: Effect; inTheEnd: Effect }
  | {
      kind: 'simulation';
      diff: PolicyDiff;
      unshown: Unshown;
      effect: Effect;
      since: number;
      postures: number;
    };

/** Which of the fleet's devices a thread looks at: as many threads share them. */
export interface Share {
  index: number;
  of: number;
}

/** What a trial's thread says, and last of all its result. */
export type TrialMessage = { done: number; total: number } | { result: TrialResult } | { failed: string };
