import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Collector, defaultConfig, startCollector } from '@assay/collector';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openForReading } from '../../collector/src/store/sqlite/database.ts';
import { stage } from '../../scripts/release/repository.ts';
import {
  createUpdateWorld,
  startUpdatingAgent,
  type UpdateWorld,
  type UpdatingAgent,
  until,
  updateStateOf,
} from '../helpers/update-world.ts';

const MAIN = fileURLToPath(new URL('../../agent/src/main.ts', import.meta.url));
const run = (...args: string[]) => promisify(execFile)(process.execPath, [MAIN, ...args]);

describe.skipIf(process.platform === 'win32')('an agent that updates itself', { timeout: 180_000 }, () => {
  let dir: string;
  let stateDir: string;
  let world: UpdateWorld;
  let collector: Collector;
  let agent: UpdatingAgent;
  let identity: string;

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'assay-update-'));
    stateDir = join(dir, 'agent');
    world = createUpdateWorld();
    const config = {
      ...defaultConfig(),
      dataDir: join(dir, 'data'),
      port: 0,
      updatesDir: world.repository.dir,
    };
    collector = await startCollector(config, pino({ level: 'silent' }));
    seen = { version: '', reports: 0, state: '' };
    collector.onAssessed(({ record: { agentVersion: version, lastNumber: reports, state } }) => {
      seen = { version, reports, state };
    });
    const { joinString } = await collector.createEnrollmentToken({});
    await run('enroll', joinString, '--state-dir', stateDir);
    identity = identityOf();
  });
  afterEach(async () => {
    await agent?.cutPower();
    await collector.close();
    world.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const identityOf = () =>
    ['identity.json', 'device-key.pem'].map((name) => read(join(stateDir, name))).join('\n');
  const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  const state = () => updateStateOf(stateDir);
  const start = (options: { trialS?: number; extra?: string[] } = {}) =>
    startUpdatingAgent({ stateDir, rootFile: world.rootFile, ...options });

  /** What the collector knows of the one device by its last report. */
  let seen = { version: '', reports: 0, state: '' };
  const conflicts = () => {
    const db = openForReading(join(dir, 'data/assay.db'));
    const count = db.prepare('SELECT count(*) FROM conflicts').pluck().get();
    db.close();
    return count;
  };
  const reportsAs = (version: string) => until(() => seen.version === version, agent, 100);

  it('takes a signed newer version, under the same process id, and keeps identity and report numbers', async () => {
    agent = start();
    await reportsAs('0.1.0');
    const before = seen.reports;
    world.add('0.2.0');
    await until(() => state().current === '0.2.0', agent);
    await reportsAs('0.2.0');
    expect(identityOf()).toBe(identity);
    expect(seen.state).toBe('active');
    expect(conflicts()).toBe(0);
    expect(seen.reports).toBeGreaterThan(before);
    // Under the same id: whoever started it has noticed nothing.
    process.kill(agent.pid, 0);

    // From then on it is what starts, and goes on to the next.
    await agent.stop();
    world.add('0.3.0');
    agent = start();
    await until(() => state().current === '0.3.0' && state().trial === null, agent);
    await reportsAs('0.3.0');
    expect(state()).toMatchObject({ current: '0.3.0', trial: null, failed: {} });
    // Which version is in use is durable first; the one before goes after that.
    await until(() => !existsSync(join(stateDir, 'updates/versions/0.2.0')), agent);
  });

  it.each([
    ['never reports', 4, /did not report within 4 s/],
    ['crashes', 40, /ended 3 times/],
  ] as const)(
    'goes back to the version before when the new one %s, and does not try it again',
    async (behaviour, trialS, why) => {
      world.add('0.2.0', { behaviour });
      agent = start({ trialS });
      await until(() => state().failed['0.2.0'] !== undefined, agent);
      expect(state()).toMatchObject({ current: null, trial: null, failed: { '0.2.0': { times: 1 } } });
      expect(state().failed['0.2.0']?.why).toMatch(why);
      const before = seen.reports;
      await until(() => seen.reports > before, agent, 100);
      await until(() => state().lastCheck?.outcome === 'nothing newer is for this device', agent);
      expect(seen).toMatchObject({ version: '0.1.0', state: 'active' });
      expect(conflicts()).toBe(0);
      expect(identityOf()).toBe(identity);
      const { stdout } = await run('update', 'status', '--state-dir', stateDir);
      expect(stdout).toMatch(why);
    },
  );

  it('refuses what is signed as one version and says that it is another', async () => {
    world.add('0.2.0', { behaviour: 'lies about its version' });
    agent = start();
    await until(() => /says it is 9\.9\.9/.test(state().lastCheck?.outcome ?? ''), agent);
    expect(state()).toMatchObject({ current: null, trial: null });
    await reportsAs('0.1.0');
  });

  it('takes none while it is not switched on, and none that IT has not pinned', async () => {
    world.add('0.2.0');
    world.add('0.3.0', { rollout: 0 });
    agent = start({ extra: ['--updates', 'off'] });
    await reportsAs('0.1.0');
    await agent.stop();
    expect(existsSync(join(stateDir, 'updates'))).toBe(false);

    const check = async (...args: string[]) =>
      JSON.parse(
        (
          await run(
            'update',
            'check',
            '--json',
            '--state-dir',
            stateDir,
            '--update-root',
            world.rootFile,
            ...args,
          )
        ).stdout,
      );
    expect((await check()).offer).toMatchObject({ version: '0.2.0' });
    expect((await check('--update-pin', '0.3.0')).offer).toMatchObject({ version: '0.3.0' });
    expect((await check('--update-pin', '0.1.0')).offer).toBeNull();
    stage(world.repository, '0.2.0', 0);
    expect((await check()).offer).toBeNull();
  });

  it('survives a power cut at every step, and arrives at the new version all the same', async () => {
    world.add('0.2.0');
    const inVersions = (name: string) => existsSync(join(stateDir, 'updates/versions', name));
    const steps: [name: string, reached: () => boolean][] = [
      ['metadata are there', () => existsSync(join(stateDir, 'updates/metadata/timestamp.json'))],
      ['it is being fetched', () => inVersions('0.2.0.partial')],
      ['it is in place', () => inVersions('0.2.0')],
      ['it is to be tried', () => state().trial !== null],
      ['it is being tried', () => (state().trial?.starts ?? 0) > 0],
      ['it is in use', () => state().current === '0.2.0'],
    ];
    // One step may be over before it was seen: then it is cut in a later one.
    const isOver = () => state().current === '0.2.0';
    for (const [, reached] of steps) {
      agent = start();
      await until(() => reached() || isOver(), agent, 2);
      await agent.cutPower();
      expect(identityOf()).toBe(identity);
    }
    agent = start();
    await until(() => state().current === '0.2.0' && state().trial === null, agent);
    await reportsAs('0.2.0');
    expect(state().failed).toEqual({});
    expect(seen.state).toBe('active');
    expect(conflicts()).toBe(0);
  });

  it('falls back to the installed version when the one in use is damaged', async () => {
    world.add('0.2.0');
    agent = start();
    await until(() => state().current === '0.2.0', agent);
    await agent.stop();
    rmSync(join(stateDir, 'updates/versions/0.2.0/assay-agent'));
    stage(world.repository, '0.2.0', 0);
    const before = seen.reports;
    agent = start();
    await until(() => seen.reports > before && seen.version === '0.1.0', agent, 100);
  });
});
