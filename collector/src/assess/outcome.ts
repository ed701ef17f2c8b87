import type { CheckOutcome } from '@assay/shared';
import type { Undecided } from '../policy/conditions.ts';
import type { Rule } from '../policy/document.ts';
import type { Check } from '../policy/policy.ts';
import type { VariableName } from '../policy/vocabulary.ts';
import type { Evidence, Seen } from './evidence.ts';
import { FOUND, NAMES } from './found.ts';
import { MISSING } from './missing.ts';

/** What one check makes of the evidence. */
export interface Judgement {
  outcome: CheckOutcome;
  /** Whether the check's points are given, withheld, or not part of the score at all. */
  effect: 'given' | 'withheld' | 'ignored';
  explain: string;
  remedy: string;
}

const EFFECTS = { pass: 'given', fail: 'withheld', ignore: 'ignored' } as const satisfies Record<
  Rule,
  string
>;
const PASSED: Judgement = { outcome: 'pass', effect: 'given', explain: '', remedy: '' };
const NOT_APPLICABLE: Judgement = { outcome: 'not_applicable', effect: 'ignored', explain: '', remedy: '' };

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
  if (passes === false) return failed(check, evidence, foundWords(check, evidence));
  return 'undecided' in passes ? undecided(check, foundWords(check, evidence), passes) : passes;
}

function unread(check: Check, reads: readonly VariableName[], evidence: Evidence): Judgement | null {
  let absent: VariableName | null = null;
  for (const name of reads) {
    const seen = evidence.seen[name];
    if (seen?.status === 'unknown') return unknownSignal(check, name, seen);
    if (seen?.status === 'absent') absent ??= name;
  }
  return absent === null ? null : absentSignal(check, absent, evidence);
}

function unknownSignal(
  check: Check,
  name: VariableName,
  seen: Extract<Seen, { status: 'unknown' }>,
): Judgement {
  const { why, remedy } = MISSING[seen.reason];
  const detail = seen.detail ? ` (${seen.detail})` : '';
  return unknown(check, `${NAMES[name]} could not be told: ${why}${detail}.`, remedy);
}

function undecided(check: Check, found: string, { undecided: why }: Undecided): Judgement {
  return unknown(check, `${found} Undecided, because ${why}.`.trim(), MISSING.unparsed.remedy);
}

function unknown(check: Check, found: string, remedy: string): Judgement {
  return { outcome: 'unknown', effect: EFFECTS[check.unknown], explain: against(found, check), remedy };
}

function absentSignal(check: Check, name: VariableName, evidence: Evidence): Judgement {
  const seen = evidence.seen[name];
  const detail = seen?.status === 'absent' && seen.detail ? `: ${seen.detail}` : '';
  const found = `${NAMES[name]} was looked for and is not there${detail}.`;
  if (check.absent === 'pass') return PASSED;
  return check.absent === 'ignore' ? NOT_APPLICABLE : failed(check, evidence, found);
}

function failed(check: Check, evidence: Evidence, found: string): Judgement {
  const remedy = check.remedy[evidence.platform] ?? '';
  return { outcome: 'fail', effect: 'withheld', explain: against(found, check), remedy };
}

const EXPECTED = ' Expected: ';

const against = (found: string, check: Check): string => `${found}${EXPECTED}${check.explain}`;

/** The first half of an `explain`: what was found on the device, without what the policy expects. */
export const foundPart = (explain: string): string => explain.split(EXPECTED, 1)[0] ?? '';

function foundWords(check: Check, evidence: Evidence): string {
  const sentences = check.subjects.map((name) => {
    const seen = evidence.seen[name];
    // The vocabulary ties a variable's name to its value's type; the compiler cannot follow it through the loop.
    const words = FOUND[name] as (value: unknown, osName: string) => string;
    return seen?.status === 'ok' ? words(seen.value, evidence.osName) : '';
  });
  return sentences.join(' ');
}
