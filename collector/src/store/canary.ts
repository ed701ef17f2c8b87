import type { KeyAlgorithm } from '@assay/shared';

/** The canary's key, as of a device. */
interface CanaryKey {
  keyId: Uint8Array;
  /** SubjectPublicKeyInfo, DER. */
  publicKey: Uint8Array;
  keyAlgorithm: KeyAlgorithm;
}

/** How probes of the canary went, counted. */
export interface ProbeCounts {
  probes: number;
  /** Told within the objective. */
  good: number;
  /** Never acknowledged, or never told. The others were slow. */
  failed: number;
}

/** The counts of one span of time, from `from` on; ms. */
export interface ProbeTally extends ProbeCounts {
  from: number;
}

export interface CanaryWrites {
  /**
   * Makes the canary's device and what it needs, or gives the one that there is this key: no token, and no way over the
   * network, leads to it.
   * @returns its device id
   */
  keepCanary(
    input: CanaryKey & { id: string; hostname: string; agentVersion: string; at: number },
  ): Promise<string>;
  /** Adds to what is counted of this span already. */
  addProbes(tally: ProbeTally): Promise<void>;
  /** Lets go of what its probes left behind before a time, but for what holds now, and of counts before `countsBefore`. */
  pruneCanary(input: { before: number; countsBefore: number }): Promise<void>;
}

export interface CanaryReads {
  /** The device that is the canary; null: there never was one. */
  canaryId(): Promise<string | null>;
  /** Counted from each of these times on, until `until`; in their order. */
  probesSince(input: { since: number[]; until: number }): Promise<ProbeCounts[]>;
}
