import {
  type Assessment,
  type Platform,
  SIGNAL_NAMES,
  type Signal,
  type SignalName,
  type Signals,
} from '@assay/shared';
import { type AssessContext, assess } from '../assess/assess.ts';
import { isSameOutcome } from '../assess/carry-values.ts';
import { type Evidence, toEvidence } from '../assess/evidence.ts';
import { type BreakGlass, type Exemption, isActive } from '../assess/exemption.ts';
import type { Memo } from '../assess/memo.ts';
import { type Judgement, judge } from '../assess/outcome.ts';
import type { Check, Policy } from '../policy/policy.ts';
import { policyFor } from '../policy/rules/to-policy.ts';

export type LifeContext = Omit<
  AssessContext,
  'now' | 'evidenceAt' | 'clockSkew' | 'previous' | 'breakGlass' | 'memo'
> & {
  /** Every one that ever was. */
  breakGlasses: readonly BreakGlass[];
};

/** One device as one policy sees it while time passes. */
export interface Life {
  /** What holds at a time that is not before the one of the last call. */
  at(now: number, signals: Signals, clockSkew: number): Assessment;
  /** When time alone may change that, ms; infinite: never, as far as is known. */
  dueAt(): number;
}

/**
 * Lives a device's past. What holds is judged again only where that could come to something else: most reports tell
 * something new that no check minds. Texts may be of an earlier report than the newest. Evidence holds from one report
 * to the next, so neither it nor a signal ever grows too old: the policy's checks must have no `max_age`.
 */
export function createLife(whole: Policy, { breakGlasses, ...context }: LifeContext): Life {
  const policy = policyFor(whole, context.groups);
  const readers = readersOf(policy);
  const turns = turnsOf([...context.exemptions, ...breakGlasses]);
  const memo: Memo = { judged: null };
  let last: { at: number; signals: Signals; assessment: Assessment } | null = null;
  let due = Number.NEGATIVE_INFINITY;
  let judgements: Judgement[] = [];

  const contextAt = (now: number, clockSkew: number): AssessContext => ({
    ...{ ...context, now, evidenceAt: now, clockSkew, memo },
    previous: last?.assessment ?? null,
    breakGlass: breakGlasses.find((one) => isActive(one, now)) ?? null,
  });

  /** Places of the checks that read what has changed. */
  function affectedBy(before: Signals, signals: Signals): Set<number> {
    const affected = new Set<number>();
    for (const name of SIGNAL_NAMES) {
      const own = readers[name];
      if (own && !isSameOutcome(before[name], signals[name])) for (const i of own) affected.add(i);
    }
    return affected;
  }

  /** Whether a check comes to something else. */
  function isMoved(before: Signals, signals: Signals, at: AssessContext): boolean {
    const affected = affectedBy(before, signals);
    if (affected.size === 0) return false;
    // An OS's support has its own times, and what vendors say beside the agent its own rules.
    if (!isSameOutcome(before.os, signals.os)) return true;
    if (isForwarding(signals) && readers.edr?.some((i) => affected.has(i))) return true;
    let evidence: Evidence | null = null;
    for (const i of affected) {
      const check = policy.checks[i] as Check;
      const judgement = recall(check, signals, at.platform, () => {
        evidence ??= toEvidence(policy, signals, at, memo.judged);
        return judge(check, evidence);
      });
      if (!isSameEffect(judgement, judgements[i] as Judgement)) return true;
    }
    return false;
  }

  return {
    at(now, signals, clockSkew) {
      const at = contextAt(now, clockSkew);
      if (last && now < due && (last.signals === signals || !isMoved(last.signals, signals, at))) {
        last.signals = signals;
        return last.assessment;
      }
      const assessment = assess(whole, signals, at);
      const { supportChangesAt = null, judgements: judged = [] } = memo.judged ?? {};
      judgements = [...judged];
      const turn = turns.find((time) => time > now) ?? Number.POSITIVE_INFINITY;
      due = Math.min(turn, later(assessment.nextLookAt, now), later(supportChangesAt, now));
      last = { at: now, signals, assessment };
      return assessment;
    },
    dueAt: () => due,
  };
}

const isForwarding = ({ edr }: Signals): boolean =>
  edr?.status === 'ok' && edr.value.attestations !== undefined;

const recalled = new WeakMap<Check, WeakMap<object, Partial<Record<Platform, Judgement>>>>();

/**
 * What a check that reads one signal made of the same value before, be it another device's: a fleet says few different
 * things, and a repeating decoder makes one object of each.
 */
function recall(check: Check, signals: Signals, platform: Platform, judged: () => Judgement): Judgement {
  const [name, ...more] = check.signals;
  const signal =
    name && name !== 'os' && more.length === 0 ? (signals[name] as Signal | undefined) : undefined;
  if (signal?.status !== 'ok') return judged();
  const byValue = recalled.get(check) ?? new WeakMap();
  recalled.set(check, byValue);
  const byPlatform = byValue.get(signal.value as object) ?? {};
  byValue.set(signal.value as object, byPlatform);
  byPlatform[platform] ??= judged();
  return byPlatform[platform];
}

const later = (at: number | null, now: number): number =>
  at !== null && at > now ? at : Number.POSITIVE_INFINITY;

const isSameEffect = (a: Judgement, b: Judgement): boolean =>
  a === b || (a.outcome === b.outcome && a.effect === b.effect && a.isStale === b.isStale);

/** When what people excused begins or ends, in order. */
const turnsOf = (granted: readonly (Exemption | BreakGlass)[]): number[] =>
  granted
    .flatMap(({ from, until, endedAt }) => (from === null ? [] : [from, until, endedAt ?? until]))
    .sort((a, b) => a - b);

type Readers = Partial<Record<SignalName, number[]>>;
const readersByPolicy = new WeakMap<Policy, Readers>();

/** Which checks, by their place, read a signal. */
function readersOf(policy: Policy): Readers {
  const known = readersByPolicy.get(policy);
  if (known) return known;
  const readers: Readers = {};
  for (const [i, { signals }] of policy.checks.entries())
    for (const name of signals) readers[name] = [...(readers[name] ?? []), i];
  readersByPolicy.set(policy, readers);
  return readers;
}
