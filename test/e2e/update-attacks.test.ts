import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { systemClock } from '@assay/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPrivateDir, type PrivateDir } from '../../agent/src/state/private-dir.ts';
import { findUpdate } from '../../agent/src/update/updates.ts';
import { openVersions } from '../../agent/src/update/versions.ts';
import { refresh } from '../../scripts/release/repository.ts';
import { startTestCollector, type TestCollector } from '../helpers/test-collector.ts';
import { createUpdateWorld, type UpdateWorld } from '../helpers/update-world.ts';

const DAY_MS = 86_400_000;

describe.skipIf(process.platform === 'win32')('an update repository in the hands of an attacker', () => {
  let world: UpdateWorld;
  let collector: TestCollector;
  let dir: PrivateDir;
  beforeEach(async () => {
    world = createUpdateWorld();
    collector = await startTestCollector({ updatesDir: world.repository.dir });
    dir = openPrivateDir(mkdtempSync(join(tmpdir(), 'assay-attack-')));
  });
  afterEach(async () => {
    await collector.close();
    world.close();
    rmSync(dir.path, { recursive: true });
  });

  const find = (rootFile = world.rootFile) =>
    findUpdate({
      ...{ dir, rootFile, pin: null, deviceId: 'device', clock: systemClock },
      endpoint: { url: collector.door.url, caPem: collector.door.ca, proxy: null },
    });
  const refused = (text: RegExp) =>
    expect.objectContaining({ code: 'update_refused', message: expect.stringMatching(text) });
  const metadata = (name: string) => join(world.repository.dir, 'metadata', name);
  const edit = (name: string, change: (text: string) => string) =>
    writeFileSync(metadata(name), change(readFileSync(metadata(name), 'utf8')));
  /** The whole repository as it is now, to be served again later. */
  function keepCopy(): () => void {
    const copy = join(world.dir, 'copy');
    cpSync(world.repository.dir, copy, { recursive: true });
    return () => {
      rmSync(world.repository.dir, { recursive: true });
      cpSync(copy, world.repository.dir, { recursive: true });
    };
  }
  const newestOf = (role: string) =>
    readdirSync(join(world.repository.dir, 'metadata'))
      .filter((name) => name.endsWith(`.${role}.json`))
      .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
      .at(-1) ?? '';

  it('as it was signed, it offers what is in it', async () => {
    world.add('0.2.0');
    const { offer, repository } = await find();
    expect(offer).toMatchObject({ version: '0.2.0' });
    if (offer) await openVersions(dir).install(offer, repository);
    expect(openVersions(dir).program('0.2.0')).not.toBeNull();
  });

  it.each(['targets', 'snapshot'])('%s changed after signing: a bad signature', async (role) => {
    world.add('0.2.0', { rollout: 1 });
    edit(newestOf(role), (text) => text.replace(/"expires": "2/, '"expires": "3'));
    await expect(find()).rejects.toThrow(refused(/signature|signed|threshold/i));
  });

  it('the timestamp changed after signing: a bad signature', async () => {
    edit('timestamp.json', (text) => text.replace(/"expires": "2/, '"expires": "3'));
    await expect(find()).rejects.toThrow(refused(/signature|signed|threshold/i));
  });

  it('signed by somebody else, with a root of their own: refused, for the root is ours', async () => {
    const stranger = createUpdateWorld();
    stranger.add('0.9.0');
    rmSync(world.repository.dir, { recursive: true });
    cpSync(stranger.repository.dir, world.repository.dir, { recursive: true });
    stranger.close();
    await expect(find()).rejects.toThrow(refused(/signature|signed|threshold/i));
  });

  it('a new root that the old one did not sign: refused', async () => {
    const stranger = createUpdateWorld();
    const root = readFileSync(stranger.rootFile, 'utf8').replace(/"version": 1/, '"version": 2');
    stranger.close();
    writeFileSync(metadata('2.root.json'), root);
    await expect(find()).rejects.toThrow(refused(/signature|signed|threshold/i));
  });

  it('a program exchanged under its name: never put in place', async () => {
    world.add('0.2.0');
    const targets = join(world.repository.dir, 'targets');
    const isPacked = (name: string) => name.endsWith('.br');
    for (const name of readdirSync(targets).filter(isPacked)) rmSync(join(targets, name));
    for (const name of readdirSync(targets)) {
      const text = readFileSync(join(targets, name), 'utf8');
      writeFileSync(join(targets, name), text.replace('0.2.0', '6.6.6'));
    }
    const { offer, repository } = await find();
    if (!offer) throw new Error('nothing was offered');
    await expect(openVersions(dir).install(offer, repository)).rejects.toThrow(refused(/hash|length/i));
    expect(openVersions(dir).program('0.2.0')).toBeNull();
  });

  it.each([
    ['damaged', () => Buffer.from('no brotli at all')],
    ['exchanged', () => brotliCompressSync(Buffer.from('#!/bin/sh\n'))],
    ['without an end', () => brotliCompressSync(Buffer.alloc(64 * 1024 * 1024))],
  ])('a program whose packed form is %s: never put in place', async (_, forge) => {
    world.add('0.2.0');
    const targets = join(world.repository.dir, 'targets');
    const [packed] = readdirSync(targets).filter((name) => name.endsWith('.br'));
    writeFileSync(join(targets, packed ?? ''), forge());
    const { offer, repository } = await find();
    if (!offer) throw new Error('nothing is offered');
    await expect(openVersions(dir).install(offer, repository)).rejects.toThrow(refused(/./));
    expect(openVersions(dir).program('0.2.0')).toBeNull();
  });

  it('put back to an older state (rollback): refused by whoever has seen the newer one', async () => {
    world.add('0.2.0');
    const goBack = keepCopy();
    world.add('0.3.0');
    expect((await find()).offer).toMatchObject({ version: '0.3.0' });
    goBack();
    await expect(find()).rejects.toThrow(refused(/version/i));
  });

  it('withheld (freeze): refused once the timestamp has expired, and good again once it is renewed', async () => {
    const { repository } = world;
    refresh({ ...repository, now: Date.now() - 8 * DAY_MS });
    await expect(find()).rejects.toThrow(refused(/expired/i));
    refresh(repository);
    expect((await find()).offer).toBeNull();
  });

  it('an older list of targets under a newer snapshot (mix and match): refused', async () => {
    world.add('0.2.0');
    const older = readFileSync(metadata(newestOf('targets')));
    world.add('0.3.0');
    writeFileSync(metadata(newestOf('targets')), older);
    await expect(find()).rejects.toThrow(refused(/version/i));
  });

  it('metadata without an end: cut off, not kept', async () => {
    writeFileSync(metadata('timestamp.json'), Buffer.alloc(5 * 1024 * 1024, ' '));
    await expect(find()).rejects.toThrow(refused(/length/i));
  });

  it('an older version, properly signed: offered, and taken by nobody', async () => {
    world.add('0.0.9');
    expect((await find()).offer).toBeNull();
  });

  it('that is gone altogether: no update, and what was verified before stays', async () => {
    await find();
    rmSync(metadata('timestamp.json'));
    await expect(find()).rejects.toThrow(refused(/404/));
    expect(existsSync(join(dir.path, 'metadata/timestamp.json'))).toBe(true);
  });

  it('without a root on this machine nothing is believed', async () => {
    await expect(find(join(world.dir, 'missing.json'))).rejects.toThrow(refused(/trusted root/));
  });
});
