import {
  ACTIVATION_ACTIONS,
  type PolicyActivation,
  type PolicyReads,
  type PolicyVersion,
  type PolicyWrites,
} from '../policies.ts';
import type { Settled } from '../settled.ts';
import { auditWriter } from './audit.ts';
import type { Db } from './database.ts';

type ActivationRow = Omit<PolicyActivation, 'planned'> & { planned: string | null };

const ACTIVATION = `
  SELECT a.id, a.at, a.hash, v.name, a.previous, a.kind, a.by, a.reason, a.planned
  FROM policy_activations a JOIN policy_versions v ON v.hash = a.hash`;

const toActivation = ({ planned, ...row }: ActivationRow): PolicyActivation => ({
  ...row,
  planned: planned === null ? null : JSON.parse(planned),
});

/** Versions of the policy and when each was in force, written. */
export function policyWrites(db: Db): Settled<PolicyWrites> {
  const keep = db.prepare(`
    INSERT INTO policy_versions (hash, name, source, stored_at) VALUES (@hash, @name, @source, @at)
    ON CONFLICT DO NOTHING`);
  const activate = db.prepare(`
    INSERT INTO policy_activations (at, hash, previous, kind, by, reason, planned)
    VALUES (@at, @hash, (SELECT hash FROM policy_activations ORDER BY id DESC LIMIT 1), @kind, @by, @reason, @planned)`);
  const audit = auditWriter(db);
  const one = db.prepare<[number | bigint], ActivationRow>(`${ACTIVATION} WHERE a.id = ?`);

  return {
    activatePolicy({ version, planned, source = 'collector', ...activation }) {
      const { at } = activation;
      keep.run({ ...version, at });
      const { lastInsertRowid } = activate.run({
        ...activation,
        hash: version.hash,
        planned: planned && JSON.stringify(planned),
      });
      const { kind, by: who, reason } = activation;
      const detail = `${version.name}: ${reason}`;
      audit({ at, who, source, action: ACTIVATION_ACTIONS[kind], subject: version.hash, detail });
      return toActivation(one.get(lastInsertRowid) as ActivationRow);
    },
  };
}

/** Versions of the policy and who is judged under which, read. */
export function policyReads(db: Db): Settled<PolicyReads> {
  const history = db.prepare<[number, number], ActivationRow>(
    `${ACTIVATION} WHERE a.id < ? ORDER BY a.id DESC LIMIT ?`,
  );
  const version = db.prepare<[string], PolicyVersion>(
    'SELECT hash, name, source FROM policy_versions WHERE hash = ?',
  );
  const underOther = `current_assessments a JOIN devices d ON d.ref = a.device
    WHERE a.policy <> @hash AND d.canary = 0 AND d.state NOT IN ('revoked', 'unenrolled')`;
  const others = db.prepare<[Record<string, unknown>], { id: string }>(
    `SELECT d.id FROM ${underOther} AND d.id > @after ORDER BY d.id LIMIT @limit`,
  );
  const countOthers = db.prepare<[Record<string, unknown>], { n: number }>(
    `SELECT count(*) AS n FROM ${underOther}`,
  );
  const policyVersion = (hash: string) => version.get(hash) ?? null;

  return {
    policyVersion,
    activePolicy() {
      const newest = history.get(Number.MAX_SAFE_INTEGER, 1);
      const active = newest && policyVersion(newest.hash);
      return active ? { version: active, activation: toActivation(newest) } : null;
    },
    policyHistory: ({ before, limit }) => history.all(before, limit).map(toActivation),
    devicesUnderOtherPolicy: (query) => others.all({ ...query }).map(({ id }) => id),
    countUnderOtherPolicy: (hash) => countOthers.get({ hash })?.n ?? 0,
  };
}
