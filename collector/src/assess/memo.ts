import { type Platform, SIGNAL_NAMES, type SignalName, type Signals } from '@assay/shared';
import type { Check } from '../policy/policy.ts';
import { isSameOutcome } from './carry-values.ts';
import type { Evidence, KnownSupport } from './evidence.ts';
import { type Judgement, judge } from './outcome.ts';

/** What the checks made of a device's evidence, and as much of that as tells whether they would make it again. */
export interface Judged extends KnownSupport, Pick<Evidence, 'policy' | 'isStale'> {
  platform: Platform;
  judgements: readonly Judgement[];
}

/**
 * Where one device's judgements are remembered from one assessment to the next. It changes what assessing costs and
 * nothing else: whatever is in it, the assessment is the same.
 */
export interface Memo {
  judged: Judged | null;
  /** Of the last assessment; null, or missing: more than its signals and the time may move it (restate.ts). */
  lasting?: Lasting | null;
}

/** A memo between two assessments: without the signals, which are as they were judged in the device's last report. */
export interface KeptMemo {
  judged: Omit<Judged, 'signals'> | null;
  lasting: Lasting | null;
}

export const toKept = ({ judged, lasting = null }: Memo): KeptMemo => {
  if (!judged) return { judged, lasting };
  const { signals: _, ...rest } = judged;
  return { judged: rest, lasting };
};

/** @param signals the very ones that were judged, or equal ones */
export const fromKept = (kept: KeptMemo | undefined, signals: Signals): Memo => ({
  judged: kept?.judged ? { ...kept.judged, signals } : null,
});

/** What an assessment that says the same again has to be made in. */
export interface Lasting extends Pick<Judged, 'policy' | 'osEol' | 'supportChangesAt'> {
  groups: readonly string[];
}

/** Pure. What each check makes of the evidence; computed again only where a signal that it reads has changed. */
export function judgeAll(evidence: Evidence, before: Judged | null): Judged {
  const { policy, signals, isStale, support, supportChangesAt, context } = evidence;
  const { now: at, platform, osEol } = context;
  const judgements =
    before && canRepeat(evidence, before)
      ? repeat(evidence, before)
      : policy.checks.map((check) => judge(check, evidence));
  return { policy, signals, isStale, support, supportChangesAt, at, platform, osEol, judgements };
}

const canRepeat = ({ policy, isStale, context }: Evidence, before: Judged): boolean =>
  before.policy === policy && before.isStale === isStale && before.platform === context.platform;

function repeat(evidence: Evidence, before: Judged): readonly Judgement[] {
  const { checks } = evidence.policy;
  const changed = changedIn(evidence, before);
  let judgements: Judgement[] | null = null;
  for (let i = 0; i < checks.length; i++) {
    const check = checks[i] as Check;
    // How old a signal may be is a matter of time, not of what it says.
    if (check.maxAgeMs === null && !readsAny(check, changed)) continue;
    judgements ??= [...before.judgements];
    judgements[i] = judge(check, evidence);
  }
  return judgements ?? before.judgements;
}

const changedIn = ({ signals, support }: Evidence, before: Judged): SignalName[] =>
  SIGNAL_NAMES.filter(
    (name) =>
      !isSameOutcome(before.signals[name], signals[name]) || (name === 'os' && before.support !== support),
  );

function readsAny({ signals }: Check, changed: readonly SignalName[]): boolean {
  if (changed.length === 0) return false;
  for (const name of signals) if (changed.includes(name)) return true;
  return false;
}
