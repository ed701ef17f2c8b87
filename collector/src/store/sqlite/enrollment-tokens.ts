import type { EnrollmentReads, EnrollmentToken, EnrollmentWrites } from '../enrollments.ts';
import type { Settled } from '../settled.ts';
import { auditWriter } from './audit.ts';
import type { Db } from './database.ts';

/** What lets devices in, written. */
export function enrollmentTokenWrites(
  db: Db,
): Settled<Pick<EnrollmentWrites, 'createEnrollmentToken' | 'expireEnrollmentToken'>> {
  const insert = db.prepare(`
    INSERT INTO enrollment_tokens (id, hash, created_at, expires_at, uses, used, owner, groups, approval, on_conflict)
    VALUES (@id, @hash, @createdAt, @expiresAt, @uses, @used, @owner, @groups, @approval, @onConflict)`);
  const expire = db.prepare('UPDATE enrollment_tokens SET expires_at = min(expires_at, ?) WHERE id = ?');
  const tell = auditWriter(db);
  return {
    createEnrollmentToken({ audit, ...token }) {
      insert.run({ ...token, groups: JSON.stringify(token.groups), approval: token.approval ? 1 : 0 });
      tell(audit);
    },
    expireEnrollmentToken({ id, at, audit }) {
      if (expire.run(at, id).changes === 0) return false;
      tell(audit);
      return true;
    },
  };
}

type TokenRow = Omit<EnrollmentToken, 'groups' | 'approval'> & { groups: string; approval: number };

/** What lets devices in, read. */
export function enrollmentTokenReads(db: Db): Settled<Pick<EnrollmentReads, 'enrollmentTokens'>> {
  const tokens = db.prepare<[], TokenRow>(`
    SELECT id, created_at AS createdAt, expires_at AS expiresAt, uses, used, owner, groups,
      approval, on_conflict AS onConflict
    FROM enrollment_tokens WHERE uses > 0 ORDER BY created_at DESC, id DESC`);
  return {
    enrollmentTokens: () =>
      tokens.all().map((row) => ({ ...row, groups: JSON.parse(row.groups), approval: row.approval === 1 })),
  };
}
