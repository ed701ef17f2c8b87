import { brokenAt, chainHash, GENESIS } from '../../audit/chain.ts';
import type { AuditEntry, AuditEvent, AuditReads } from '../audit.ts';
import type { Settled } from '../settled.ts';
import type { Db } from './database.ts';

/** Appends to the audit log; within the transaction of what is told of. */
export function auditWriter(db: Db): (event: AuditEvent) => void {
  const last = db.prepare<[], { id: number; hash: string }>(
    'SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1',
  );
  const insert = db.prepare(`
    INSERT INTO audit (id, at, who, action, subject, detail, hash)
    VALUES (@id, @at, @who, @action, @subject, @detail, @hash)`);
  return (event) => {
    const before = last.get();
    const id = (before?.id ?? 0) + 1;
    insert.run({ ...event, id, hash: chainHash(before?.hash ?? GENESIS, id, event) });
  };
}

/** The audit log, read. */
export function auditReads(db: Db): Settled<AuditReads> {
  const page = db.prepare<[number, number], AuditEntry>(
    'SELECT id, at, who, action, subject, detail, hash FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?',
  );
  const all = db.prepare<[], AuditEntry>(
    'SELECT id, at, who, action, subject, detail, hash FROM audit ORDER BY id',
  );
  return {
    audit: ({ before, limit }) => page.all(before, limit),
    auditBrokenAt: () => brokenAt(all.iterate()),
  };
}
