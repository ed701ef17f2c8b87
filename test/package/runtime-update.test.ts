import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundle } from '../../scripts/package/bundle.ts';
import { stage } from '../../scripts/package/payload.ts';
import { runtimePayload } from '../../scripts/package/runtime-form.ts';
import { TARGETS } from '../../scripts/package/targets.ts';
import { addBuild } from '../../scripts/release/repository.ts';
import { type CollectorProcess, startCollectorProcess } from '../helpers/collector-process.ts';
import { needs } from '../helpers/needs.ts';
import {
  createUpdateWorld,
  startUpdatingAgent,
  type UpdateWorld,
  type UpdatingAgent,
  until,
  updateStateOf,
} from '../helpers/update-world.ts';
import { deviceReportedAs, joinStringFor } from './installed-agent.ts';
import { BUILD_TIMEOUT_MS, STRIP } from './packaging.ts';

const INSTALLED = '0.1.0';
const UPDATE = '0.1.1';

// As on macOS, with Linux's runtime.
needs(STRIP)('an agent that is installed as runtime and bundle updates itself', () => {
  const dir = mkdtempSync(join(tmpdir(), 'assay-runtime-update-'));
  const stateDir = join(dir, 'state');
  const program = join(dir, 'installed/assay-agent');
  let world: UpdateWorld;
  let collector: CollectorProcess;
  let agent: UpdatingAgent | null = null;

  beforeAll(async () => {
    world = createUpdateWorld();
    const bundles = await Promise.all(
      [INSTALLED, UPDATE].map((version) =>
        bundle('agent', TARGETS['linux-x64'], join(dir, version), version),
      ),
    );
    const [installed, update] = bundles as [(typeof bundles)[0], (typeof bundles)[0]];
    stage(await runtimePayload('agent', 'linux-x64', installed, world.rootFile), join(dir, 'installed'));
    expect(update.resources, 'a bundle is all that is fetched').toEqual([]);
    addBuild(world.repository, update.main, {
      ...{ version: UPDATE, platform: 'linux', arch: process.arch, form: 'bundle', rollout: 100 },
    });
    const options = ['--updates', world.repository.dir];
    collector = await startCollectorProcess({ dataDir: join(dir, 'collector'), options });
  }, BUILD_TIMEOUT_MS);
  afterAll(async () => {
    await agent?.cutPower();
    await collector?.stop();
    world?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('by the bundle alone, in the installed runtime with the installed options, trusting the root beside it', async () => {
    execFileSync(program, ['enroll', '--state-dir', stateDir], {
      env: { ...process.env, ASSAY_JOIN_STRING: await joinStringFor(collector) },
    });
    const identity = readFileSync(join(stateDir, 'identity.json'), 'utf8');
    agent = startUpdatingAgent({ stateDir, rootFile: null, program });
    await until(() => updateStateOf(stateDir).current === UPDATE, agent);
    await deviceReportedAs(collector, UPDATE, 0);
    expect(existsSync(join(stateDir, `updates/versions/${UPDATE}/agent.cjs`))).toBe(true);
    const { pid } = agent;
    const command = () => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const file = join(stateDir, `updates/versions/${UPDATE}/agent.cjs`);
    await until(() => command().includes(file), agent);
    expect(command()[0], 'the runtime that was installed').toBe(join(dir, 'installed/node'));
    expect(command(), 'as the launcher starts it').toContain('--lite-mode');
    expect(readFileSync(join(stateDir, 'identity.json'), 'utf8')).toBe(identity);
  }, 120_000);
});
