/** Something that somebody changed. */
export interface AuditEvent {
  at: number;
  who: string;
  /** A verb with its noun in front: `exemption.grant`. */
  action: string;
  /** What it was done to: an id. */
  subject: string;
  /** In words for people. */
  detail: string;
}

export interface AuditEntry extends AuditEvent {
  /** From 1, without a gap. */
  id: number;
  /** SHA-256, hex, over the entry and the hash of the one before. */
  hash: string;
}

export interface AuditReads {
  /** Newest first; `before` is the id of the last entry of the page before. */
  audit(input: { before: number; limit: number }): Promise<AuditEntry[]>;
  /** The id of the first entry that is not what was written; null: the log is whole. */
  auditBrokenAt(): Promise<number | null>;
}
