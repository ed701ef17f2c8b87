import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { makeMsi, serviceHost } from '../../scripts/package/windows/msi.ts';
import { addBuild } from '../../scripts/release/repository.ts';
import { type CollectorProcess, startCollectorProcess } from '../helpers/collector-process.ts';
import { needs } from '../helpers/needs.ts';
import { createUpdateWorld, type UpdateWorld } from '../helpers/update-world.ts';
import { deviceReportedAs, joinStringFor } from './installed-agent.ts';
import { BUILD_TIMEOUT_MS, MINGW, MSI, OSSLSIGNCODE, packaged, WIXL } from './packaging.ts';
import { openWine, TWIN, WINE, type Wine, windowsPath } from './wine.ts';

const INSTALLED = '0.1.0';
const UPDATE = '0.1.1';
const POLICY = 'HKLM\\Software\\Policies\\Assay\\Agent';

needs(
  WINE,
  WIXL,
  MSI,
  MINGW,
  OSSLSIGNCODE,
)('the installed agent updates itself on Windows, with Node 22 under wine', () => {
  const dir = mkdtempSync(join(tmpdir(), 'assay-windows-update-'));
  const installer = (version: string) => join(dir, `assay-agent-${version}.msi`);
  let world: UpdateWorld;
  let wine: Wine;
  let collector: CollectorProcess;

  beforeAll(async () => {
    world = createUpdateWorld();
    for (const version of [INSTALLED, UPDATE]) {
      const agent = await packaged('agent', 'win-x64', version, TWIN);
      const files = { agent, serviceHost: await serviceHost(), updateRoot: world.rootFile };
      await makeMsi(files, { version, arch: 'x64', compression: 'quick' }, installer(version));
      const build = { version, platform: 'windows', arch: 'x64', form: 'executable', rollout: 100 } as const;
      if (version === UPDATE) addBuild(world.repository, agent, build);
    }
    wine = await openWine();
    const options = ['--updates', world.repository.dir];
    collector = await startCollectorProcess({ dataDir: join(dir, 'collector'), options });
  }, BUILD_TIMEOUT_MS);
  afterAll(async () => {
    await collector?.stop();
    await wine?.close();
    world?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const inData = (path: string) => join(wine.driveC, 'ProgramData/Assay', path);
  const read = (path: string) => (existsSync(inData(path)) ? readFileSync(inData(path), 'utf8') : '');
  const state = () => JSON.parse(read('agent/updates/state.json') || '{}');
  const silent = async (...words: string[]) =>
    expect((await wine.run('msiexec', ...words, '/qn')).code).toBe(0);

  const afterTrial = () => read('logs/agent.log').split('is in use from now on')[1] ?? '';
  const reportedAs = (version: string, sinceMs: number) =>
    deviceReportedAs(collector, version, sinceMs).catch((error: Error) => {
      throw new Error(`${error.message}: ${read('logs/agent.log').slice(-4000)}`);
    });

  it('by a policy, through the service host; a package goes before, and its removal leaves no program', async () => {
    const since = Date.now();
    await silent('/i', windowsPath(installer(INSTALLED)), `JOINSTRING=${await joinStringFor(collector)}`);
    const device = await deviceReportedAs(collector, INSTALLED, since);
    expect(statSync(inData('')).mode & 0o007, 'nobody else reads the key').toBe(0);
    const identity = read('agent/identity.json') + read('agent/device-key.pem');

    for (const [name, value] of [
      ['Updates', 'on'],
      ['UpdateInterval', '2'],
    ] as const)
      await wine.run('reg', 'add', POLICY, '/v', name, '/d', value, '/f');
    const restartedAt = Date.now();
    await wine.run('sc', 'stop', 'AssayAgent');
    await wine.run('sc', 'start', 'AssayAgent');
    await vi.waitFor(() => expect(state().current, read('logs/agent.log').slice(-3000)).toBe(UPDATE), {
      timeout: 120_000,
      interval: 300,
    });
    expect(await reportedAs(UPDATE, restartedAt)).toBe(device);
    await vi.waitFor(() => expect(afterTrial(), 'handed over to by the host').toContain('"acknowledged"'), {
      timeout: 90_000,
      interval: 300,
    });
    expect(read('agent/identity.json') + read('agent/device-key.pem')).toBe(identity);

    const upgradedAt = Date.now();
    await silent('/i', windowsPath(installer(UPDATE)));
    await vi.waitFor(() => expect(state()).toMatchObject({ current: null }), {
      timeout: 90_000,
      interval: 300,
    });
    expect(await reportedAs(UPDATE, upgradedAt)).toBe(device);
    expect(readdirSync(inData('agent/updates/versions'))).toEqual([]);

    await silent('/x', windowsPath(installer(UPDATE)));
    expect(existsSync(inData('agent/updates'))).toBe(false);
    expect(read('agent/identity.json') + read('agent/device-key.pem')).toBe(identity);
  }, 300_000);
});
