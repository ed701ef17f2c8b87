import type { PolicyVersion } from './policies.ts';

/** Stages of a rollout, in order. */
export const ROLLOUT_STAGES = ['observe', 'warn', 'enforce'] as const;
export type RolloutStage = (typeof ROLLOUT_STAGES)[number];

/** A version on its way into force. Times are the collector's clock, ms. */
export interface RolloutRecord {
  /** 0: not stored yet. */
  id: number;
  /** Hash of the version that comes, and of the one to go back to. */
  candidate: string;
  base: string;
  name: string;
  state: 'running' | 'done' | 'halted' | 'stopped';
  stage: RolloutStage;
  startedAt: number;
  stageSince: number;
  /** When the next stage begins by itself; null: when somebody says so. */
  stageUntil: number | null;
  observeMs: number | null;
  warnMs: number | null;
  /** As many devices were planned to become untrusted by it. */
  planned: number;
  /** Above this it halts itself. */
  limit: number;
  /** As many would, or did, when it was last looked at. */
  effect: number;
  by: string;
  reason: string;
  /** Why it stands where it stands, in words for people. */
  detail: string;
}

export interface RolloutWrites {
  /** Stores a version that does not judge yet. */
  keepPolicyVersion(input: { version: PolicyVersion; at: number }): Promise<void>;
  /** Gives out the id. */
  putRollout(rollout: RolloutRecord): Promise<number>;
}

export interface RolloutReads {
  /** The newest, whatever became of it. */
  lastRollout(): Promise<RolloutRecord | null>;
  /** Devices that a version made untrusted since a time. */
  madeUntrusted(input: { policy: string; since: number }): Promise<number>;
}
