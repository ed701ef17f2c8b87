import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, fetch } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { npmStart, type Start } from './npm-start.ts';

// Process groups are what Ctrl-C means on everything but Windows.
describe.skipIf(process.platform === 'win32')('npm start', { timeout: 120_000 }, () => {
  let dir: string;
  let started: Start[];
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'assay-start-test-'));
    started = [];
  });
  afterEach(async () => {
    for (const { pid, allGone } of started) {
      try {
        process.kill(-pid, 'SIGKILL');
      } catch {
        // Gone already.
      }
      await allGone();
    }
    rmSync(dir, { recursive: true });
  });

  function start(...options: Parameters<typeof npmStart>): Start {
    const run = npmStart(...options);
    started.push(run);
    return run;
  }

  /** npm keeps a cache of its own in the same place. */
  const throwAwayDirs = () => readdirSync(dir).filter((name) => name.startsWith('assay-'));

  it('prints ready and assessed as documented, serves, and leaves nothing behind after Ctrl-C', async () => {
    const run = start({ args: ['--fresh', '--port', '0'], env: { TMPDIR: dir } });
    const { device } = await run.event('assessed');
    const [ready, assessed] = run.events;
    expect(ready).toEqual({
      event: 'ready',
      url: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/),
      console: expect.stringMatching(`^${ready?.url}/`),
      ca: expect.stringMatching(/\.pem$/),
      token: expect.stringMatching(/^\S{20,}$/),
    });
    expect(assessed).toEqual({
      event: 'assessed',
      device: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
      score: expect.toSatisfy((score) => Number.isInteger(score) && score >= 0 && score <= 100),
      tier: expect.toBeOneOf(['trusted', 'limited', 'untrusted']),
    });

    const dispatcher = new Agent({ connect: { ca: readFileSync(String(ready?.ca)) } });
    const headers = { authorization: `Bearer ${ready?.token}` };
    const answer = await fetch(`${ready?.url}/api/v1/devices`, { dispatcher, headers });
    expect(await answer.json()).toMatchObject({ devices: [{ id: device, connected: true }] });
    expect((await fetch(`${ready?.url}/api/v1/devices`, { dispatcher })).status).toBe(401);
    await dispatcher.close();

    expect(throwAwayDirs()).toHaveLength(1);
    run.interrupt();
    expect((await run.ended).code).toBe(0);
    await run.allGone();
    expect(throwAwayDirs()).toEqual([]);
  });

  it('knows its device again on the second start', async () => {
    const args = ['--data-dir', join(dir, 'data'), '--port', '0'];
    const devices: unknown[] = [];
    for (const _ of ['first', 'second']) {
      const run = start({ args });
      devices.push((await run.event('assessed')).device);
      run.interrupt();
      expect((await run.ended).code).toBe(0);
    }
    expect(devices[1]).toBe(devices[0]);
  });

  it('ends in order, too, when it is interrupted while it starts', async () => {
    const run = start({ args: ['--fresh', '--port', '0'], env: { TMPDIR: dir } });
    await run.event('ready');
    run.interrupt();
    expect((await run.ended).code).toBe(0);
    await run.allGone();
    expect(throwAwayDirs()).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends in order when only npm is sent %s', async (signal) => {
    const run = start({ args: ['--fresh', '--port', '0'], env: { TMPDIR: dir } });
    await run.event('ready');
    run.stop(signal);
    expect((await run.ended).code).toBe(0);
    await run.allGone();
    expect(throwAwayDirs()).toEqual([]);
  });

  it('takes its agent along when it is killed', async () => {
    const run = start({ args: ['--data-dir', dir, '--port', '0'], through: 'script' });
    await run.event('assessed');
    process.kill(run.pid, 'SIGKILL');
    await run.allGone();
  });

  /** What a person reads besides the steps that were taken. */
  const complaints = (stderr: string) =>
    stderr.split('\n').filter((line) => line !== '' && !line.endsWith('…'));

  async function refuses(args: string[], code: number, sentence: RegExp) {
    const run = start({ args, through: 'script' });
    const ended = await run.ended;
    expect(complaints(ended.stderr)).toEqual([expect.stringMatching(sentence)]);
    expect(ended.code).toBe(code);
    expect(run.events).toEqual([]);
  }

  it('says that a port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    await refuses(['--data-dir', dir, '--port', `${port}`], 1, new RegExp(`port ${port} .* taken .*--port`));
    taken.close();
  });

  it('says that the data directory cannot be used', async () => {
    writeFileSync(join(dir, 'file'), '');
    await refuses(
      ['--data-dir', join(dir, 'file'), '--port', '0'],
      1,
      /cannot write the data directory .*--data-dir/,
    );
  });

  it('says that the database is corrupt, and leaves it as it is', async () => {
    const database = join(dir, 'collector/assay.db');
    mkdirSync(join(dir, 'collector'));
    writeFileSync(database, 'this is no database, and not an empty file either\n'.repeat(100));
    const before = readFileSync(database);
    await refuses(['--data-dir', dir, '--port', '0'], 1, /assay\.db.*(corrupt|damaged|not a database)/i);
    expect(readFileSync(database)).toEqual(before);
  });

  it.each(['99999', 'https', '-1', '7443.5'])('says that %s is no port', async (port) => {
    await refuses(['--data-dir', dir, `--port=${port}`], 2, /port.*expected a number from 0 to 65535/);
    expect(existsSync(join(dir, 'collector'))).toBe(false);
  });

  it('fails through npm as it fails by itself', async () => {
    expect((await start({ args: ['--port', 'none'] }).ended).code).toBe(2);
  });
});
