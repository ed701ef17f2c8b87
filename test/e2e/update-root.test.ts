import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { systemClock } from '@assay/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPrivateDir, type PrivateDir } from '../../agent/src/state/private-dir.ts';
import { findUpdate } from '../../agent/src/update/updates.ts';
import { makeKeys, type Role } from '../../scripts/release/keys.ts';
import type { ReleaseRepository } from '../../scripts/release/metadata.ts';
import { initRepository, refresh, resignTargets } from '../../scripts/release/repository.ts';
import { rotateRoot, signRoot } from '../../scripts/release/root.ts';
import { needs } from '../helpers/needs.ts';
import { startTestCollector, type TestCollector } from '../helpers/test-collector.ts';

const DAY_MS = 86_400_000;
const SECURESYSTEMSLIB = {
  program: '/usr/lib/python3/dist-packages/securesystemslib',
  debian: 'python3-securesystemslib',
};
const FOLLOW = join(import.meta.dirname, 'follow_roots.py');

let dir: string;
let collector: TestCollector;
let repository: ReleaseRepository;
let state: PrivateDir;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'assay-root-rotation-'));
  repository = { dir: join(dir, 'repository'), keysDir: join(dir, 'keys-1'), now: Date.now() };
  collector = await startTestCollector({ updatesDir: repository.dir });
  state = openPrivateDir(join(dir, 'agent'));
});
afterEach(async () => {
  await collector.close();
  rmSync(dir, { recursive: true });
});

/** Keys of the root that two of three people must use, each in a directory of their own. */
function initForThree(keysDir = repository.keysDir, now = repository.now): void {
  makeKeys(keysDir, 3);
  initRepository({ ...repository, keysDir, now }, 2);
}

/** Other root keys, the same of the other roles. */
function newKeys(name: string): string {
  const to = join(dir, name);
  mkdirSync(to);
  for (const file of readdirSync(repository.keysDir))
    if (!file.startsWith('root')) cpSync(join(repository.keysDir, file), join(to, file));
  makeKeys(to, 3);
  return to;
}

const rotate = (to: string, from: string, roles: Role[] = ['root'], now = repository.now) =>
  rotateRoot({ ...repository, keysDir: to, now }, { roles, oldKeysDir: from, threshold: null });
const root = (version: number) => join(repository.dir, `metadata/${version}.root.json`);
const look = (rootFile = root(1)) =>
  findUpdate({
    ...{ dir: state, rootFile, pin: null, deviceId: 'device', clock: systemClock },
    endpoint: { url: collector.door.url, caPem: collector.door.ca, proxy: null },
  });
const trusted = (): number =>
  JSON.parse(readFileSync(join(state.path, 'metadata/root.json'), 'utf8')).signed.version;
const refused = (text: RegExp) =>
  expect.objectContaining({ code: 'update_refused', message: expect.stringMatching(text) });

