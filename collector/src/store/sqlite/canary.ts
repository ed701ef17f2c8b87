import type { CanaryReads, CanaryWrites, ProbeCounts } from '../canary.ts';
import type { Settled } from '../settled.ts';
import type { Db } from './database.ts';
import { progressWriter } from './progress.ts';
import { devicePruner } from './retention.ts';

/** Stands where a device names its token: it expired before it was made, was never good for a use, and nothing has its hash. */
const TOKEN = `
  INSERT INTO enrollment_tokens (id, hash, created_at, expires_at, uses, used, groups, approval, on_conflict)
  VALUES ('canary', x'', 0, 0, 0, 0, '[]', 0, 'quarantine') ON CONFLICT DO NOTHING`;
/** Stands where a delivery names its target: removed before it was made, so no list has it and nobody else is told by it. */
const TARGET = `
  INSERT INTO targets (id, name, kind, config, created_at, removed_at)
  VALUES ('canary', 'canary', 'canary', '{}', 0, 0) ON CONFLICT DO NOTHING`;

const CANARY_ID = 'SELECT id FROM devices WHERE canary = 1';

/** The collector's own device and what it measured, written. */
export function canaryWrites(db: Db): Settled<CanaryWrites> {
  const present = db.prepare<[], { id: string }>(CANARY_ID);
  const makeRoom = [TOKEN, TARGET].map((sql) => db.prepare(sql));
  const insert = db.prepare(`
    INSERT INTO devices (id, platform, hostname, virtual, groups, state, state_at, on_conflict, enrolled_at, token_id,
      key_id, public_key, key_algorithm, key_storage, agent_version, canary, ref)
    VALUES (@id, 'linux', @hostname, 1, '[]', 'active', @at, 'quarantine', @at, 'canary', @keyId, @publicKey,
      @keyAlgorithm, 'file', @agentVersion, 1, (SELECT coalesce(max(ref), 0) + 1 FROM devices))`);
  const setKey = db.prepare(`
    UPDATE devices SET key_id = @keyId, public_key = @publicKey, key_algorithm = @keyAlgorithm WHERE canary = 1`);
  const rememberKey = db.prepare(`
    INSERT INTO device_keys (key_id, device_id, public_key, key_algorithm, key_storage, since)
    VALUES (@keyId, @id, @publicKey, @keyAlgorithm, 'file', @at) ON CONFLICT DO NOTHING`);
  const { begin } = progressWriter(db);
  const prune = devicePruner(db);
  const forgetCounts = db.prepare('DELETE FROM canary_probes WHERE from_at < ?');
  const add = db.prepare(`
    INSERT INTO canary_probes (from_at, probes, good, failed) VALUES (@from, @probes, @good, @failed)
    ON CONFLICT DO UPDATE SET probes = probes + excluded.probes, good = good + excluded.good,
      failed = failed + excluded.failed`);

  return {
    keepCanary({ keyId, publicKey, keyAlgorithm, at, ...device }) {
      const key = { keyId, publicKey, keyAlgorithm };
      const known = present.get();
      const id = known?.id ?? device.id;
      if (!known) {
        for (const statement of makeRoom) statement.run();
        insert.run({ ...device, ...key, at });
        begin(id);
      } else setKey.run(key);
      rememberKey.run({ ...key, id, at });
      return id;
    },
    addProbes(tally) {
      add.run(tally);
    },
    pruneCanary({ before, countsBefore }) {
      const canary = present.get();
      if (canary) prune(canary.id, before);
      forgetCounts.run(countsBefore);
    },
  };
}

/** The collector's own device and what it measured, read. */
export function canaryReads(db: Db): Settled<CanaryReads> {
  const present = db.prepare<[], { id: string }>(CANARY_ID);
  const counts = db.prepare<[number, number], ProbeCounts>(`
    SELECT coalesce(sum(probes), 0) AS probes, coalesce(sum(good), 0) AS good, coalesce(sum(failed), 0) AS failed
    FROM canary_probes WHERE from_at > ? AND from_at <= ?`);
  return {
    canaryId: () => present.get()?.id ?? null,
    probesSince: ({ since, until }) => since.map((from) => counts.get(from, until) as ProbeCounts),
  };
}
