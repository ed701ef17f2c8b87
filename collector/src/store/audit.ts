/** Through what somebody acted: the console, a program with an API token, the command line, or the collector by itself. */
export type AuditSource = 'console' | 'api' | 'cli' | 'collector';

/** Who acts. */
export interface Actor {
  name: string;
  source: AuditSource;
}

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
  /** Missing in what version 0.1 wrote. */
  source?: AuditSource;
  /** What it was and what it is now, as far as that is no secret; missing: it was not there before, or is not any more. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/** Of a write that somebody may have asked for: what the audit log says of it, in the same transaction if it happened. */
export interface Audited {
  audit?: AuditEvent;
}

export interface AuditWrites {
  /** For what is done without writing anything else. */
  record(event: AuditEvent): Promise<void>;
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
