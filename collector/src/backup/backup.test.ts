import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { pino } from 'pino';
import { create } from 'tar';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startCollector } from '../compose.ts';
import { defaultConfig } from '../config.ts';
import { openForWriting } from '../store/sqlite/database.ts';
import { createBackup, verifyBackup, withUnpacked } from './backup.ts';
import { MANIFEST, parseManifest } from './manifest.ts';
import { restoreBackup } from './restore.ts';

const nothing = { passphrase: null, identity: null };
const log = pino({ level: 'silent' });
let source: string;
let dir: string;

beforeAll(async () => {
  source = await mkdtemp(join(tmpdir(), 'assay-backup-source-'));
  const collector = await startCollector({ ...defaultConfig(), dataDir: source, port: 0 }, log);
  await collector.createEnrollmentToken({ uses: 3 });
  await collector.close();
  const db = openForWriting(join(source, 'assay.db'));
  db.exec("INSERT INTO access VALUES (x'00', 'console', 'sign_in', 1, 9000000000000)");
  db.close();
});
afterAll(() => rm(source, { recursive: true }));
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'assay-backup-'));
});
afterEach(() => rm(dir, { recursive: true }));

const at = (name: string) => join(dir, name);
const coded = (code: string, text: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(text) });
const backUp = (protection: Parameters<typeof createBackup>[2]['protection'] = { kind: 'permissions' }) =>
  createBackup(source, at('backup.tar'), { protection, now: 1_800_000_000_000 });

test('a backup holds the database and every key, names them, and is for its owner alone', async () => {
  const { files, schemaVersion } = await backUp();
  expect(files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['assay.db', 'admin-token', 'keys/ca-key.pem', 'keys/signing-es256.pem']),
  );
  expect(schemaVersion).toBeGreaterThan(0);
  expect(statSync(at('backup.tar')).mode & 0o777).toBe(0o600);
  await expect(verifyBackup(at('backup.tar'), nothing)).resolves.toMatchObject({
    files,
    createdAt: 1_800_000_000_000,
  });
});

test('a key that is a link is in it as what it leads to, and a copy that an editor left keeps nobody from a backup', async () => {
  const keys = join(source, 'keys');
  renameSync(join(keys, 'ca-key.pem'), at('ca-key.pem'));
  symlinkSync(at('ca-key.pem'), join(keys, 'ca-key.pem'));
  writeFileSync(join(keys, 'ca.pem (old)~'), 'a copy');
  try {
    const { files } = await backUp();
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['keys/ca-key.pem', 'keys/ca.pem (old)~']),
    );
    const restored = { secrets: nothing, keepTokens: false, now: 1 };
    await restoreBackup(at('backup.tar'), at('data'), restored);
    expect(readFileSync(at('data/keys/ca-key.pem'))).toEqual(readFileSync(at('ca-key.pem')));
  } finally {
    rmSync(join(keys, 'ca.pem (old)~'));
    rmSync(join(keys, 'ca-key.pem'));
    renameSync(at('ca-key.pem'), join(keys, 'ca-key.pem'));
  }
});

test('an existing file is never written over', async () => {
  writeFileSync(at('backup.tar'), 'mine');
  await expect(backUp()).rejects.toThrow(coded('backup_invalid', /there already/));
  expect(readFileSync(at('backup.tar'), 'utf8')).toBe('mine');
});

test('encrypted to a recipient only its identity opens it', async () => {
  const identity = await generateX25519Identity();
  await backUp({ kind: 'recipient', recipient: await identityToRecipient(identity) });
  expect(readFileSync(at('backup.tar'), 'latin1')).not.toContain('PRIVATE KEY');
  await verifyBackup(at('backup.tar'), { passphrase: null, identity });
  await expect(verifyBackup(at('backup.tar'), nothing)).rejects.toThrow(
    coded('backup_invalid', /is encrypted/),
  );
  const other = { passphrase: null, identity: await generateX25519Identity() };
  await expect(verifyBackup(at('backup.tar'), other)).rejects.toThrow(
    coded('backup_invalid', /does not open/),
  );
});

test('encrypted with a passphrase only that opens it', async () => {
  await backUp({ kind: 'passphrase', passphrase: 'correct horse' });
  await verifyBackup(at('backup.tar'), { passphrase: 'correct horse', identity: null });
  await expect(
    verifyBackup(at('backup.tar'), { passphrase: 'battery staple', identity: null }),
  ).rejects.toThrow(coded('backup_invalid', /does not open/));
});

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['one bit flipped', (bytes: Buffer) => flip(bytes, bytes.indexOf('SQLite format 3') + 50_000)],
  ['no backup at all', () => Buffer.from('hello')],
  ['empty', () => Buffer.alloc(0)],
])('a backup that is %s is refused, and nothing of it is put anywhere', async (_, spoil) => {
  await backUp();
  writeFileSync(at('spoiled.tar'), spoil(readFileSync(at('backup.tar'))));
  await expect(verifyBackup(at('spoiled.tar'), nothing)).rejects.toThrow(
    coded('backup_invalid', /cannot use this backup/),
  );
});

test('an encrypted backup that was changed is refused', async () => {
  await backUp({ kind: 'passphrase', passphrase: 'p' });
  writeFileSync(at('spoiled.tar'), flip(readFileSync(at('backup.tar')), 100_000));
  await expect(verifyBackup(at('spoiled.tar'), { passphrase: 'p', identity: null })).rejects.toThrow(
    coded('backup_invalid', /./),
  );
});

test.each(['../evil', 'keys/../../evil', '/etc/evil'])('a manifest that names %s is refused', (path) => {
  const file = { path, bytes: 1, sha256: 'a'.repeat(64) };
  const text = JSON.stringify({
    ...{ format: 1, assayVersion: '1', schemaVersion: 1, createdAt: 1, collectorId: 'c', devices: 0 },
    files: [file],
  });
  expect(() => parseManifest(text)).toThrow(coded('backup_invalid', /manifest|outside/));
});

