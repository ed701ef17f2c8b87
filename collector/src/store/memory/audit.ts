import { brokenAt, chainHash, GENESIS } from '../../audit/chain.ts';
import type { AuditEvent, AuditReads, AuditWrites } from '../audit.ts';
import type { Settled } from '../settled.ts';
import { byNumber, descending } from './order.ts';
import { nextNumber, type Tables } from './tables.ts';

/** Appends to the audit log; within the transaction of what is told of. Nothing is told of what nobody asked for. */
export function appendAudit(tables: Tables, event: AuditEvent | undefined): void {
  if (!event) return;
  const id = nextNumber(tables, 'audit');
  const before = tables.audit.get(String(id - 1))?.hash ?? GENESIS;
  tables.audit.insert(String(id), { ...event, id, hash: chainHash(before, id, event) });
}

/** What is done without writing anything else. */
export const auditWrites = (tables: Tables): Settled<AuditWrites> => ({
  record: (event) => appendAudit(tables, event),
});

/** The audit log, read. */
export const auditReads = ({ audit }: Tables): Settled<AuditReads> => ({
  audit: ({ before, limit }) =>
    audit
      .where(({ id }) => id < before)
      .sort(descending(byNumber(({ id }) => id)))
      .slice(0, limit),
  auditBrokenAt: () => brokenAt(audit.where(() => true)),
});
