import type { CheckOutcome, Signal, SignalName, Signals, SourceWord } from '@assay/shared';
import type { Check, Policy } from '../policy/policy.ts';
import type { SourceSignals } from './attested.ts';
import { type Evidence, type EvidenceContext, toEvidence, validUntil } from './evidence.ts';
import type { Judged } from './memo.ts';
import { type Judgement, judge } from './outcome.ts';

/** The device as one other source sees it: what it can tell, and for the rest the agent's word. */
export interface View {
  source: string;
  tells: ReadonlySet<SignalName>;
  evidence: Evidence;
  /** It may take trust away and never give any. */
  isUnproven: boolean;
}

export interface SourcesContext extends EvidenceContext {
  /** Besides those whose statements the agent forwards; missing: there is none. */
  otherSources?: readonly SourceSignals[];
}

const NONE: readonly View[] = [];

/** Pure. What could not be told, or is older than the policy accepts, is no word against anybody's. */
export const viewsOf = (
  policy: Policy,
  signals: Signals,
  sources: readonly SourceSignals[],
  context: EvidenceContext,
): readonly View[] =>
  sources.length === 0 ? NONE : sources.flatMap((one) => toView(policy, signals, one, context));

function toView(policy: Policy, signals: Signals, other: SourceSignals, context: EvidenceContext): View[] {
  const { now, evidenceAt, clockSkew } = context;
  const isStale = now >= Math.min(other.evidenceAt + policy.evidenceMaxAgeMs, other.until ?? NEVER);
  const told = Object.entries(other.signals).filter(([, { status }]) => status !== 'unknown');
  if (isStale || told.length === 0) return [];
  const shift = other.clockSkew - clockSkew;
  const moved = told.map(([name, signal]) => [name, { ...signal, observedAt: signal.observedAt + shift }]);
  const agents: Record<string, Signal> = now >= validUntil(policy, context) ? {} : signals;
  const seen = { ...agents, ...Object.fromEntries(moved) } as Signals;
  const heard = { ...context, evidenceAt: Math.max(evidenceAt, other.evidenceAt) };
  const tells = new Set(told.map(([name]) => name as SignalName));
  const { source, isUnproven = false } = other;
  return [{ source, tells, isUnproven, evidence: toEvidence(policy, seen, heard) }];
}

const NEVER = Number.POSITIVE_INFINITY;

// Whose word counts: the greatest. Who could not tell says nothing against who could.
const RANKS: Record<Exclude<Check['sources'], 'agent'>, Record<CheckOutcome, number>> = {
  strictest: { fail: 3, pass: 2, not_applicable: 1, unknown: 0 },
  any: { pass: 3, fail: 2, not_applicable: 1, unknown: 0 },
};

/** What a check comes to, and what each source says where others than the agent do. */
interface Corroborated {
  judgement: Judgement;
  words: SourceWord[];
}

interface Word {
  source: string;
  judgement: Judgement;
  isUnproven: boolean;
}

const NO_WORDS: SourceWord[] = [];

/** What the checks of a policy come to, each at its place. `words` null: only the agent speaks. */
export interface AllCorroborated {
  judgements: readonly Judgement[];
  words: SourceWord[][] | null;
}

/** Pure. What all checks make of what all sources say; `own` is what they make of the agent's word. */
export function judgeAllBySources(
  { policy, judgements: own }: Pick<Judged, 'policy' | 'judgements'>,
  views: readonly View[],
): AllCorroborated {
  if (views.length === 0) return { judgements: own, words: null };
  const all = policy.checks.map((check, i) => judgeBySources(check, own[i] as Judgement, views));
  return { judgements: all.map(({ judgement }) => judgement), words: all.map(({ words }) => words) };
}

/** Pure. What a check makes of what all sources say; `own` is what it makes of the agent's word. */
function judgeBySources(check: Check, own: Judgement, views: readonly View[]): Corroborated {
  if (check.sources === 'agent') return { judgement: own, words: NO_WORDS };
  const ranks = RANKS[check.sources];
  const others = views
    .filter(({ tells }) => check.signals.some((name) => tells.has(name)))
    .map(({ source, isUnproven, evidence }) => ({ source, isUnproven, judgement: judge(check, evidence) }));
  if (others.length === 0) return { judgement: own, words: NO_WORDS };
  const words: Word[] = [{ source: 'agent', isUnproven: false, judgement: own }, ...others];
  let chosen = words[0] as Word;
  for (const word of words)
    if (counts(word, own) && ranks[word.judgement.outcome] > ranks[chosen.judgement.outcome]) chosen = word;
  return { judgement: inWords(chosen, words), words: words.map(toSourceWord) };
}

// What fails may be in grace and give its points: where the agent's word gives none, it would raise after all.
const counts = ({ isUnproven, judgement }: Word, own: Judgement): boolean =>
  !isUnproven || (judgement.outcome === 'fail' && own.effect === 'given');

const toSourceWord = ({ source, isUnproven, judgement }: Word): SourceWord => ({
  ...{ source, outcome: judgement.outcome },
  ...(isUnproven ? { unproven: true as const } : {}),
});

const SAYS: Record<CheckOutcome, string> = {
  pass: 'says that it passes',
  fail: 'says that it fails',
  unknown: 'could not tell',
  not_applicable: 'says that it does not apply',
};

/** Where not all say the same, administrators read whose word it is. A pass has no words. */
function inWords({ source, judgement }: Word, words: readonly Word[]): Judgement {
  const others = words.filter((word) => word.judgement.outcome !== judgement.outcome);
  if (judgement.explain === '' || others.length === 0) return judgement;
  const said = others.map(
    (other) =>
      `${other.source} ${SAYS[other.judgement.outcome]}${other.isUnproven ? ', which is not verified' : ''}`,
  );
  return { ...judgement, explain: `${judgement.explain} By the word of ${source}; ${said.join(', ')}.` };
}
