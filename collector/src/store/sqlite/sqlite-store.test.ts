import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Commit } from '../report-log.ts';
import type { Store } from '../store.ts';
import { makeCommit, makeNewDevice, newToken } from '../test-records.ts';
import { openForReading } from './database.ts';
import { openSqliteStore } from './sqlite-store.ts';

const MB = 2 ** 20;

let dir: string;
let file: string;
let store: Store | null;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'assay-store-'));
  file = join(dir, 'assay.db');
  store = null;
});
afterEach(async () => {
  await store?.close();
  rmSync(dir, { recursive: true, force: true });
});

async function open(): Promise<Store> {
  store = await openSqliteStore(file);
  return store;
}

/** Transactions in the write-ahead log (sqlite.org/fileformat2.html, section 4.1: frames that end a transaction). */
function transactions(): number {
  const wal = readFileSync(`${file}-wal`);
  const frameBytes = 24 + wal.readUInt32BE(8);
  let count = 0;
  for (let at = 32; at + frameBytes <= wal.length; at += frameBytes)
    if (wal.readUInt32BE(at + 4) > 0) count++;
  return count;
}

describe('what is written', () => {
  test('is the same of a report that repeats another, whether it was sent as a repetition or in full', async () => {
    const opened = await open();
    const token = await newToken(opened, 2);
    const [repeated, inFull] = [makeNewDevice(token), makeNewDevice(token)].map(({ id }) => id) as [
      string,
      string,
    ];
    for (const id of [repeated, inFull]) await opened.enroll({ ...makeNewDevice(token), id });
    const { at } = makeCommit('', 0);
    const commits = [1, 2, 3, 4].map((number) => ({
      ...makeCommit('', number),
      ...{ agentVersion: null, isRestated: number > 1, lookAt: at + (number === 3 ? 50 : 1000 - number) },
    }));
    for (const commit of commits) {
      await opened.appendCommit({ ...commit, deviceId: repeated });
      // An empty row of events more, and it is no plain repetition.
      const event = { at, kind: 'lost' as const, title: 'T', detail: '', by: 'b' };
      await opened.appendCommit({ ...commit, deviceId: inFull, events: [event] });
    }
    const [a, b] = [await opened.device(repeated), await opened.device(inFull)];
    const told = (found: typeof a) => ({
      ...{ number: found?.record.lastNumber, at: found?.record.lastReportAt, assessment: found?.assessment },
      ...{ evidence: Buffer.from(found?.evidence ?? []).toString(), newest: found?.newest?.number },
    });
    expect(told(a)).toEqual(told(b));
    expect(told(a)).toMatchObject({ number: 4, evidence: 'report 4' });
    const db = new Database(file, { readonly: true });
    const rows = db.prepare('SELECT * FROM progress ORDER BY device').all() as Record<string, number>[];
    const { last_report: _, newest_report: __, said_by: ____, device: ___, ...first } = rows[0] ?? {};
    expect(rows[1]).toMatchObject(first);
    expect(first.look_at).toBe(at + 50);
    db.close();
  });

  test('can be read by everybody as soon as the call is answered', async () => {
    await (await open()).setOnce({ key: 'k', value: 'v' });
    const other = openForReading(file);
    expect(other.prepare("SELECT value FROM settings WHERE key = 'k'").all()).toEqual([{ value: 'v' }]);
    other.close();
  });

  test('goes together where it waited together', async () => {
    const opened = await open();
    const before = transactions();
    await Promise.all(Array.from({ length: 500 }, (_, i) => opened.setOnce({ key: `k${i}`, value: 'v' })));
    // One alone, then groups of up to 256.
    expect(transactions() - before).toBeLessThanOrEqual(3);
  });
});

describe('the write-ahead log', () => {
  test('stays short while commits never pause', async () => {
    const opened = await open();
    const value = 'v'.repeat(3000);
    for (let group = 0; group < 150; group++)
      await Promise.all(
        Array.from({ length: 100 }, (_, i) => opened.setOnce({ key: `${group} ${i}`, value })),
      );
    expect(statSync(file).size).toBeGreaterThan(30 * MB);
    expect(statSync(`${file}-wal`).size).toBeLessThan(30 * MB);
  });

  test('is copied into the database beside the commits, before the writer has to', async () => {
    const opened = await open();
    const size = () => statSync(file).size;
    const before = size();
    const value = 'v'.repeat(3000);
    for (let i = 0; size() === before; i++) {
      if (i > 300)
        throw new Error(`nothing was copied with ${statSync(`${file}-wal`).size / MB} MB in the log`);
      await opened.setOnce({ key: `${i}`, value });
    }
  });
});

