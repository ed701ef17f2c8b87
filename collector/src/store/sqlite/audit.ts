import { brokenAt, chainHash, GENESIS } from '../../audit/chain.ts';
import type { AuditEntry, AuditEvent, AuditReads, AuditWrites } from '../audit.ts';
import type { Settled } from '../settled.ts';
import type { Db } from './database.ts';

type AuditRow = Pick<AuditEntry, 'id' | 'at' | 'who' | 'action' | 'subject' | 'detail' | 'hash'> & {
  source: AuditEntry['source'] | null;
  before: string | null;
  after: string | null;
};

const COLUMNS = 'id, at, who, action, subject, detail, source, before, after, hash';

const toEntry = ({ source, before, after, ...row }: AuditRow): AuditEntry => ({
  ...row,
  ...(source ? { source } : {}),
  ...(before === null ? {} : { before: JSON.parse(before) }),
  ...(after === null ? {} : { after: JSON.parse(after) }),
});

/** Appends to the audit log; within the transaction of what is told of. Nothing is told of what nobody asked for. */
export function auditWriter(db: Db): (event: AuditEvent | undefined) => void {
  const last = db.prepare<[], { id: number; hash: string }>(
    'SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1',
  );
  const insert = db.prepare(`
    INSERT INTO audit (${COLUMNS})
    VALUES (@id, @at, @who, @action, @subject, @detail, @source, @before, @after, @hash)`);
  const toText = (value: object | undefined) => (value === undefined ? null : JSON.stringify(value));
  return (event) => {
    if (!event) return;
    const newest = last.get();
    const id = (newest?.id ?? 0) + 1;
    const { before, after, source = null, ...columns } = event;
    const texts = { before: toText(before), after: toText(after) };
    insert.run({ ...columns, ...texts, source, id, hash: chainHash(newest?.hash ?? GENESIS, id, event) });
  };
}

/** What is done without writing anything else. */
export function auditWrites(db: Db): Settled<AuditWrites> {
  return { record: auditWriter(db) };
}

/** The audit log, read. */
export function auditReads(db: Db): Settled<AuditReads> {
  const page = db.prepare<[number, number], AuditRow>(
    `SELECT ${COLUMNS} FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?`,
  );
  const all = db.prepare<[], AuditRow>(`SELECT ${COLUMNS} FROM audit ORDER BY id`);
  function* entries(): Generator<AuditEntry> {
    for (const row of all.iterate()) yield toEntry(row);
  }
  return {
    audit: ({ before, limit }) => page.all(before, limit).map(toEntry),
    auditBrokenAt: () => brokenAt(entries()),
  };
}
