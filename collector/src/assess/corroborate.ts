import type { CheckOutcome, Signal, SignalName, Signals } from '@assay/shared';
import type { Check, Policy } from '../policy/policy.ts';
import { type Evidence, type EvidenceContext, toEvidence, validUntil } from './evidence.ts';
import { type Judgement, judge } from './outcome.ts';

/** What another than the agent says of the device. Times are ms. */
export interface SourceSignals {
  /** `edr:crowdstrike`, `mdm:intune`, … */
  source: string;
  signals: Signals;
  /** When it was heard, by the collector's clock. */
  evidenceAt: number;
  /** The collector's clock less the source's, ms. */
  clockSkew: number;
}

/** The device as one other source sees it: what it can tell, and for the rest the agent's word. */
export interface View {
  source: string;
  tells: ReadonlySet<SignalName>;
  evidence: Evidence;
}

export interface SourcesContext extends EvidenceContext {
  /** Missing: only the agent speaks. */
  otherSources?: readonly SourceSignals[];
}

const NONE: readonly View[] = [];

/** Pure. What could not be told, or is older than the policy accepts, is no word against anybody's. */
export function viewsOf(policy: Policy, signals: Signals, context: SourcesContext): readonly View[] {
  const { otherSources = [] } = context;
  return otherSources.length === 0
    ? NONE
    : otherSources.flatMap((one) => toView(policy, signals, one, context));
}

function toView(policy: Policy, signals: Signals, other: SourceSignals, context: SourcesContext): View[] {
  const { now, evidenceAt, clockSkew } = context;
  const isStale = now >= other.evidenceAt + policy.evidenceMaxAgeMs;
  const told = Object.entries(other.signals).filter(([, { status }]) => status !== 'unknown');
  if (isStale || told.length === 0) return [];
  const shift = other.clockSkew - clockSkew;
  const moved = told.map(([name, signal]) => [name, { ...signal, observedAt: signal.observedAt + shift }]);
  const agents: Record<string, Signal> = now >= validUntil(policy, context) ? {} : signals;
  const seen = { ...agents, ...Object.fromEntries(moved) } as Signals;
  const heard = { ...context, evidenceAt: Math.max(evidenceAt, other.evidenceAt) };
  const tells = new Set(told.map(([name]) => name as SignalName));
  return [{ source: other.source, tells, evidence: toEvidence(policy, seen, heard) }];
}

// Whose word counts: the greatest. Who could not tell says nothing against who could.
const RANKS: Record<Exclude<Check['sources'], 'agent'>, Record<CheckOutcome, number>> = {
  strictest: { fail: 3, pass: 2, not_applicable: 1, unknown: 0 },
  any: { pass: 3, fail: 2, not_applicable: 1, unknown: 0 },
};

/** Pure. What a check makes of what all sources say; `own` is what it makes of the agent's word. */
export function judgeBySources(check: Check, own: Judgement, views: readonly View[]): Judgement {
  if (views.length === 0 || check.sources === 'agent') return own;
  const ranks = RANKS[check.sources];
  const words = views
    .filter(({ tells }) => check.signals.some((name) => tells.has(name)))
    .map((view) => ({ source: view.source, judgement: judge(check, view.evidence) }));
  let chosen = { source: 'agent', judgement: own };
  for (const word of words)
    if (ranks[word.judgement.outcome] > ranks[chosen.judgement.outcome]) chosen = word;
  const others = [{ source: 'agent', judgement: own }, ...words].filter(
    ({ judgement }) => judgement.outcome !== chosen.judgement.outcome,
  );
  return others.length === 0 ? chosen.judgement : contradicted(chosen, others);
}

const SAYS: Record<CheckOutcome, string> = {
  pass: 'says that it passes',
  fail: 'says that it fails',
  unknown: 'could not tell',
  not_applicable: 'says that it does not apply',
};

/** A judgement that is not everybody's: administrators read whose it is. A pass has no words. */
function contradicted(
  { source, judgement }: { source: string; judgement: Judgement },
  others: readonly { source: string; judgement: Judgement }[],
): Judgement {
  if (judgement.explain === '') return judgement;
  const said = others.map((other) => `${other.source} ${SAYS[other.judgement.outcome]}`).join(', ');
  return { ...judgement, explain: `${judgement.explain} By the word of ${source}; ${said}.` };
}
