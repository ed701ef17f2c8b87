import type { RolloutReads, RolloutRecord, RolloutWrites } from '../rollouts.ts';
import type { Settled } from '../settled.ts';
import type { Db } from './database.ts';

/** Versions on their way into force, written. */
export function rolloutWrites(db: Db): Settled<RolloutWrites> {
  const keep = db.prepare(`
    INSERT INTO policy_versions (hash, name, source, stored_at) VALUES (@hash, @name, @source, @at)
    ON CONFLICT DO NOTHING`);
  const insert = db.prepare(
    'INSERT INTO policy_rollouts (candidate, base, state, body) VALUES (@candidate, @base, @state, @body)',
  );
  const update = db.prepare('UPDATE policy_rollouts SET state = @state, body = @body WHERE id = @id');
  return {
    keepPolicyVersion({ version, at }) {
      keep.run({ ...version, at });
    },
    putRollout(rollout) {
      const { id, candidate, base, state } = rollout;
      const body = JSON.stringify(rollout);
      if (id === 0) return Number(insert.run({ candidate, base, state, body }).lastInsertRowid);
      update.run({ id, state, body });
      return id;
    },
  };
}

/** Versions on their way into force, read. */
export function rolloutReads(db: Db): Settled<RolloutReads> {
  const last = db.prepare<[], { id: number; body: string }>(
    'SELECT id, body FROM policy_rollouts ORDER BY id DESC LIMIT 1',
  );
  const fallen = db.prepare<[Record<string, unknown>], { n: number }>(`
    SELECT count(DISTINCT device_id) AS n FROM assessments
    WHERE policy = @policy AND at >= @since AND tier = 'untrusted'
      AND change ->> '$.cause.kind' = 'policy' AND change ->> '$.previous.tier' <> 'untrusted'`);
  return {
    lastRollout() {
      const row = last.get();
      return row ? { ...(JSON.parse(row.body) as RolloutRecord), id: row.id } : null;
    },
    madeUntrusted: (query) => fallen.get({ ...query })?.n ?? 0,
  };
}
