import type { Assessment, DeviceState, KeyAlgorithm, Platform, Tier } from '@assay/shared';
import type {
  DevicePage,
  DeviceQuery,
  DeviceReads,
  DeviceRecord,
  DeviceWrites,
  Identity,
  OnConflict,
  StoredDevice,
} from '../devices.ts';
import type { Settled } from '../settled.ts';
import { inOneSpelling, isAscii } from '../spelling.ts';
import type { Db } from './database.ts';
import { progressWriter } from './progress.ts';

/** What a `DeviceRecord` is made of. */
export interface RecordRow {
  id: string;
  platform: Platform;
  hostname: string;
  serial: string | null;
  uuid: string | null;
  vendor: string | null;
  model: string | null;
  virtual: number | null;
  owner: string | null;
  groups: string;
  state: DeviceState;
  state_reason: string;
  state_at: number;
  on_conflict: OnConflict;
  enrolled_at: number;
  key_id: Uint8Array;
  public_key: Uint8Array;
  key_algorithm: KeyAlgorithm;
  key_storage: string;
  agent_version: string;
  last_number: number;
  last_report_at: number | null;
  last_seen_at: number | null;
  canary: number;
}

interface DeviceRow extends RecordRow {
  newest_number: number;
  /** Of the assessment that holds; its times are in the columns below. */
  body: string | null;
  assessed_at: number;
  valid_until: number;
  assessment_look_at: number | null;
  cause: string | null;
  cause_at: number | null;
}

/** A device's row with its reports, as it is handed from thread to thread: half of what the same as objects takes. */
export interface StoredRow extends DeviceRow {
  evidence: Uint8Array | null;
  /** Null where it is the same report. */
  newest: Uint8Array | null;
  newest_at: number;
}

/** All columns of a `RecordRow`, of `devices d` and `progress p`. */
export const RECORD_COLUMNS = 'd.*, p.last_number, p.last_report_at, p.last_seen_at';
/** All columns of a `DeviceRow`. */
const COLUMNS = `${RECORD_COLUMNS}, p.newest_number, p.assessed_at, p.valid_until,
  p.next_look_at AS assessment_look_at, a.body`;
const TABLES = `devices d JOIN progress p ON p.device = d.ref LEFT JOIN current_assessments a ON a.device = d.ref`;

/** An `Identity` as the columns of `devices` hold it. */
export const toIdentityColumns = (identity: Identity) => ({
  ...identity,
  virtual: identity.virtual === null ? null : Number(identity.virtual),
});

export function toRecord(row: RecordRow): DeviceRecord {
  return {
    id: row.id,
    platform: row.platform,
    hostname: row.hostname,
    serial: row.serial,
    uuid: row.uuid,
    vendor: row.vendor,
    model: row.model,
    virtual: row.virtual === null ? null : row.virtual === 1,
    owner: row.owner,
    groups: JSON.parse(row.groups),
    state: row.state,
    stateReason: row.state_reason,
    stateAt: row.state_at,
    onConflict: row.on_conflict,
    enrolledAt: row.enrolled_at,
    keyId: row.key_id,
    publicKey: row.public_key,
    keyAlgorithm: row.key_algorithm,
    keyStorage: row.key_storage,
    agentVersion: row.agent_version,
    lastNumber: row.last_number,
    lastReportAt: row.last_report_at,
    lastSeenAt: row.last_seen_at,
    canary: row.canary === 1,
  };
}

function toAssessment(row: DeviceRow): Assessment | null {
  if (row.body === null) return null;
  const times = {
    assessedAt: row.assessed_at,
    validUntil: row.valid_until,
    nextLookAt: row.assessment_look_at,
  };
  return { ...JSON.parse(row.body), ...times };
}

/** Signs of life, and when to look again, written. */
export function deviceWrites(db: Db): Settled<DeviceWrites> {
  const { seen, postpone } = progressWriter(db);
  return {
    postponeLook: ({ id, at }) => postpone(id, at),
    touchDevices(sightings) {
      for (const { id, at } of sightings) seen(id, at);
    },
  };
}

const matching = (as: (column: string) => string): string =>
  `d.canary = 0 AND (@search = '' OR ${['d.hostname', 'd.owner', 'd.serial']
    .map((column) => `${as(column)} LIKE @like ESCAPE '\\'`)
    .join(' OR ')} OR d.id = @search)`;
/** LIKE folds ASCII by itself, and much faster. */
const MATCHES = {
  ascii: matching((column) => column),
  other: matching((column) => `one_spelling(${column})`),
};
const IN_TIER = `(@tier IS NULL OR d.tier = @tier OR (@tier = 'unjudged' AND d.tier IS NULL))`;

/** Asked every second: it must cost what is due, not what there is. */
export const DEVICES_DUE =
  'SELECT d.id FROM progress p JOIN devices d ON d.ref = p.device WHERE p.look_at <= ? ORDER BY p.look_at LIMIT ?';

