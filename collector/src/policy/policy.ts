import type { Audience, Platform, SignalName } from '@assay/shared';
import type { Condition } from './cel/conditions.ts';
import type { CheckDocument, Controls, PolicyDocument, Rule } from './document/document.ts';
import type { ExemptionRules } from './rules/exemption-rules.ts';
import type { Staging } from './rules/staging.ts';
import type { VariableName } from './vocabulary.ts';

/** One check, ready to be judged by. */
export interface Check {
  id: string;
  title: string;
  /** Null: applies to every device. */
  when: Condition | null;
  pass: Condition;
  weight: number;
  required: boolean;
  /** What it counts as when a signal could not be told. */
  unknown: Rule;
  /** What it counts as when the thing provably isn't there. */
  absent: Rule;
  /** It must fail this long before it counts. */
  holdMs: number;
  /** Then there is this long to mend it. */
  graceMs: number;
  staging: Staging;
  audience: Audience;
  /** What was observed longer ago tells nothing; null: only the report's own age matters. */
  maxAgeMs: number | null;
  /** Where several sources tell of a signal: the strictest counts, only the agent, or any that passes. */
  sources: NonNullable<CheckDocument['sources']>;
  /** What administrators read of it. */
  explain: string;
  /** What the device's user reads of it; may be empty. */
  explainUser: string;
  remedy: Partial<Record<Platform, string>>;
  /** What of known frameworks it helps to meet. */
  controls: Controls;
  /** What `pass` reads, for words about what was found. */
  subjects: readonly VariableName[];
  /** The signals that its conditions read, in the order of the vocabulary. */
  signals: SignalName[];
}

/** A loaded policy. Nothing in it changes after loading. */
export interface Policy {
  name: string;
  /** `sha256:` and the hex digest of the canonical form: same judgement, same hash. */
  hash: string;
  tiers: { trusted: number; limited: number };
  evidenceMaxAgeMs: number;
  exemptions: ExemptionRules;
  checks: readonly Check[];
  /** Every variable that any condition reads. */
  reads: readonly VariableName[];
  /** What it was made from, with nothing left to include. */
  document: PolicyDocument;
  /** The files that it was made from, each after those that it includes. */
  files: readonly string[];
}
