/** How two devices, or two copies of one, are known to be at odds; the rules are in enrollment/conflicts.ts. */
export type ConflictKind =
  | 'same_hardware'
  | 'claimed_hardware'
  | 'hardware_changed'
  | 'two_places'
  | 'number_rolled_back'
  | 'number_reused'
  | 'retired_key';

/** A conflict to be flagged. */
export interface NewConflict {
  kind: ConflictKind;
  /** The other device; null when it is one device in two copies. */
  otherId: string | null;
  /** What was seen, in words for people. */
  detail: string;
}

/** A flagged conflict. It is open until an administrator, or the token's policy, resolved it. */
export interface Conflict extends NewConflict {
  id: string;
  /** The device that brought it about. */
  deviceId: string;
  at: number;
  resolvedAt: number | null;
  resolution: Resolution | null;
  resolvedBy: string | null;
}

export type Resolution = 'keep_this' | 'keep_both' | 'keep_other';

export interface ConflictReads {
  /** Open conflicts of these devices, whichever side of it they are on. */
  conflictsOf(deviceIds: string[]): Promise<Conflict[]>;
  conflict(id: string): Promise<Conflict | null>;
}