describe('an agent follows the root', () => {
  it('from the first to the third, each with other keys, however far it is behind', async () => {
    initForThree();
    await look();
    expect(trusted()).toBe(1);
    const second = newKeys('keys-2');
    expect(rotate(second, repository.keysDir)).toMatchObject({ isPublished: true, version: 2 });
    const third = newKeys('keys-3');
    expect(rotate(third, second)).toMatchObject({ isPublished: true, version: 3 });
    await look();
    expect(trusted()).toBe(3);
    // One that was never here before, and knows the first alone.
    rmSync(state.path, { recursive: true });
    state = openPrivateDir(state.path);
    await look();
    expect(trusted()).toBe(3);
  });

  it('to other keys of every role, which sign everything anew', async () => {
    initForThree();
    await look();
    const second = join(dir, 'keys-2');
    makeKeys(second, 3);
    rotate(second, repository.keysDir, ['root', 'targets', 'snapshot', 'timestamp']);
    await expect(look(), 'what the old keys signed counts no more').rejects.toThrow(refused(/sign/i));
    expect(() => refresh(repository), 'nor do they sign').toThrow(/are not those that root 2 names/);
    resignTargets({ ...repository, keysDir: second });
    await expect(look()).resolves.toMatchObject({ offer: null });
  });

  it('not before enough of the old and of the new keys have signed', async () => {
    initForThree();
    const holders = ['ada', 'bob', 'eve'].map((name, index) => {
      const to = join(dir, name);
      mkdirSync(to);
      renameSync(join(repository.keysDir, `root-${index + 1}.pem`), join(to, `root-${index + 1}.pem`));
      return { ...repository, keysDir: to };
    });
    const [ada, bob] = holders as [ReleaseRepository, ReleaseRepository];
    const waits = rotateRoot(ada, { roles: [], oldKeysDir: ada.keysDir, threshold: null });
    expect(waits).toMatchObject({ isPublished: false, byOld: { have: 1, need: 2 } });
    expect(() => rotateRoot(ada, { roles: [], oldKeysDir: ada.keysDir, threshold: null })).toThrow(/waits/);
    await look();
    expect(trusted()).toBe(1);
    expect(signRoot(ada), 'one key counts once').toMatchObject({ isPublished: false });
    expect(signRoot(bob)).toMatchObject({ isPublished: true, byOld: { have: 2, need: 2 } });
    await look();
    expect(trusted()).toBe(2);
  });

  it('through one that has expired since, but not to a last one that has', async () => {
    const yearAgo = Date.now() - 400 * DAY_MS;
    initForThree(repository.keysDir, yearAgo);
    await expect(look()).rejects.toThrow(refused(/root.*expired/i));
    expect(rotate(repository.keysDir, repository.keysDir, [])).toMatchObject({ isPublished: true });
    resignTargets(repository);
    await expect(look()).resolves.toMatchObject({ offer: null });
    expect(trusted()).toBe(2);
  });

  it('never to one that its own old keys did not sign', async () => {
    initForThree();
    const stranger = { ...repository, dir: join(dir, 'stranger'), keysDir: join(dir, 'theirs') };
    makeKeys(stranger.keysDir, 3);
    initRepository(stranger, 2);
    rotateRoot(stranger, { roles: [], oldKeysDir: stranger.keysDir, threshold: null });
    cpSync(join(stranger.dir, 'metadata/2.root.json'), root(2));
    await expect(look()).rejects.toThrow(refused(/sign/i));
    expect(trusted()).toBe(1);
  });
});

describe('a root that came with a newer package', () => {
  it('of the same line keeps what is known: a repository that goes back in time is still noticed', async () => {
    initForThree();
    const before = join(dir, 'before');
    cpSync(repository.dir, before, { recursive: true });
    refresh(repository);
    await look();
    rotate(newKeys('keys-2'), repository.keysDir);
    const packaged = join(dir, 'packaged.json');
    cpSync(root(2), packaged);
    await look(packaged);
    expect(trusted()).toBe(2);
    for (const name of ['timestamp.json', '1.snapshot.json'])
      cpSync(join(before, 'metadata', name), join(repository.dir, 'metadata', name));
    await expect(look(packaged)).rejects.toThrow(refused(/version|bad/i));
  });

  it('of another repository begins anew', async () => {
    initForThree();
    await look();
    rmSync(repository.dir, { recursive: true });
    const own = { ...repository, keysDir: join(dir, 'own') };
    makeKeys(own.keysDir);
    initRepository(own);
    await expect(look(), 'and only then').resolves.toMatchObject({ offer: null });
  });
});

needs(SECURESYSTEMSLIB)('the same roots, by another implementation', () => {
  it('are followed one by one, and a forged one is not', async () => {
    initForThree();
    const second = newKeys('keys-2');
    rotate(second, repository.keysDir);
    rotate(newKeys('keys-3'), second);
    const follow = async () =>
      (await promisify(execFile)('/usr/bin/python3', [FOLLOW, join(repository.dir, 'metadata')])).stdout;
    expect(await follow()).toBe('root 3\ntimestamp 1\nsnapshot 1\ntargets 1\n');
    cpSync(root(1), root(4));
    await expect(follow()).rejects.toThrow(/root 4: version 1/);
  });
});
