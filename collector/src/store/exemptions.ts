import type { BreakGlass, Exemption } from '../assess/exemption.ts';
import type { AuditEvent } from './audit.ts';

/** An exemption as it is stored. Times are the collector's clock in milliseconds. */
export interface ExemptionRecord extends Exemption {
  requestedAt: number;
  /** The second person; null: none was needed, or none has come yet. */
  approvedBy: string | null;
  endedBy: string | null;
  /** Id of the one whose place it takes. */
  renews: string | null;
  /** When the first of the row of renewals was asked for. */
  firstAt: number;
  /** Whether its end was warned of. */
  warned: boolean;
  /** Whether the devices it is about were judged by it as it stands. */
  applied: boolean;
}

export interface BreakGlassRecord extends BreakGlass {
  endedBy: string | null;
  applied: boolean;
}

/** What one exemption waives now. */
export interface Waived {
  exemption: string;
  devices: number;
  points: number;
}

interface ExemptionQuery {
  /** `open`: neither ended nor over, whether it waits for a second person or not. */
  state: 'open' | 'past';
  at: number;
  limit: number;
  /** Id of the last one of the page before. */
  before: string | null;
}

/** Each of these is written together with what the audit log says of it. */
export interface ExemptionWrites {
  /** Ends the one that it renews, as soon as it is in force. `taken`: one of the same check for the same device or group is open, and this does not renew it. */
  addExemption(input: {
    exemption: ExemptionRecord;
    maxOpen: number;
    audit: AuditEvent;
  }): Promise<'added' | 'taken' | 'too_many'>;
  /** False when it does not wait. */
  approveExemption(input: { id: string; by: string; at: number; audit: AuditEvent }): Promise<boolean>;
  /** False when it has ended already. */
  endExemption(input: { id: string; by: string; at: number; audit: AuditEvent }): Promise<boolean>;
  markWarned(id: string): Promise<void>;
  /** Nothing happens if it was approved or ended meanwhile: that is to be applied as well. */
  markApplied(as: Pick<ExemptionRecord, 'id' | 'from' | 'endedAt'>): Promise<void>;
  /** False while one is on. */
  startBreakGlass(input: { breakGlass: BreakGlassRecord; audit: AuditEvent }): Promise<boolean>;
  endBreakGlass(input: { id: string; by: string; at: number; audit: AuditEvent }): Promise<boolean>;
  /** Nothing happens if it was ended meanwhile. */
  markBreakGlassApplied(as: Pick<BreakGlassRecord, 'id' | 'endedAt'>): Promise<void>;
}

export interface ExemptionReads {
  exemption(id: string): Promise<ExemptionRecord | null>;
  exemptions(query: ExemptionQuery): Promise<ExemptionRecord[]>;
  /** Those that are open, and those whose devices have not been judged since they changed. */
  exemptionsInForce(at: number): Promise<ExemptionRecord[]>;
  /** Every one that ever was, oldest first. */
  breakGlasses(): Promise<BreakGlassRecord[]>;
  waived(): Promise<Waived[]>;
}