test('a device whose report is damaged is at fault by itself: others are read, and nothing is down', async () => {
  const opened = await open();
  const token = await newToken(opened, 2);
  const [damaged, sound] = [makeNewDevice(token), makeNewDevice(token)];
  for (const device of [damaged, sound]) {
    await opened.enroll(device);
    await opened.appendCommit(makeCommit(device.id, 1));
  }
  const db = new Database(file);
  const damage = "UPDATE evidence SET bytes = x'00ff', base = id WHERE device = ";
  db.prepare(`${damage}(SELECT ref FROM devices WHERE id = ?)`).run(damaged.id);
  db.close();
  await expect(opened.device(damaged.id)).rejects.toMatchObject({ code: 'internal' });
  expect(await opened.device(sound.id)).toMatchObject({ record: { lastNumber: 1 } });
  expect(opened.status().reader.failing).toBeNull();
});

describe('what is written in the background', () => {
  const commitsOf = async (opened: Store, count: number) => {
    const token = await newToken(opened, count);
    const devices = Array.from({ length: count }, () => makeNewDevice(token));
    for (const device of devices) await opened.enroll(device);
    return devices.map(({ id }) => ({ ...makeCommit('', 1), deviceId: id }));
  };
  const inBackground = true;

  test('gives way to reports that came after it, and nothing of it is lost', async () => {
    const opened = await open();
    const commits = await commitsOf(opened, 24);
    const done: string[] = [];
    const append = async (commit: Commit) => {
      await opened.appendCommit(commit);
      done.push(commit.inBackground ? 'background' : 'live');
    };
    const pass = commits.slice(0, 20).map((commit) => append({ ...commit, inBackground }));
    const reports = commits.slice(20).map((commit) => append(commit));
    await Promise.all([...pass, ...reports]);
    expect(done.slice(0, 4)).toEqual(['live', 'live', 'live', 'live']);
    for (const { deviceId } of commits) expect((await opened.device(deviceId))?.record.lastNumber).toBe(1);
  });

  test('can be read by everybody once it is answered, and survives the end of the process', async () => {
    const opened = await open();
    const commits = await commitsOf(opened, 9);
    await Promise.all(commits.map((commit) => opened.appendCommit({ ...commit, inBackground })));
    // As another process finds it whose predecessor was killed: from the log, which nobody has tidied up.
    const copy = join(dir, 'copy.db');
    for (const ending of ['', '-wal']) copyFileSync(`${file}${ending}`, `${copy}${ending}`);
    const found = openForReading(copy);
    expect(found.prepare('SELECT count(*) FROM reports').pluck().get()).toBe(commits.length);
    found.close();
  });

  test('goes along with others where they never pause', async () => {
    const opened = await open();
    const [commit] = (await commitsOf(opened, 1)) as [Commit];
    let isWritten = false;
    // Each of two chains is always waiting, so that the writer is never without another call.
    const busy = async (name: string) => {
      for (let i = 0; !isWritten; i++) await opened.setOnce({ key: `${name} ${i}`, value: '' });
    };
    const others = ['a', 'b', 'c'].map(busy);
    await opened.appendCommit({ ...commit, inBackground });
    isWritten = true;
    await Promise.all(others);
  });
});

describe('what cannot be opened is refused with its code', () => {
  const refuses = (code: string) => expect(openSqliteStore(file)).rejects.toMatchObject({ code });

  test('a file that is no database', async () => {
    writeFileSync(file, 'not a database, and longer than the header of one'.repeat(100));
    await refuses('database_corrupt');
  });

  test('a database with a part overwritten', async () => {
    await (await open()).close();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xa5, 4096, 4096 * 8));
    await refuses('database_corrupt');
  });

  test('a database cut short', async () => {
    await (await open()).close();
    truncateSync(file, 4096 * 5);
    await refuses('database_corrupt');
  });

  test('a database of a newer version', async () => {
    await (await open()).close();
    const db = new Database(file);
    db.pragma('user_version = 9999');
    db.close();
    await refuses('database_newer');
  });

  test('a path that is taken by a directory', async () => {
    mkdirSync(file);
    await refuses('data_dir_unusable');
  });

  test('a directory that may not be written', async () => {
    // To root every directory can be written, but for the kernel's own.
    if (process.getuid?.() === 0) file = '/proc/assay.db';
    else chmodSync(dir, 0o500);
    await refuses('data_dir_unusable');
    chmodSync(dir, 0o700);
  });
});
