import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { addBuild } from '../../scripts/release/repository.ts';
import { needs } from '../helpers/needs.ts';
import { createUpdateWorld, type UpdateWorld } from '../helpers/update-world.ts';
import { deviceReportedAs, joinStringFor } from './installed-agent.ts';
import { BUILD_TIMEOUT_MS } from './packaging.ts';
import { openWindowsWorld, WINDOWS_NEEDS, type WindowsWorld } from './windows-world.ts';
import type { Wine } from './wine.ts';

const INSTALLED = '0.1.0';
const UPDATE = '0.1.1';
const POLICY = 'HKLM\\Software\\Policies\\Assay\\Agent';

needs(...WINDOWS_NEEDS)('the installed agent updates itself on Windows, with Node 22 under wine', () => {
  let updates: UpdateWorld;
  let world: WindowsWorld;
  let wine: Wine;

  beforeAll(async () => {
    updates = createUpdateWorld();
    world = await openWindowsWorld({
      installers: { [INSTALLED]: 'quick', [UPDATE]: 'quick' },
      updateRoot: updates.rootFile,
      collectorOptions: ['--updates', updates.repository.dir],
    });
    wine = world.wine;
    const build = { platform: 'windows', arch: 'x64', form: 'executable', rollout: 100 } as const;
    addBuild(updates.repository, world.agents[UPDATE] as string, { ...build, version: UPDATE });
  }, BUILD_TIMEOUT_MS);
  afterAll(async () => {
    await world?.close();
    updates?.close();
  });

  const inData = (path: string) => join(wine.driveC, 'ProgramData/Assay', path);
  const read = (path: string) => (existsSync(inData(path)) ? readFileSync(inData(path), 'utf8') : '');
  const state = () => JSON.parse(read('agent/updates/state.json') || '{}');
  const afterTrial = () => read('logs/agent.log').split('is in use from now on')[1] ?? '';
  const reportedAs = (version: string, sinceMs: number) =>
    deviceReportedAs(world.collector, version, sinceMs).catch((error: Error) => {
      throw new Error(`${error.message}: ${read('logs/agent.log').slice(-4000)}`);
    });

  it('by a policy, through the service host; a package goes before, and its removal leaves no program', async () => {
    const since = Date.now();
    await world.msiexec('/i', INSTALLED, `JOINSTRING=${await joinStringFor(world.collector)}`);
    const device = await deviceReportedAs(world.collector, INSTALLED, since);
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
    await world.msiexec('/i', UPDATE);
    await vi.waitFor(() => expect(state()).toMatchObject({ current: null }), {
      timeout: 90_000,
      interval: 300,
    });
    expect(await reportedAs(UPDATE, upgradedAt)).toBe(device);
    expect(readdirSync(inData('agent/updates/versions'))).toEqual([]);

    await world.msiexec('/x', UPDATE);
    expect(existsSync(inData('agent/updates'))).toBe(false);
    expect(read('agent/identity.json') + read('agent/device-key.pem')).toBe(identity);
  }, 300_000);
});
