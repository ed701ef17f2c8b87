import type { BreakGlass, Exemption } from '../assess/exemption.ts';
import type { AuditEntry, AuditEvent } from './audit-records.ts';

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
  }): 'added' | 'taken' | 'too_many';
  /** False when it does not wait. */
  approveExemption(input: { id: string; by: string; at: number; audit: AuditEvent }): boolean;
  /** False when it has ended already. */
  endExemption(input: { id: string; by: string; at: number; audit: AuditEvent }): boolean;
  markExemption(input: { id: string; as: 'warned' | 'applied' }): void;
  /** False while one is on. */
  startBreakGlass(input: { breakGlass: BreakGlassRecord; audit: AuditEvent }): boolean;
  endBreakGlass(input: { id: string; by: string; at: number; audit: AuditEvent }): boolean;
  markBreakGlassApplied(id: string): void;
}

export interface ExemptionReads {
  exemption(id: string): ExemptionRecord | null;
  exemptions(query: ExemptionQuery): ExemptionRecord[];
  /** Those that are open, and those whose devices have not been judged since they changed. */
  exemptionsInForce(at: number): ExemptionRecord[];
  /** Every one that ever was for a device or any of these groups, for looking at its past. */
  exemptionsFor(input: { deviceId: string; groups: string[] }): ExemptionRecord[];
  /** Every one that ever was, oldest first. */
  breakGlasses(): BreakGlassRecord[];
  waived(): Waived[];
  devicesInGroup(input: { group: string; after: string; limit: number }): string[];
  hostnames(deviceIds: string[]): { id: string; hostname: string }[];
  deviceIds(input: { after: string; limit: number }): string[];
  /** Newest first; `before` is the id of the last entry of the page before. */
  audit(input: { before: number; limit: number }): AuditEntry[];
  /** The id of the first entry that is not what was written; null: the log is whole. */
  auditBrokenAt(): number | null;
}
