import { type CheckOutcome, shorten } from '@assay/shared';
import type { Undecided } from '../policy/cel/undecided.ts';
import type { Rule } from '../policy/document/document.ts';
import type { Check } from '../policy/policy.ts';
import type { VariableName } from '../policy/vocabulary.ts';
import { type Evidence, isTooOld, observedIn, type Seen, seen } from './evidence.ts';
import { FOUND, NAMES } from './found.ts';
import { MISSING } from './missing.ts';

/** Whether a check's points are given, withheld, or not part of the score at all. */
export type Effect = 'given' | 'withheld' | 'ignored';

/** What one check makes of the evidence. Texts are empty on a pass. */
export interface Judgement {
  outcome: CheckOutcome;
  effect: Effect;
  /** For administrators: what was found, against what is expected. */
  explain: string;
  /** For the device's user: made of what was found on the device, and of what the policy wrote for them. */
  user: string;
  remedy: string;
  /** It could not be told because what is known is too old. */
  isStale: boolean;
}

const EFFECTS = { pass: 'given', fail: 'withheld', ignore: 'ignored' } as const satisfies Record<
  Rule,
  string
>;
const SILENT = { explain: '', user: '', remedy: '', isStale: false } as const;
export const PASSED: Judgement = { outcome: 'pass', effect: 'given', ...SILENT };
export const NOT_APPLICABLE: Judgement = { outcome: 'not_applicable', effect: 'ignored', ...SILENT };

/**
 * Pure. A signal that could not be told makes the outcome unknown, whatever its rule then counts it as; one that is
 * absent makes it what its rule says, because absence is knowledge. Unknown goes first when a check reads both.
 */
export function judge(check: Check, evidence: Evidence): Judgement {
  if (check.when) {
    const applies = unread(check, check.when.reads, evidence) ?? check.when.evaluate(evidence.facts);
    if (applies === false) return NOT_APPLICABLE;
    if (applies !== true) return 'undecided' in applies ? undecided(check, '', applies) : applies;
  }
  const passes = unread(check, check.pass.reads, evidence) ?? check.pass.evaluate(evidence.facts);
  if (passes === true) return PASSED;
  if (passes === false) return failed(check, evidence, foundWords(check.subjects, evidence));
  return 'undecided' in passes ? undecided(check, foundWords(check.subjects, evidence), passes) : passes;
}

function unread(check: Check, reads: readonly VariableName[], evidence: Evidence): Judgement | null {
  const { facts } = evidence;
  let isRead = check.maxAgeMs === null;
  for (const name of reads) isRead &&= facts[name] !== undefined;
  return isRead ? null : whyUnread(check, reads, evidence);
}

function whyUnread(check: Check, reads: readonly VariableName[], evidence: Evidence): Judgement | null {
  const { maxAgeMs } = check;
  const { signals, context } = evidence;
  let absent: Judgement | null = null;
  for (const name of reads) {
    const what = seen(name, evidence);
    if (what.status === 'unknown') return unknownSignal(check, name, what);
    if (maxAgeMs !== null && isTooOld(name, maxAgeMs, observedIn(signals), context))
      return outdated(check, name);
    if (what.status === 'absent') absent ??= absentSignal(check, name, what.detail, evidence);
  }
  return absent;
}

function unknownSignal(
  check: Check,
  name: VariableName,
  what: Extract<Seen, { status: 'unknown' }>,
): Judgement {
  const { why, remedy } = MISSING[what.reason];
  const detail = what.detail ? ` (${what.detail})` : '';
  const found = `${NAMES[name]} could not be told: ${why}${detail}.`;
  return unknown(check, { found, remedy, configured: what.configured, isStale: what.reason === 'stale' });
}

function outdated(check: Check, name: VariableName): Judgement {
  const { why, remedy } = MISSING.stale;
  const found = `${NAMES[name]} could not be told: ${why}.`;
  return unknown(check, { found, remedy, configured: 'It was observed too long ago.', isStale: true });
}

function undecided(check: Check, found: string, { undecided: why }: Undecided): Judgement {
  const configured = `Undecided, because ${why}.`;
  return unknown(check, { found, remedy: MISSING.unparsed.remedy, configured, isStale: false });
}

interface Untold {
  found: string;
  remedy: string;
  /** What only administrators read, because the policy speaks in it. */
  configured?: string | undefined;
  isStale: boolean;
}

function unknown(check: Check, { found, remedy, configured = '', isStale }: Untold): Judgement {
  const explain = against(sentences(found, configured), check);
  const effect = EFFECTS[check.unknown];
  return { outcome: 'unknown', effect, explain, user: userWords(found, check), remedy, isStale };
}

function absentSignal(check: Check, name: VariableName, detail: string, evidence: Evidence): Judgement {
  const found = `${NAMES[name]} was looked for and is not there${detail ? `: ${detail}` : ''}.`;
  if (check.absent === 'pass') return PASSED;
  return check.absent === 'ignore' ? NOT_APPLICABLE : failed(check, evidence, found);
}

function failed(check: Check, evidence: Evidence, found: string): Judgement {
  const remedy = check.remedy[evidence.context.platform] ?? '';
  const [explain, user] = [against(found, check), userWords(found, check)];
  return { outcome: 'fail', effect: 'withheld', explain, user, remedy, isStale: false };
}

/**
 * What is found is what a device says, as long as a frame may be, and is told with each check that reads it: longer than a
 * receiver takes, it would keep everything of the device from being told.
 */
const MAX_FOUND = 1500;
const quoted = (found: string): string => shorten(found, MAX_FOUND);

const against = (found: string, check: Check): string => `${quoted(found)} Expected: ${check.explain}`;

// All of a check that reaches its user comes through here; conditions and the administrators' text do not.
const userWords = (found: string, { explainUser }: Pick<Check, 'explainUser'>): string =>
  sentences(quoted(found), explainUser);

const sentences = (first: string, second: string): string =>
  first === '' || second === '' ? first + second : `${first} ${second}`;

function foundWords(subjects: Check['subjects'], { facts, signals }: Evidence): string {
  const osName = signals.os?.status === 'ok' ? signals.os.value.name : '';
  let found = '';
  for (const name of subjects) {
    const value = facts[name];
    // The vocabulary ties a variable's name to its value's type; the compiler cannot follow it through the loop.
    const words = FOUND[name] as (value: unknown, osName: string) => string;
    if (value !== undefined) found = sentences(found, words(value, osName));
  }
  return found;
}
