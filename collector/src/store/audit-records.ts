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
