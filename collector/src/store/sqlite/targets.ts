import type { Settled } from '../settled.ts';
import type { StoredTarget, TargetReads, TargetWrites } from '../targets.ts';
import { auditWriter } from './audit.ts';
import type { Db } from './database.ts';

/** Of a delivery: its target is there, and something may still become of it. */
export const HAS_TARGET = 'target_id IN (SELECT id FROM targets WHERE removed_at IS NULL)';

/** Where verdicts go, written. */
export function targetWrites(db: Db): Settled<TargetWrites> {
  const insert = db.prepare(
    'INSERT INTO targets (id, name, kind, config, created_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  // It does not come back: what it was told stays, its secrets do not.
  const remove = db.prepare(
    "UPDATE targets SET removed_at = ?, config = '{}' WHERE id = ? AND removed_at IS NULL",
  );
  const tell = auditWriter(db);
  return {
    createTarget({ id, name, kind, config, createdAt, audit }) {
      if (insert.run(id, name, kind, JSON.stringify(config), createdAt).changes === 0) return false;
      tell(audit);
      return true;
    },
    removeTarget({ id, at, audit }) {
      if (remove.run(at, id).changes === 0) return false;
      tell(audit);
      return true;
    },
  };
}

/** Where verdicts go, read. */
export function targetReads(db: Db): Settled<TargetReads> {
  const targets = db.prepare<[], Omit<StoredTarget, 'config'> & { config: string }>(`
    SELECT id, name, kind, config, created_at AS createdAt FROM targets WHERE removed_at IS NULL ORDER BY name`);
  return { targets: () => targets.all().map((row) => ({ ...row, config: JSON.parse(row.config) })) };
}
