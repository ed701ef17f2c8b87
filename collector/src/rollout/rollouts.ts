import { AssayError, type Clock } from '@assay/shared';
import { policyText } from '../policy/load.ts';
import type { Policy } from '../policy/policy.ts';
import type { VerdictChange } from '../publish/target.ts';
import type { PolicyActivation, PolicyReads, PolicyVersion } from '../store/policies.ts';
import {
  ROLLOUT_STAGES,
  type RolloutReads,
  type RolloutRecord,
  type RolloutStage,
  type RolloutWrites,
} from '../store/rollouts.ts';
import { type ActivePolicy, type PolicySource, readPolicy, readVersion } from './active-policy.ts';
import type { Effect } from './effect.ts';
import { previewOf } from './preview.ts';

/** What a rollout is asked for. */
interface RolloutRequest {
  source: PolicySource;
  by: string;
  reason: string;
  /** How long it stays at a stage; null: until somebody says so. */
  observeMs: number | null;
  warnMs: number | null;
  /** How many more than planned may fall; missing: a hundredth of the devices, at least one. */
  margin?: number;
}

export interface RolloutServices {
  store: RolloutWrites & RolloutReads & Pick<PolicyReads, 'policyVersion' | 'countUnderOtherPolicy'>;
  active: ActivePolicy;
  clock: Clock;
  /** Where the fleet would end up, by what it says now. */
  plan(active: PolicyVersion, candidate: PolicyVersion): Promise<Effect>;
  onError(error: unknown): void;
}

/** One policy on its way into force, which halts itself when more falls than was planned. */
export interface Rollouts {
  /** @throws AssayError `rollout_running`, or `policy_invalid` if any of its stages would be no policy */
  start(request: RolloutRequest, planned: Effect): Promise<RolloutRecord>;
  /** To the next stage, unless more would fall than was planned: then it halts. @throws AssayError `not_found` */
  advance(): Promise<RolloutRecord>;
  /** Back to the version of before. @throws AssayError `not_found` */
  stop(reason: string, by: string): Promise<RolloutRecord>;
  current(): RolloutRecord | null;
  /** The one on its way. @throws AssayError `not_found` */
  running(): RolloutRecord;
  /** To be called with every change of a verdict. */
  changed(change: VerdictChange): void;
  /** Goes on where it was before a restart, and looks at it from time to time. */
  begin(): Promise<void>;
  end(): Promise<void>;
}

const LOOK_EVERY_MS = 2_000;
/** What would fall is counted anew this often while nothing is enforced. */
const COUNT_EVERY_MS = 10 * 60_000;
const MARGIN_SHARE = 0.01;
const insteadOf = (name: string): string => `${name} came into force instead`;
/** In the place of a record's id. */
const NOT_STORED = 0;

