import type { Platform, Signal, Signals, UnknownReason } from '@assay/shared';
import { type Facts, toFact } from '../policy/facts.ts';
import type { Policy } from '../policy/policy.ts';
import type { VariableName, Variables } from '../policy/vocabulary.ts';
import type { OsEolTable } from '../reference-values/os-eol.ts';
import { osSupport } from '../reference-values/os-support.ts';

/** Why there is no value: the agent's reasons, and those that only the collector can have. */
export type Missing = UnknownReason | 'never_reported' | 'unlisted';

/** What is known of one variable. */
export type Seen<T = unknown> =
  | { status: 'ok'; value: T }
  | { status: 'absent'; detail: string }
  | { status: 'unknown'; reason: Missing; detail: string };

/** The evidence as one policy sees it at one time. */
export interface Evidence {
  seen: { [V in VariableName]?: Seen<Variables[V]> };
  /** The values of `seen`, as conditions take them. */
  facts: Facts;
  platform: Platform;
  /** For people; empty when the OS is not known. */
  osName: string;
}

export interface EvidenceContext {
  now: number;
  platform: Platform;
  osEol: OsEolTable;
  evidenceAt: number;
}

/** Evidence is stale from `validUntil` on. */
export const validUntil = (policy: Policy, evidenceAt: number): number =>
  evidenceAt + policy.evidenceMaxAgeMs;

/**
 * Pure. Stale evidence tells nothing: every signal counts as unknown, so that silence is judged by each check's
 * own `unknown` rule and never keeps the last good state.
 */
export function toEvidence(policy: Policy, signals: Signals, context: EvidenceContext): Evidence {
  const isStale = context.now >= validUntil(policy, context.evidenceAt);
  const os = signals.os?.status === 'ok' ? signals.os.value : null;
  const evidence: Evidence = { seen: {}, facts: {}, platform: context.platform, osName: os?.name ?? '' };
  for (const variable of policy.reads) {
    const seen = isStale && variable !== 'device' ? stale(policy) : look(variable, signals, context);
    (evidence.seen as Record<VariableName, Seen>)[variable] = seen;
    if (seen.status === 'ok')
      evidence.facts[variable] = toFact(variable, seen.value as Variables[VariableName]);
  }
  return evidence;
}

function stale({ evidenceMaxAgeMs }: Policy): Seen {
  const hours = Math.round(evidenceMaxAgeMs / 360_000) / 10;
  const detail = `the newest report is older than the policy accepts, ${hours} h at most`;
  return { status: 'unknown', reason: 'stale', detail };
}

function look(variable: VariableName, signals: Signals, context: EvidenceContext): Seen {
  if (variable === 'device') return { status: 'ok', value: { platform: context.platform } };
  if (variable !== 'os_support') return toSeen<unknown>(signals[variable]);
  const os = toSeen(signals.os);
  if (os.status !== 'ok') return os;
  const support = osSupport(os.value, context.osEol, context.now);
  if (support.status !== 'unlisted') return { status: 'ok', value: support };
  const detail = `${os.value.name} is not in the support data of ${support.data_date}`;
  return { status: 'unknown', reason: 'unlisted', detail };
}

function toSeen<T>(signal: Signal<T> | undefined): Seen<T> {
  return signal ?? { status: 'unknown', reason: 'never_reported', detail: '' };
}
