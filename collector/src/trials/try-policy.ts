import { AssayError, type Clock } from '@assay/shared';
import type { ActivePolicy, PolicySource } from '../rollout/active-policy.ts';
import { readPolicy } from '../rollout/active-policy.ts';
import { toPlanned } from '../rollout/blast-radius.ts';
import type { Effect } from '../rollout/effect.ts';
import type { PlannedEffect, PolicyReads, PolicyVersion } from '../store/policies.ts';
import type { TrialRequest } from './messages.ts';
import type { TrialState, Trials } from './trials.ts';

export interface TryServices {
  trials: Trials;
  store: Pick<PolicyReads, 'policyVersion'>;
  active: ActivePolicy;
  clock: Clock;
}

/** A plan is no longer what it says when the fleet has moved on. */
const PLAN_HOLDS_MS = 15 * 60_000;

/** @throws AssayError `policy_invalid` or `too_many_requests` */
export async function startTrial(
  source: PolicySource,
  what: { kind: 'plan' } | { kind: 'simulation'; since: number },
  { trials, store, active, clock }: TryServices,
): Promise<TrialState> {
  const { name, hash } = readPolicy(source);
  const inForce = (await store.policyVersion(active.policy.hash)) as PolicyVersion;
  const request: TrialRequest = {
    ...{ active: inForce, candidate: { name, hash, source: source.text }, now: clock.now() },
    ...what,
  };
  return trials.start(request);
}

/**
 * The plan that is named, if it still holds; otherwise a fresh one.
 * @throws AssayError `not_found`, `policy_changed_meanwhile`, or as `startTrial`
 */
export async function planFor(
  source: PolicySource,
  planId: string | undefined,
  services: TryServices,
): Promise<TrialState> {
  const { trials, active, clock } = services;
  const id = planId ?? (await startTrial(source, { kind: 'plan' }, services)).id;
  const plan = await trials.finished(id);
  const isAboutIt = plan.candidate === readPolicy(source).hash && plan.kind === 'plan';
  if (!isAboutIt) throw new AssayError('not_found', `there is no plan ${id} of this policy`);
  const isOld = clock.now() - plan.startedAt > PLAN_HOLDS_MS;
  if (plan.active === active.policy.hash && !isOld) return plan;
  throw new AssayError(
    'policy_changed_meanwhile',
    isOld
      ? 'the plan is more than 15 minutes old: make another'
      : 'another policy came into force since the plan: make another',
  );
}

/** What is kept of a finished plan with the version that follows it. */
export const plannedEffect = (plan: TrialState): PlannedEffect => toPlanned(effectOf(plan));

/** Where devices end up by a finished plan. */
export function effectOf({ result }: TrialState): Effect {
  if (result?.kind !== 'plan') throw new Error('expected a finished plan');
  return result.inTheEnd;
}

/** Where the fleet would end up by what it says now. @throws AssayError as `Trials` */
export async function planEffect(
  trials: Trials,
  versions: Pick<TrialRequest, 'active' | 'candidate' | 'now'>,
): Promise<Effect> {
  return effectOf(await trials.finished(trials.start({ ...versions, kind: 'plan' }).id));
}
