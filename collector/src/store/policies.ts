import type { AuditSource } from './audit.ts';

/** One version of the policy. Its source text is complete by itself: includes are resolved. */
export interface PolicyVersion {
  /** What it is known by everywhere: in assessments, in the history, on the command line. */
  hash: string;
  name: string;
  source: string;
}

/**
 * What brought a version into force: the product's own baseline, a file given at the start, a person, a stage of a
 * rollout, or a rollout that halted itself.
 */
type ActivationKind = 'built_in' | 'given' | 'applied' | 'rolled_back' | 'staged' | 'halted';

/** What the audit log calls it. Version 0.1 wrote `policy.` and the kind. */
export const ACTIVATION_ACTIONS: Record<ActivationKind, string> = {
  built_in: 'policy.apply',
  given: 'policy.apply',
  applied: 'policy.apply',
  rolled_back: 'policy.rollback',
  staged: 'policy.stage',
  halted: 'policy.halt',
};

/** What following a plan would do to the fleet; counts of devices. */
export interface PlannedEffect {
  devices: number;
  newlyUntrusted: number;
  changesTier: number;
}

/** A version that came into force. */
export interface PolicyActivation {
  id: number;
  at: number;
  hash: string;
  name: string;
  /** Hash of the version that was in force before; null: none was. */
  previous: string | null;
  kind: ActivationKind;
  by: string;
  reason: string;
  planned: PlannedEffect | null;
}

export interface Activate {
  /** Through what it was asked for; missing: nobody was asked. */
  source?: AuditSource;
  version: PolicyVersion;
  at: number;
  kind: ActivationKind;
  by: string;
  reason: string;
  planned: PlannedEffect | null;
}

export interface PolicyWrites {
  /** Stores the version if it is new, and makes it the active one. */
  activatePolicy(input: Activate): Promise<PolicyActivation>;
}

export interface PolicyReads {
  /** The version in force, and how it came to be; null before the first start. */
  activePolicy(): Promise<{ version: PolicyVersion; activation: PolicyActivation } | null>;
  policyVersion(hash: string): Promise<PolicyVersion | null>;
  /** Newest first; `before` is the id of the last one of the page before. */
  policyHistory(input: { before: number; limit: number }): Promise<PolicyActivation[]>;
  /** Devices that still take part and were last judged under another policy, by id. */
  devicesUnderOtherPolicy(input: { hash: string; after: string; limit: number }): Promise<string[]>;
  countUnderOtherPolicy(hash: string): Promise<number>;
}