test('a file beside those of the manifest is refused', async () => {
  const manifest = {
    ...{ format: 1, assayVersion: '1', schemaVersion: 1, createdAt: 1, collectorId: 'c', devices: 0 },
    files: [
      { path: 'a', bytes: 1, sha256: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb' },
    ],
  };
  for (const [name, text] of Object.entries({ [MANIFEST]: JSON.stringify(manifest), a: 'a', b: 'b' }))
    writeFileSync(at(name), text);
  await create({ cwd: dir, file: at('made.tar') }, [MANIFEST, 'a', 'b']);
  await expect(verifyBackup(at('made.tar'), nothing)).rejects.toThrow(coded('backup_invalid', /b is not in/));
});

test('a backup goes into an empty directory only, and into one where a restore was cut off; nobody is signed in then', async () => {
  await backUp();
  const restore = (dataDir: string) =>
    restoreBackup(at('backup.tar'), dataDir, { secrets: nothing, keepTokens: false, now: Date.now() });
  await expect(restore(source)).rejects.toThrow(coded('restore_refused', /not empty/));
  // A volume of its own is empty with this.
  mkdirSync(at('data/lost+found'), { recursive: true });
  writeFileSync(at('broken.tar'), 'broken');
  const secrets = nothing;
  await expect(
    restoreBackup(at('broken.tar'), at('data'), { secrets, keepTokens: false, now: 1 }),
  ).rejects.toThrow(coded('backup_invalid', /./));
  await expect(startCollector({ ...defaultConfig(), dataDir: at('data'), port: 0 }, log)).rejects.toThrow(
    coded('data_dir_unusable', /restore .* was cut off/),
  );
  expect(await restore(at('data'))).toMatchObject({ tokensExpired: 1 });
  expect(kindsOfAccess(at('data'))).toEqual(['api']);
  const collector = await startCollector({ ...defaultConfig(), dataDir: at('data'), port: 0 }, log);
  expect(readFileSync(collector.caFile, 'utf8')).toBe(readFileSync(join(source, 'keys/ca.pem'), 'utf8'));
  await collector.close();
});

test.runIf(process.platform !== 'win32').each([
  ['new', false],
  ['restored', true],
])('in a %s data directory that others may look into, they can open nothing', async (_, isRestored) => {
  mkdirSync(at('data'), { mode: 0o755 });
  if (isRestored) {
    await backUp();
    await restoreBackup(at('backup.tar'), at('data'), { secrets: nothing, keepTokens: true, now: 1 });
  }
  const collector = await startCollector({ ...defaultConfig(), dataDir: at('data'), port: 0 }, log);
  const open = readdirSync(at('data')).filter(
    (name) => (statSync(at(join('data', name))).mode & 0o077) !== 0,
  );
  await collector.close();
  expect(open).toEqual([]);
});

test('where it cannot be written, the system’s word is told, and nothing is left', async () => {
  writeFileSync(at('file'), '');
  await expect(
    createBackup(source, at('file/backup.tar'), { protection: { kind: 'permissions' }, now: 1 }),
  ).rejects.toThrow(coded('backup_invalid', /ENOTDIR/));
  expect(readdirSync(dir)).toEqual(['file']);
});

test('keys that were unpacked stay nowhere when it is cut off', async () => {
  await backUp();
  const exit = vi.spyOn(process, 'exit').mockImplementation((() => {}) as never);
  await withUnpacked(at('backup.tar'), nothing, at('place'), async (unpacked) => {
    expect(existsSync(join(unpacked, 'keys/ca-key.pem'))).toBe(true);
    process.emit('SIGHUP', 'SIGHUP');
    expect(existsSync(unpacked)).toBe(false);
  });
  expect(exit).toHaveBeenCalledWith(129);
  exit.mockRestore();
});

test.runIf(process.getuid?.() === 0)('what root restores belongs to whom the directory belongs', async () => {
  await backUp();
  mkdirSync(at('data/lost+found'), { recursive: true });
  chownSync(at('data'), 12_345, 12_346);
  await restoreBackup(at('backup.tar'), at('data'), { secrets: nothing, keepTokens: false, now: 1 });
  const owners = readdirSync(at('data'), { recursive: true, encoding: 'utf8' }).map((path) => [
    path,
    statSync(at(join('data', path))).uid,
  ]);
  expect(owners).toContainEqual(['keys/ca-key.pem', 12_345]);
  expect(owners.filter(([, uid]) => uid !== 12_345)).toEqual([['lost+found', 0]]);
});

test('a backup by a newer version is refused before anything of it is used', async () => {
  await backUp();
  await restoreBackup(at('backup.tar'), at('data'), { secrets: nothing, keepTokens: true, now: Date.now() });
  const db = openForWriting(join(at('data'), 'assay.db'));
  db.pragma('user_version = 9999');
  db.close();
  await createBackup(at('data'), at('newer.tar'), { protection: { kind: 'permissions' }, now: 1 });
  await expect(verifyBackup(at('newer.tar'), nothing)).rejects.toThrow(
    coded('database_newer', /schema version 9999/),
  );
});

function flip(bytes: Buffer, index: number): Buffer {
  const spoiled = Buffer.from(bytes);
  spoiled[index] = (spoiled[index] ?? 0) ^ 1;
  return spoiled;
}

function kindsOfAccess(dataDir: string): unknown[] {
  const db = openForWriting(join(dataDir, 'assay.db'));
  const kinds = db.prepare('SELECT kind FROM access').pluck().all();
  db.close();
  return kinds;
}