/** A device and its reports, as a row. */
export function storedRowReader(db: Db): (id: string) => StoredRow | null {
  // With a plus, SQLite does not prepare it anew for each value that is bound. Nearly always the last report is the newest.
  const one = db.prepare<[string], StoredRow>(`
    SELECT ${COLUMNS}, restored(r.bytes, rb.bytes, rf.bytes) AS evidence,
      restored(n.bytes, nb.bytes, nf.bytes) AS newest,
      coalesce(n.offline_at, n.received_at, r.received_at) AS newest_at
    FROM ${TABLES}
    LEFT JOIN evidence r ON r.id = p.last_report LEFT JOIN evidence rb ON rb.id = r.base
    LEFT JOIN evidence rf ON rf.id = rb.base
    LEFT JOIN evidence n ON n.id = nullif(p.newest_report, p.last_report) LEFT JOIN evidence nb ON nb.id = n.base
    LEFT JOIN evidence nf ON nf.id = nb.base WHERE d.id = +?`);
  return (id) => one.get(id) ?? null;
}

export function toStoredDevice(row: StoredRow): StoredDevice {
  const isLast = row.newest_number === row.last_number;
  const newest = isLast ? row.evidence : row.newest;
  return {
    record: toRecord(row),
    evidence: row.evidence,
    newest: newest && { number: row.newest_number, payload: newest, at: row.newest_at },
    assessment: toAssessment(row),
    cause: row.cause === null ? null : JSON.parse(row.cause),
    causeAt: row.cause_at,
  };
}

/** Devices, read. */
export function deviceReads(db: Db): Settled<Omit<DeviceReads, 'devicesWithHardware'>> {
  const rowOf = storedRowReader(db);
  const searchBy = (matches: string) => ({
    page: db.prepare<[Record<string, unknown>], DeviceRow>(
      `SELECT ${COLUMNS} FROM ${TABLES} WHERE ${matches} AND ${IN_TIER} AND d.id > @after ORDER BY d.id LIMIT @limit`,
    ),
    count: db.prepare<[Record<string, unknown>], { n: number }>(
      `SELECT count(*) AS n FROM devices d WHERE ${matches} AND ${IN_TIER}`,
    ),
  });
  const searches = { ascii: searchBy(MATCHES.ascii), other: searchBy(MATCHES.other) };
  const byTier = db.prepare<[], { tier: Tier | null; n: number }>(
    'SELECT tier, count(*) AS n FROM devices GROUP BY tier',
  );
  const canary = db.prepare<[], { tier: Tier | null }>('SELECT tier FROM devices WHERE canary = 1');
  const due = db.prepare<[number, number], { id: string }>(DEVICES_DUE);
  const ahead = db.prepare<[Record<string, unknown>], { id: string }>(`
    SELECT d.id FROM progress p JOIN devices d ON d.ref = p.device
    WHERE p.assessed_at > @at AND d.canary = 0 AND d.id > @after ORDER BY d.id LIMIT @limit`);

  const hostnames = db.prepare<[string], { id: string; hostname: string }>(
    'SELECT id, hostname FROM devices WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
  );
  const inGroup = db.prepare<[Record<string, unknown>], { id: string }>(`
    SELECT device_id AS id FROM device_groups WHERE group_name = @group AND device_id > @after
    ORDER BY device_id LIMIT @limit`);
  const ids = db.prepare<[Record<string, unknown>], { id: string }>(
    'SELECT id FROM devices WHERE canary = 0 AND id > @after ORDER BY id LIMIT @limit',
  );

  return {
    device(id): StoredDevice | null {
      const row = rowOf(id);
      return row && toStoredDevice(row);
    },
    devices(query: DeviceQuery): DevicePage {
      const { page, count } = isAscii(query.search) ? searches.ascii : searches.other;
      const sought = isAscii(query.search) ? query.search : inOneSpelling(query.search);
      const like = `%${sought.replace(/[\\%_]/g, '\\$&')}%`;
      const bound = {
        search: query.search,
        like,
        tier: query.tier,
        after: query.after ?? '',
        limit: query.limit,
      };
      const tiers = { trusted: 0, limited: 0, untrusted: 0, unjudged: 0 };
      for (const { tier, n } of byTier.all()) tiers[tier ?? 'unjudged'] = n;
      // Taken off again: the index that the tiers are counted in does not know it.
      for (const { tier } of canary.all()) tiers[tier ?? 'unjudged'] -= 1;
      const devices = page
        .all(bound)
        .map((row) => ({ record: toRecord(row), assessment: toAssessment(row) }));
      return { devices, total: count.get(bound)?.n ?? 0, tiers };
    },
    devicesJudgedAfter: (query) => ahead.all(query).map(({ id }) => id),
    devicesDue: ({ at, limit }) => due.all(at, limit).map(({ id }) => id),
    hostnames: (deviceIds) => hostnames.all(JSON.stringify(deviceIds)),
    devicesInGroup: (query) => inGroup.all(query).map(({ id }) => id),
    deviceIds: (query) => ids.all(query).map(({ id }) => id),
  };
}
