import type { RolloutReads, RolloutRecord, RolloutWrites } from '../rollouts.ts';
import type { Settled } from '../settled.ts';
import type { Db } from './database.ts';
import { readText } from './judgement-text.ts';
import { JUDGEMENTS } from './judgements.ts';

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
  const untrusted = db.prepare<[number], { device: number; text: string }>(`
    SELECT a.device, judgement(a.body, b.body) AS text FROM ${JUDGEMENTS}
    WHERE a.at >= ? AND a.tier = 'untrusted'`);
  return {
    lastRollout() {
      const row = last.get();
      return row ? { ...(JSON.parse(row.body) as RolloutRecord), id: row.id } : null;
    },
    madeUntrusted({ policy, since }) {
      const fallen = new Set<number>();
      for (const { device, text } of untrusted.iterate(since)) {
        if (!text.startsWith(`${policy}\n`)) continue;
        const { cause, previous } = readText(text).change;
        if (cause.kind === 'policy' && (previous?.tier ?? 'untrusted') !== 'untrusted') fallen.add(device);
      }
      return fallen.size;
    },
  };
}
