import type { EnrollmentToken, Reads, StoredTarget, Writes } from '../store.ts';
import type { Db } from './database.ts';

type SettingWrites = Pick<
  Writes,
  | 'createEnrollmentToken'
  | 'expireEnrollmentToken'
  | 'createTarget'
  | 'removeTarget'
  | 'putAccess'
  | 'removeAccess'
  | 'setOnce'
  | 'probe'
>;

/** What administrators set up, written. */
export function settingWrites(db: Db): SettingWrites {
  const insertToken = db.prepare(`
    INSERT INTO enrollment_tokens (id, hash, created_at, expires_at, uses, used, owner, groups, approval, on_conflict)
    VALUES (@id, @hash, @createdAt, @expiresAt, @uses, @used, @owner, @groups, @approval, @onConflict)`);
  const expireToken = db.prepare('UPDATE enrollment_tokens SET expires_at = min(expires_at, ?) WHERE id = ?');
  const insertTarget = db.prepare(
    'INSERT INTO targets (id, name, kind, config, created_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const removeTarget = db.prepare('UPDATE targets SET removed_at = ? WHERE id = ? AND removed_at IS NULL');
  const putAccess = db.prepare(`
    INSERT OR REPLACE INTO access (hash, name, kind, created_at, expires_at)
    VALUES (@hash, @name, @kind, @at, @expiresAt)`);
  const removeAccess = db.prepare('DELETE FROM access WHERE hash = ?');
  const setOnce = db.prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const probe = db.prepare("INSERT OR REPLACE INTO settings (key, value) VALUES ('probed_at', ?)");
  const get = db.prepare<[string], { value: string }>('SELECT value FROM settings WHERE key = ?');

  return {
    createEnrollmentToken(token) {
      insertToken.run({ ...token, groups: JSON.stringify(token.groups), approval: token.approval ? 1 : 0 });
    },
    expireEnrollmentToken: ({ id, at }) => expireToken.run(at, id).changes === 1,
    createTarget: ({ id, name, kind, config, createdAt }) =>
      insertTarget.run(id, name, kind, JSON.stringify(config), createdAt).changes === 1,
    removeTarget: ({ id, at }) => removeTarget.run(at, id).changes === 1,
    putAccess(access) {
      putAccess.run(access);
    },
    removeAccess(hash) {
      removeAccess.run(hash);
    },
    probe(at) {
      probe.run(String(at));
    },
    setOnce({ key, value }) {
      setOnce.run(key, value);
      return get.get(key)?.value ?? value;
    },
  };
}

/** What administrators set up, read. */
export function settingReads(db: Db): Pick<Reads, 'enrollmentTokens' | 'targets' | 'access'> {
  const tokens = db.prepare<
    [],
    Omit<EnrollmentToken, 'groups' | 'approval'> & { groups: string; approval: number }
  >(`
    SELECT id, created_at AS createdAt, expires_at AS expiresAt, uses, used, owner, groups,
      approval, on_conflict AS onConflict
    FROM enrollment_tokens ORDER BY created_at DESC`);
  const targets = db.prepare<[], Omit<StoredTarget, 'config'> & { config: string }>(`
    SELECT id, name, kind, config, created_at AS createdAt FROM targets WHERE removed_at IS NULL ORDER BY name`);
  const access = db.prepare<[Uint8Array, number], { name: string; kind: 'api' | 'sign_in' }>(
    'SELECT name, kind FROM access WHERE hash = ? AND (expires_at IS NULL OR expires_at > ?)',
  );

  return {
    enrollmentTokens: () =>
      tokens.all().map((row) => ({ ...row, groups: JSON.parse(row.groups), approval: row.approval === 1 })),
    targets: () => targets.all().map((row) => ({ ...row, config: JSON.parse(row.config) })),
    access: ({ hash, at }) => access.get(hash, at) ?? null,
  };
}
