import type { Platform, Signal, SignalName, Signals, UnknownReason } from '@assay/shared';
import type { Policy } from '../policy/policy.ts';
import { signalOf, type VariableName, type Variables } from '../policy/vocabulary.ts';
import type { OsEolTable } from '../reference-values/os-eol.ts';
import { type OsSupport, type Support, supportOf } from '../reference-values/os-support.ts';
import type { Carried } from './carried.ts';
import { isSameOutcome } from './carry-values.ts';

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
  /** The values that are known, as conditions take them. */
  facts: Facts;
  /** Too old as a whole: nothing is known. */
  isStale: boolean;
  /** What is known of the OS's support; undefined: nothing. */
  support: OsSupport | undefined;
  /** When time alone changes that; null: never, as far as is known. */
  supportChangesAt: number | null;
  policy: Policy;
  signals: Signals;
  context: EvidenceContext;
}

type Facts = { [V in VariableName]: Variables[V] | undefined };

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

/** When signals were observed, by the observer's clock, ms; undefined: never. */
export type Observed = (name: SignalName) => number | undefined;

export const observedIn =
  (signals: Signals): Observed =>
  (name) =>
    signals[name]?.observedAt;

/** What makes an observer's times comparable with the collector's. */
export type Dating = Pick<EvidenceContext, 'now' | 'evidenceAt' | 'clockSkew'>;

/** When what a variable stands for was observed, by the collector's clock, and not after the report came; null: never. */
export function observedAt(
  variable: VariableName,
  observed: Observed,
  { evidenceAt, clockSkew, now }: Dating,
): number | null {
  const name = signalOf(variable);
  const at = name === null ? undefined : observed(name);
  return at === undefined ? null : Math.min(at + clockSkew, evidenceAt, now);
}

/** Whether a variable was observed longer ago than a check accepts. */
export function isTooOld(
  variable: VariableName,
  maxAgeMs: number,
  observed: Observed,
  dating: Dating,
): boolean {
  const at = observedAt(variable, observed, dating);
  return at !== null && dating.now >= at + maxAgeMs;
}

/**
 * Pure. Stale evidence tells nothing: every signal counts as unknown, so that silence is judged by each check's
 * own `unknown` rule and never keeps the last good state.
 */
export function toEvidence(
  policy: Policy,
  signals: Signals,
  context: EvidenceContext,
  before: KnownSupport | null = null,
): Evidence {
  const isStale = context.now >= validUntil(policy, context);
  const isAsked = !isStale && policy.reads.includes('os_support');
  const known = isAsked ? knownSupport(signals, context, before) : UNTOLD;
  const { support, changesAt } = known ?? supportIn(signals, context);
  const isListed = support !== undefined && support.status !== 'unlisted';
  return {
    facts: factsOf(isStale ? {} : signals, context.platform, isListed ? support : undefined),
    isStale,
    support,
    supportChangesAt: changesAt,
    policy,
    signals,
    context,
  };
}

const UNTOLD = { support: undefined, changesAt: null };

/** What was known of an OS's support at a time. */
export interface KnownSupport extends Pick<Evidence, 'signals' | 'support' | 'supportChangesAt'> {
  at: number;
  osEol: OsEolTable;
}

/** As it was, when the OS and the data on support are the same and its time has not come. */
function knownSupport(
  { os }: Signals,
  { osEol, now }: EvidenceContext,
  before: KnownSupport | null,
): Support | null {
  const support = before?.support;
  if (!before || !support || before.osEol !== osEol || !isSameOutcome(before.signals.os, os)) return null;
  const { at, supportChangesAt: changesAt } = before;
  return at <= now && (changesAt === null || now < changesAt) ? { support, changesAt } : null;
}

const supportIn = ({ os }: Signals, { osEol, now }: EvidenceContext) =>
  os?.status === 'ok' ? supportOf(os.value, osEol, now) : UNTOLD;

const told = <T>(signal: Signal<T> | undefined): T | undefined =>
  signal?.status === 'ok' ? signal.value : undefined;

// Written out, so that all facts are objects of one shape: conditions read them thousands of times a second.
const factsOf = (signals: Signals, platform: Platform, os_support: OsSupport | undefined): Facts => ({
  device: { platform },
  os_support,
  os: told(signals.os),
  updates: told(signals.updates),
  reboot_pending: told(signals.reboot_pending),
  disk_encryption: told(signals.disk_encryption),
  edr: told(signals.edr),
  firewall: told(signals.firewall),
  screen_lock: told(signals.screen_lock),
  secure_boot: told(signals.secure_boot),
  tpm: told(signals.tpm),
  kernel_integrity: told(signals.kernel_integrity),
  remote_access: told(signals.remote_access),
  local_admins: told(signals.local_admins),
  mdm: told(signals.mdm),
  identity: told(signals.identity),
  hardware: told(signals.hardware),
  browsers: told(signals.browsers),
  agent: told(signals.agent),
});

/** What is known of a variable; why there is no value, where there is none. */
export function seen(variable: VariableName, { facts, isStale, policy, signals, context }: Evidence): Seen {
  const value = facts[variable];
  if (value !== undefined) return { status: 'ok', value };
  if (isStale) return stale(policy);
  const signal = signals[signalOf(variable) as SignalName] as Signal | undefined;
  if (!signal) return { status: 'unknown', reason: 'never_reported', detail: '' };
  return signal.status === 'ok' ? unlisted(signals, context) : signal;
}

function stale({ evidenceMaxAgeMs }: Policy): Seen {
  const hours = Math.round(evidenceMaxAgeMs / 360_000) / 10;
  const configured = `The newest report is older than the policy accepts, ${hours} h at most.`;
  return { status: 'unknown', reason: 'stale', detail: '', configured };
}

// Of all that is derived from a signal, only an OS's support can be missing where the signal is told.
function unlisted({ os }: Signals, { osEol }: EvidenceContext): Seen {
  const detail = `${told(os)?.name} is not in the support data of ${osEol.snapshot}`;
  return { status: 'unknown', reason: 'unlisted', detail };
}
