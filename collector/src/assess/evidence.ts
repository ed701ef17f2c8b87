import type { Platform, Signal, Signals, UnknownReason } from '@assay/shared';
import type { Policy } from '../policy/policy.ts';
import { signalOf, type VariableName, type Variables } from '../policy/vocabulary.ts';
import type { OsEolTable } from '../reference-values/os-eol.ts';
import { osSupport } from '../reference-values/os-support.ts';
import type { Carried } from './carried.ts';

/** Why there is no value: the agent's reasons, and those that only the collector can have. */
export type Missing = UnknownReason | 'never_reported' | 'unlisted';

/** What is known of one variable. */
export type Seen<T = unknown> =
  | { status: 'ok'; value: T }
  | { status: 'absent'; detail: string }
  /** `configured`: what only administrators may read of it, because it names what the policy is configured with. */
  | { status: 'unknown'; reason: Missing; detail: string; configured?: string };

/** The evidence as one policy sees it at one time. */
export interface Evidence {
  seen: { [V in VariableName]?: Seen<Variables[V]> };
  /** The values of `seen`, as conditions take them. */
  facts: { [V in VariableName]?: Variables[V] };
  platform: Platform;
  /** For people; empty when the OS is not known. */
  osName: string;
  signals: Signals;
  context: EvidenceContext;
}

export interface EvidenceContext {
  now: number;
  platform: Platform;
  osEol: OsEolTable;
  /** When the newest report was accepted. */
  evidenceAt: number;
  /** The collector's clock less the agent's when it was accepted, ms: makes observers' times comparable with `now`. */
  clockSkew: number;
  /** The device's last assessment, from which what lasts is carried on; null for the first. */
  previous: Carried | null;
}

/**
 * Evidence is stale from then on. What was accepted at a time that lies ahead was dated by a clock that has since been
 * set back: it counts as accepted when it was first judged by the present one.
 */
export function validUntil(
  { evidenceMaxAgeMs }: Policy,
  { evidenceAt, now, previous }: Pick<EvidenceContext, 'evidenceAt' | 'now' | 'previous'>,
): number {
  if (evidenceAt <= now) return evidenceAt + evidenceMaxAgeMs;
  const known = previous && previous.assessedAt <= now ? previous.validUntil : Number.POSITIVE_INFINITY;
  return Math.min(now + evidenceMaxAgeMs, known);
}

/** When what a variable stands for was observed, by the collector's clock, and not after the report came; null: never. */
export function observedAt(
  variable: VariableName,
  signals: Signals,
  { evidenceAt, clockSkew, now }: EvidenceContext,
): number | null {
  const name = signalOf(variable);
  const signal = name === null ? undefined : signals[name];
  return signal ? Math.min(signal.observedAt + clockSkew, evidenceAt, now) : null;
}

/** Whether a variable was observed longer ago than a check accepts. */
export function isTooOld(variable: VariableName, maxAgeMs: number, { signals, context }: Evidence): boolean {
  const at = observedAt(variable, signals, context);
  return at !== null && context.now >= at + maxAgeMs;
}

/**
 * Pure. Stale evidence tells nothing: every signal counts as unknown, so that silence is judged by each check's
 * own `unknown` rule and never keeps the last good state.
 */
export function toEvidence(policy: Policy, signals: Signals, context: EvidenceContext): Evidence {
  const isStale = context.now >= validUntil(policy, context);
  const os = signals.os?.status === 'ok' ? signals.os.value : null;
  const { platform } = context;
  const evidence: Evidence = { seen: {}, facts: {}, platform, osName: os?.name ?? '', signals, context };
  for (const variable of policy.reads) {
    const seen = isStale && variable !== 'device' ? stale(policy) : look(variable, signals, context);
    (evidence.seen as Record<VariableName, Seen>)[variable] = seen;
    if (seen.status === 'ok') (evidence.facts as Record<VariableName, unknown>)[variable] = seen.value;
  }
  return evidence;
}

function stale({ evidenceMaxAgeMs }: Policy): Seen {
  const hours = Math.round(evidenceMaxAgeMs / 360_000) / 10;
  const configured = `The newest report is older than the policy accepts, ${hours} h at most.`;
  return { status: 'unknown', reason: 'stale', detail: '', configured };
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
