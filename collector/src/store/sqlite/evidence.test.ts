import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { encodeReport, ok, readRepeated } from '@assay/shared';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Evidence } from '../report-log.ts';
import { type Db, openForReading, openForWriting } from './database.ts';
import { evidenceReader, evidenceWriter } from './evidence.ts';
import { progressWriter } from './progress.ts';
import { REPETITION } from './repetition.ts';

const DEVICE = 'a4c1f6a2-0000-7000-8000-000000000001';
const OTHER = 'a4c1f6a2-0000-7000-8000-000000000002';
const AT = Date.UTC(2026, 0, 5);

let dir: string;
let file: string;
let db: Db;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'assay-evidence-'));
  file = join(dir, 'assay.db');
});
afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true, force: true });
});

interface Row extends Evidence {
  full: number;
}

function open(): void {
  db = openForWriting(file);
  db.exec(`INSERT INTO enrollment_tokens VALUES ('t', x'00', 0, 0, 1, 0, NULL, '[]', 0, 'quarantine')`);
  addDevice(DEVICE, 1);
}

const addDevice = (id: string, ref: number) =>
  db.exec(`INSERT INTO devices (id, ref, platform, hostname, virtual, groups, state, state_at, on_conflict, enrolled_at,
      token_id, key_id, public_key, key_algorithm, key_storage, agent_version)
    VALUES ('${id}', ${ref}, 'linux', 'ada', 0, '[]', 'active', 0, 'quarantine', 0, 't', x'${ref.toString(16).padStart(4, '0')}', x'02', 'ES256', 'file', '1');
    INSERT INTO progress (device) VALUES (${ref})`);

const store = (reports: readonly (Evidence & { offline?: boolean })[]) => {
  const write = evidenceWriter(db);
  const { reported, recalled } = progressWriter(db);
  for (const { offline, ...one } of reports) {
    const { number } = one;
    const logged = write(DEVICE, one, { received: number, offline: offline ? number : null });
    const times = { assessedAt: number, validUntil: number, nextLookAt: null };
    if (offline) recalled(logged, number, number);
    else reported(logged, { deviceId: DEVICE, at: number, evidence: one, times, lookAt: null });
  }
};
const stored = () =>
  db
    .prepare<[], Row>(
      'SELECT number, key_id AS keyId, payload, signature FROM reports WHERE device_id = (SELECT id FROM devices) ORDER BY number',
    )
    .all();
const fullNumbers = () =>
  db.prepare<[], number>('SELECT number FROM evidence WHERE base IS NULL').pluck().all();
const repetitionsStored = () =>
  Number(
    db
      .prepare('SELECT count(*) FROM evidence WHERE base IS NOT NULL AND substr(bytes, 1, 1) = ?')
      .pluck()
      .get(Buffer.of(REPETITION)),
  );

const report = (number: number, payload: Uint8Array, key = 1): Evidence => ({
  number,
  keyId: Buffer.alloc(32, key),
  payload: Buffer.from(payload),
  signature: Buffer.alloc(64, number),
});
const WORDS = 'the same posture of the same device, told again and again by the same agent; '.repeat(12);
const similar = (number: number, key = 1) => report(number, Buffer.from(`${number} ${WORDS} ${number}`), key);

/** All garbage, at once. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

/** Payloads that are much alike, or not at all. */
const payload = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.tuple(fc.nat(200), fc.uint8Array({ maxLength: 9 })).map(([at, piece]) => {
    const bytes = Buffer.from(WORDS);
    bytes.set(piece, at);
    return bytes;
  }),
);
const reports = fc
  .array(fc.record({ step: fc.integer({ min: 1, max: 20 }), payload, key: fc.integer({ min: 1, max: 2 }) }), {
    maxLength: 80,
  })
  .map((steps) => {
    let number = 0;
    return steps.map(({ step, payload: bytes, key }) => {
      number += step;
      return report(number, bytes, key);
    });
  });

const rarely = <T>(usual: T, other: T) => fc.constantFrom(usual, usual, usual, usual, usual, other);

/** A report of a device that says one of a few things, in one of a few sessions. */
const anySaid = fc.record({
  step: fc.integer({ min: 1, max: 9 }),
  ...{ state: rarely(1, 2), session: rarely(1, 2), key: rarely(1, 2), offline: rarely(false, true) },
});
type Said = typeof anySaid extends fc.Arbitrary<infer T> ? T : never;

