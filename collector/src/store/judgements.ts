import type { Tier, Verification } from '@assay/shared';
import type { AssessContext } from '../assess/assess.ts';
import type { Carried } from '../assess/carried.ts';
import type { VerdictChange } from '../publish/target.ts';
import type { DeviceRecord } from './devices.ts';

/** Which report was judged. */
export interface JudgedEvidence {
  /** 0: there was none yet. */
  number: number;
  at: number;
  /** What was found of the vendors' statements in it, in their order; missing: there were none. */
  verifications?: readonly Verification[];
}

/**
 * All that a judgement was made from besides policy and evidence, as it is stored. What is large is named: the tables by
 * their digest, the report by its number.
 */
export interface Basis {
  context: Omit<AssessContext, 'osEol' | 'previous' | 'memo'>;
  osEol: string;
  previous: Carried | null;
  evidence: JudgedEvidence;
  /** What the device had said before this step. */
  evidenceBefore: JudgedEvidence;
  /** The Assay that judged. */
  version: string;
}

/** What a step writes into the history so that it can be made again. */
export interface KeptJudgement {
  basis: Basis;
  /** SHA-256 of the assessment in canonical form. */
  digest: Uint8Array;
}

/** A judgement of the history. */
export interface StoredJudgement {
  deviceId: string;
  at: number;
  score: number;
  tier: Tier;
  /** Hash of the version that judged. */
  policy: string;
  change: VerdictChange;
  /** Null: made before version 0.2, which kept none. */
  kept: KeptJudgement | null;
}

export interface JudgementWrites {
  /** Keeps a table under its digest. */
  keepReferenceValues(input: { hash: string; body: string }): Promise<void>;
}

export interface JudgementReads {
  /** The judgement that was in force at a time; null before the first. */
  judgementAt(input: { deviceId: string; at: number }): Promise<StoredJudgement | null>;
  referenceValues(hash: string): Promise<string | null>;
  /** The devices that were ever judged and still take part, by id. */
  judgedDevices(input: { after: string; limit: number }): Promise<DeviceRecord[]>;
}
