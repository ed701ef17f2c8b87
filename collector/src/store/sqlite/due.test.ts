import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SAME_HARDWARE } from './conflicts.ts';
import { type Db, openForWriting } from './database.ts';
import { DEVICES_DUE, deviceReads } from './devices.ts';

const DEVICES = 100_000;

let dir: string;
let db: Db;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'assay-due-'));
  db = openForWriting(join(dir, 'assay.db'));
  db.pragma('synchronous = OFF');
  db.exec(`
    INSERT INTO enrollment_tokens (id, hash, created_at, expires_at, uses, used, groups, approval, on_conflict)
    VALUES ('t', x'00', 0, 1, 1, 1, '[]', 0, 'quarantine');
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${DEVICES})
    INSERT INTO devices (id, platform, hostname, virtual, groups, state, state_at, on_conflict, enrolled_at, token_id,
      key_id, public_key, key_algorithm, key_storage, agent_version, ref)
    SELECT printf('%08d', i), 'linux', 'host', 0, iif(i % 1000 = 0, '["lab"]', '[]'), 'active', 0, 'quarantine', 0, 't',
      CAST(printf('%08d', i) AS BLOB), x'00', 'ES256', 'file', '0.1.0', i
    FROM n;
    INSERT INTO progress (device, look_at) SELECT ref, 1000000 + ref FROM devices;
    ANALYZE;`);
});
afterAll(() => {
  db?.close();
  rmSync(dir, { recursive: true, force: true });
});

const planOf = (sql: string, ...bound: unknown[]) =>
  (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...bound) as { detail: string }[]).map(({ detail }) => detail);

it('what is due of 100,000 devices is found by an index, in the order of its time, without a look at the others', () => {
  expect(planOf(DEVICES_DUE, 1_000_003, 200)).toEqual([
    expect.stringMatching(/^SEARCH p USING (COVERING )?INDEX progress_by_look \(look_at<\?\)$/),
    expect.stringMatching(/^SEARCH d USING (COVERING )?INDEX devices_by_ref \(ref=\?\)$/),
  ]);
  const { devicesDue } = deviceReads(db);
  expect(devicesDue({ at: 1_000_003, limit: 200 })).toEqual(['00000001', '00000002', '00000003']);
  expect(devicesDue({ at: 1_000_000, limit: 200 })).toEqual([]);
});

it('the devices of a group are found by an index', () => {
  const { devicesInGroup } = deviceReads(db);
  expect(devicesInGroup({ group: 'lab', after: '', limit: 2 })).toEqual(['00001000', '00002000']);
  expect(devicesInGroup({ group: 'lab', after: '00099000', limit: 9 })).toEqual(['00100000']);
  const plan = planOf("SELECT device_id FROM device_groups WHERE group_name = 'lab' AND device_id > ''");
  expect(plan).toEqual([expect.stringMatching(/^SEARCH device_groups USING PRIMARY KEY/)]);
});

it('a machine that is known already is found by an index', () => {
  const plan = planOf(`SELECT id FROM devices WHERE ${SAME_HARDWARE}`, { serial: 'PF1', uuid: null });
  expect(plan).toContainEqual(expect.stringMatching(/^SEARCH devices USING INDEX devices_by_serial/));
  expect(plan).toContainEqual(expect.stringMatching(/^SEARCH devices USING INDEX devices_by_uuid/));
  expect(plan.join()).not.toContain('SCAN');
});