/** @throws AssayError `store_unavailable` */
export function createRollouts(services: RolloutServices): Rollouts {
  const { store, active, clock, plan, onError } = services;
  let rollout: RolloutRecord | null = null;
  let timer: NodeJS.Timeout | undefined;
  let countedAt = 0;
  /** The stage of the record is in force: false between the two. */
  let isEntered = false;
  // One step after the other, whoever asks for it.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const result = last.then(step, step);
    last = result.catch(() => {});
    return result;
  };

  async function put(changes: Partial<RolloutRecord>): Promise<RolloutRecord> {
    const before = rollout as RolloutRecord;
    const next = { ...before, ...changes };
    rollout = next;
    try {
      const id = await store.putRollout(next);
      // Another policy may have come into force meanwhile: what that says of it stands.
      rollout = { ...rollout, id };
      return rollout;
    } catch (error) {
      if (rollout === next) rollout = before;
      throw error;
    }
  }

  function running(): RolloutRecord {
    if (rollout?.state === 'running') return rollout;
    throw new AssayError('not_found', 'no policy is on its way: begin with "policy apply --staged"');
  }

  async function versionOf(hash: string): Promise<PolicyVersion> {
    const version = await store.policyVersion(hash);
    if (!version) throw new AssayError('not_found', `there is no policy version ${hash}`);
    return version;
  }

  /** Brings a stage into force. The record goes first: after a crash, or a failure, between the two it is done again. */
  async function enter(stage: RolloutStage): Promise<RolloutRecord> {
    const { observeMs, warnMs } = running();
    const now = clock.now();
    const staysMs = stage === 'observe' ? observeMs : stage === 'warn' ? warnMs : null;
    const stageUntil = staysMs === null ? null : now + staysMs;
    isEntered = false;
    await put({ stage, stageSince: now, stageUntil, effect: stage === 'enforce' ? 0 : running().effect });
    await bringIntoForce();
    countedAt = now;
    return running();
  }

  async function bringIntoForce(): Promise<void> {
    const { stage, base, candidate, reason, by } = running();
    const source = await sourceOf(stage, base, candidate);
    // It may have been stopped meanwhile.
    running();
    await activate(source, 'staged', `${stage}: ${reason}`, by);
    isEntered = true;
  }

  async function sourceOf(stage: RolloutStage, base: string, candidate: string): Promise<PolicySource> {
    const version = await versionOf(candidate);
    if (stage === 'enforce') return { file: version.name, text: version.source };
    return previewSource(readVersion(await versionOf(base)), readVersion(version), stage);
  }

  const activate = async (source: PolicySource, kind: 'staged' | 'halted', reason: string, by: string) => {
    if (readPolicy(source).hash !== active.policy.hash)
      await active.activate(source, { kind, by, reason, planned: null });
  };

  async function goBack(state: 'halted' | 'stopped', detail: string, by = 'assay'): Promise<RolloutRecord> {
    const { base } = running();
    const version = await versionOf(base);
    running();
    await activate({ file: version.name, text: version.source }, 'halted', detail, by);
    // Only now: after a crash before this, the stage is entered again and halts again.
    return put({ state, detail, stageUntil: null });
  }

  /** A policy that this release cannot use must not keep the collector from starting. */
  async function haltIfUnusable(error: unknown): Promise<void> {
    if (!(error instanceof AssayError) || error.code !== 'policy_invalid') throw error;
    onError(error);
    await put({ state: 'halted', detail: error.message, stageUntil: null });
  }

  const tooMany = ({ effect, planned, limit }: RolloutRecord, verb: string): string =>
    `${effect} devices ${verb} untrusted, ${planned} were planned and at most ${limit} may`;

  /** Counts what would fall now. @returns whether it may go on, and still does */
  async function recount(): Promise<boolean> {
    const { base, candidate } = running();
    const effect = await plan(await versionOf(base), await versionOf(candidate));
    countedAt = clock.now();
    if (rollout?.state !== 'running') return false;
    const counted = await put({ effect: effect.newlyUntrusted });
    if (counted.effect <= counted.limit) return true;
    await goBack('halted', tooMany(counted, 'would become'));
    return false;
  }

  async function advance(): Promise<RolloutRecord> {
    const { stage } = running();
    if (stage === 'enforce') return finishIfJudged();
    if (!(await recount())) return rollout as RolloutRecord;
    return enter(ROLLOUT_STAGES[ROLLOUT_STAGES.indexOf(stage) + 1] as RolloutStage);
  }

  async function finishIfJudged(): Promise<RolloutRecord> {
    const { effect, limit, candidate } = running();
    if (effect > limit) return goBack('halted', tooMany(running(), 'became'));
    if ((await store.countUnderOtherPolicy(candidate)) > 0) return running();
    return put({ state: 'done', detail: `every device was judged; ${running().effect} became untrusted` });
  }

  async function look(): Promise<void> {
    if (rollout?.state !== 'running') return;
    if (!isEntered) await bringIntoForce();
    else if (rollout.stage === 'enforce') await finishIfJudged();
    else if (rollout.stageUntil !== null && rollout.stageUntil <= clock.now()) await advance();
    else if (clock.now() - countedAt >= COUNT_EVERY_MS) await recount();
  }

  active.onActivated(({ kind, name }: PolicyActivation) => {
    if (kind === 'staged' || kind === 'halted' || rollout?.state !== 'running') return;
    // At once: a step that is under way must not override it.
    rollout = { ...rollout, state: 'stopped', detail: insteadOf(name), stageUntil: null };
    inTurn(() => put({})).catch(onError);
  });

  return {
    start: ({ source, by, reason, observeMs, warnMs, margin }, planned) =>
      inTurn(async () => {
        if (rollout?.state === 'running')
          throw new AssayError('rollout_running', `${rollout.name} is on its way already: stop it first`);
        const policy = readPolicy(source);
        const { hash: candidate, name } = policy;
        for (const stage of ['observe', 'warn'] as const)
          readPolicy(previewSource(active.policy, policy, stage));
        const now = clock.now();
        await store.keepPolicyVersion({ version: { hash: candidate, name, source: source.text }, at: now });
        const more = margin ?? Math.max(1, Math.ceil(planned.devices * MARGIN_SHARE));
        const before = rollout;
        rollout = {
          ...{
            id: NOT_STORED,
            candidate,
            base: active.policy.hash,
            name,
            state: 'running',
            stage: 'observe',
          },
          ...{ startedAt: now, stageSince: now, stageUntil: null, observeMs, warnMs, by, reason, detail: '' },
          ...{
            planned: planned.newlyUntrusted,
            limit: planned.newlyUntrusted + more,
            effect: planned.newlyUntrusted,
          },
        };
        return enter('observe').catch((error: unknown) => {
          if (rollout?.id === NOT_STORED) rollout = before;
          throw error;
        });
      }),
    advance: () => inTurn(advance),
    stop: (reason, by) => inTurn(() => goBack('stopped', reason, by)),
    current: () => rollout,
    running,
    changed({ cause, previous, current }) {
      if (rollout?.state !== 'running' || rollout.stage !== 'enforce') return;
      const isFallen = current.tier === 'untrusted' && previous !== null && previous.tier !== 'untrusted';
      if (cause.kind !== 'policy' || current.policy !== rollout.candidate || !isFallen) return;
      rollout = { ...rollout, effect: rollout.effect + 1 };
      if (rollout.effect === rollout.limit + 1) inTurn(look).catch(onError);
    },
    async begin() {
      rollout = await store.lastRollout();
      const { kind, name, at } = active.activation;
      if (rollout?.state === 'running' && kind === 'given' && at >= rollout.startedAt) {
        await put({ state: 'stopped', detail: insteadOf(name), stageUntil: null });
      } else if (rollout?.state === 'running') {
        const { candidate: policy, stage, stageSince: since } = rollout;
        if (stage === 'enforce')
          rollout = { ...rollout, effect: await store.madeUntrusted({ policy, since }) };
        await bringIntoForce().catch(haltIfUnusable);
      }
      timer = setInterval(() => inTurn(look).catch(onError), LOOK_EVERY_MS);
    },
    async end() {
      clearInterval(timer);
      await last;
    },
  };
}

/**
 * Hash of the version that a rollback goes to; null: there is none. The stages of a rollout are one step, of which the
 * first two are nobody's policy; where it went back by itself, the version of before is in force already.
 */
export async function versionBefore(
  { kind, hash, previous }: PolicyActivation,
  rollout: Pick<RolloutRecord, 'base' | 'candidate'> | null,
  store: Pick<PolicyReads, 'policyHistory'>,
): Promise<string | null> {
  if (kind === 'halted') return hash;
  if (!rollout) return previous;
  if (kind === 'staged') return rollout.base;
  const [, before] = await store.policyHistory({ before: Number.MAX_SAFE_INTEGER, limit: 2 });
  const isOnItsWay = before?.kind === 'staged' && before.hash !== rollout.candidate;
  return isOnItsWay ? rollout.base : previous;
}

/** @throws AssayError `policy_invalid` when read, if both together are more than a policy may be */
const previewSource = (before: Policy, after: Policy, stage: 'observe' | 'warn'): PolicySource => ({
  file: `${after.name}, ${stage} stage`,
  text: policyText({ ...after, document: previewOf(before, after, stage) }),
});
