import type { AccessReads, AccessWrites } from '../access.ts';
import type { Settled } from '../settled.ts';
import { auditWriter } from './audit.ts';
import type { Db } from './database.ts';

/** Who may come in, written. */
export function accessWrites(db: Db): Settled<AccessWrites> {
  const put = db.prepare(`
    INSERT OR REPLACE INTO access (hash, name, kind, created_at, expires_at)
    VALUES (@hash, @name, @kind, @at, @expiresAt)`);
  const withoutToken = db.prepare("DELETE FROM access WHERE kind = 'api'");
  const remove = db.prepare('DELETE FROM access WHERE hash = ?');
  const tell = auditWriter(db);
  return {
    putAccess({ audit, ...access }) {
      if (access.kind === 'api') withoutToken.run();
      put.run(access);
      tell(audit);
    },
    removeAccess({ hash, audit }) {
      if (remove.run(hash).changes > 0) tell(audit);
    },
  };
}

/** Who may come in, read. */
export function accessReads(db: Db): Settled<AccessReads> {
  const access = db.prepare<[Uint8Array, number], { name: string; kind: 'api' | 'sign_in' }>(
    'SELECT name, kind FROM access WHERE hash = ? AND (expires_at IS NULL OR expires_at > ?)',
  );
  return { access: ({ hash, at }) => access.get(hash, at) ?? null };
}