/** As a device sends them: what repeats its last report, by the rule of the ingest, is marked so. */
function told(all: readonly Said[]): (Evidence & { offline: boolean })[] {
  let number = 0;
  let last: Evidence | null = null;
  return all.map(({ step, state, session, key, offline }) => {
    number += step;
    const observedAt = AT + number * 1000;
    const payload = encodeReport({
      ...{
        deviceId: DEVICE,
        number,
        nonce: Buffer.alloc(32, session),
        bootId: 'b',
        createdAt: observedAt,
        lost: null,
      },
      signals: { tpm: { ...ok({ version: '2.0', manufacturer: WORDS.slice(0, state * 200) }), observedAt } },
    });
    const isRepetition = !offline && last !== null && !!readRepeated(payload, last.payload)?.isSameSession;
    const made = { ...report(number, payload, key), offline, isRepetition };
    if (!offline) last = made;
    return made;
  });
}

describe('stored evidence', () => {
  it('is given back to the byte where it repeats, in whatever order news, sessions, keys and history come', () => {
    open();
    let repetitions = 0;
    fc.assert(
      fc.property(fc.array(anySaid, { maxLength: 60 }), (all) => {
        db.exec('DELETE FROM evidence; DELETE FROM progress; INSERT INTO progress (device) VALUES (1)');
        const made = told(all);
        store(made);
        const read = evidenceReader(db);
        const payloads = made.map(({ payload }) => Buffer.from(payload));
        expect(stored().map(({ payload }) => payload)).toEqual(payloads);
        expect(stored().map(({ keyId }) => keyId)).toEqual(made.map(({ keyId }) => keyId));
        expect(made.map(({ number }) => read(DEVICE, number)?.payload)).toEqual(payloads);
        repetitions += repetitionsStored();
      }),
      { numRuns: 250 },
    );
    expect(repetitions).toBeGreaterThan(50);
  }, 120_000);

  it('of a group of 96 numbers needs nothing of the groups before it', () => {
    open();
    fc.assert(
      fc.property(fc.array(anySaid, { maxLength: 60 }), (all) => {
        db.exec('DELETE FROM evidence; DELETE FROM progress; INSERT INTO progress (device) VALUES (1)');
        const made = told(all);
        store(made);
        const full = fullNumbers().at(-1) ?? 0;
        db.prepare('DELETE FROM evidence WHERE number < ?').run(full);
        const kept = made.filter(({ number }) => number >= full).map(({ payload }) => Buffer.from(payload));
        expect(stored().map(({ payload }) => payload)).toEqual(kept);
      }),
      { numRuns: 100 },
    );
  });

  it('is given back to the byte, whatever the reports and their numbers', () => {
    open();
    fc.assert(
      fc.property(reports, (all) => {
        db.exec('DELETE FROM evidence; DELETE FROM progress; INSERT INTO progress (device) VALUES (1)');
        store(all);
        expect(stored()).toEqual(all);
        const read = evidenceReader(db);
        for (const { number, ...signed } of all) expect(read(DEVICE, number)).toEqual(signed);
        expect(read(DEVICE, 0)).toBeNull();
        expect(read(DEVICE, (all.at(-1)?.number ?? 0) + 1)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('takes a fraction of its bytes where a report repeats the one before', () => {
    open();
    store(Array.from({ length: 96 }, (_, i) => similar(i + 1)));
    const bytes = db.prepare<[], number>('SELECT sum(length(bytes)) FROM evidence').pluck().get() ?? 0;
    expect(fullNumbers()).toEqual([1]);
    expect(bytes).toBeLessThan(4 * similar(1).payload.length);
  });

  it('is full again every 96 numbers, after another key, and where the report has changed much', () => {
    open();
    const other = report(100, randomBytes(900));
    store([
      similar(1),
      similar(96),
      similar(97),
      similar(98),
      similar(99, 2),
      { ...other, keyId: Buffer.alloc(32, 2) },
    ]);
    expect(fullNumbers()).toEqual([1, 97, 99, 100]);
  });

  it('that was rolled back is forgotten: no later report of any device is kept beside it', () => {
    const step = fc.record({
      isOther: fc.boolean(),
      fails: fc.boolean(),
      isOffline: fc.boolean(),
      isUnlike: fc.boolean(),
    });
    open();
    addDevice(OTHER, 2);
    const write = evidenceWriter(db);
    const { reported, recalled } = progressWriter(db);
    let number = 0;
    const append = db.transaction((deviceId: string, one: Evidence, isOffline: boolean, fails: boolean) => {
      const logged = write(deviceId, one, { received: number, offline: isOffline ? number : null });
      const times = { assessedAt: number, validUntil: number, nextLookAt: null };
      if (isOffline) recalled(logged, number, number);
      else reported(logged, { deviceId, at: number, evidence: one, times, lookAt: null });
      if (fails) throw new Error('the disk is full');
    });
    const read = evidenceReader(db);
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
        const kept: [string, Evidence][] = [];
        for (const { isOther, fails, isOffline, isUnlike } of steps) {
          number += 1;
          const deviceId = isOther ? OTHER : DEVICE;
          const one = isUnlike ? report(number, randomBytes(900)) : similar(number);
          if (fails) expect(() => append(deviceId, one, isOffline, true)).toThrow('the disk is full');
          else {
            append(deviceId, one, isOffline, false);
            kept.push([deviceId, one]);
          }
        }
        for (const [deviceId, one] of kept) expect(read(deviceId, one.number)?.payload).toEqual(one.payload);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps no block of memory that others share for each device it remembers', async () => {
    open();
    const devices = Array.from({ length: 200 }, (_, at) => ({ id: `device-${at}`, ref: at + 10 }));
    for (const { id, ref } of devices) addDevice(id, ref);
    const write = evidenceWriter(db);
    const blocks: WeakRef<ArrayBufferLike>[] = [];
    for (const { id } of devices) {
      write(id, similar(1), { received: 1, offline: null });
      // Others take from the same pool, so that the next device's bytes are in another block.
      for (let taken = 0; taken < Buffer.poolSize; taken += 4096)
        blocks.push(new WeakRef(Buffer.allocUnsafe(4096).buffer));
    }
    await vi.waitFor(
      () => {
        collect();
        expect(blocks.filter((block) => block.deref()).length).toBeLessThan(blocks.length / 10);
      },
      { timeout: 10_000 },
    );
    // It still remembers them.
    write(DEVICE, similar(1), { received: 1, offline: null });
  });
  it('of a device that is not there, or that goes back in its numbers, is refused', () => {
    open();
    store([similar(7)]);
    expect(() => store([similar(7)])).toThrow('report 7 does not follow report 7');
    expect(() => evidenceWriter(db)('stranger', similar(1), { received: 1, offline: null })).toThrow(
      'no device stranger',
    );
  });
});

it('a database of version 0.1 keeps its reports, its verdicts and what is due', () => {
  const migrations = join(import.meta.dirname, 'migrations');
  const [first = ''] = readdirSync(migrations).sort();
  const old = new Database(file);
  old.exec(readFileSync(join(migrations, first), 'utf8'));
  old.pragma('user_version = 1');
  old.exec(`INSERT INTO enrollment_tokens VALUES ('t', x'00', 0, 0, 1, 0, NULL, '[]', 0, 'quarantine')`);
  const policy = { name: 'baseline', hash: 'sha256:00' };
  const body = JSON.stringify({
    policy,
    score: 40,
    tier: 'untrusted',
    assessedAt: 11,
    validUntil: 22,
    nextLookAt: null,
  });
  for (const [id, number] of [
    ['b', 7],
    ['a', 0],
  ] as const) {
    old
      .prepare(`INSERT INTO devices (id, platform, hostname, virtual, groups, state, state_at, on_conflict, enrolled_at,
        token_id, key_id, public_key, key_algorithm, key_storage, agent_version, last_number, newest_number,
        last_report_at, next_look_at, tier, assessment)
      VALUES (?, 'linux', ?, 0, '[]', 'active', 0, 'quarantine', 0, 't', ?, x'02', 'ES256', 'file', '1', ?, ?, 5, 22, ?, ?)`)
      .run(id, id, Buffer.from(id), number, number, number ? 'untrusted' : null, number ? body : null);
  }
  old
    .prepare('INSERT INTO reports VALUES (?, 7, 5, NULL, ?, ?, ?)')
    .run('b', Buffer.from('k'), Buffer.from('p'), Buffer.from('s'));
  old.close();

  openForWriting(file).close();
  db = openForReading(file);
  expect(evidenceReader(db)('b', 7)?.payload).toEqual(Buffer.from('p'));
  expect(db.prepare('SELECT * FROM reports').all()).toEqual([
    {
      ...{ device_id: 'b', number: 7, received_at: 5, offline_at: null },
      ...{ key_id: Buffer.from('k'), payload: Buffer.from('p'), signature: Buffer.from('s') },
    },
  ]);
  expect(
    db
      .prepare(`SELECT d.id, d.tier, p.last_number, p.look_at, p.assessed_at, p.valid_until, a.policy, a.body FROM devices d
        JOIN progress p ON p.device = d.ref LEFT JOIN current_assessments a ON a.device = d.ref ORDER BY d.id`)
      .all(),
  ).toMatchObject([
    { id: 'a', tier: null, last_number: 0, body: null },
    {
      id: 'b',
      tier: 'untrusted',
      last_number: 7,
      look_at: 22,
      assessed_at: 11,
      valid_until: 22,
      policy: policy.hash,
      body,
    },
  ]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});
