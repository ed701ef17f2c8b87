import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { UpdateState } from '../../agent/src/update/update-state.ts';
import { placeInRollout } from '../../agent/src/update/version.ts';
import { agentPackage } from '../../scripts/package/linux/agent-package.ts';
import { makeDeb } from '../../scripts/package/linux/deb.ts';
import { makeRpm } from '../../scripts/package/linux/rpm.ts';
import { addBuild, stage } from '../../scripts/release/repository.ts';
import { type CollectorProcess, startCollectorProcess } from '../helpers/collector-process.ts';
import { needs } from '../helpers/needs.ts';
import { createUpdateWorld, type UpdateWorld } from '../helpers/update-world.ts';
import { deviceReportedAs, joinStringFor } from './installed-agent.ts';
import { cannotCopyRoot, type LinuxRoot, openLinuxRoot } from './linux-root.ts';
import { BUILD_TIMEOUT_MS, packaged, packagedHanging, RPM, STRIP } from './packaging.ts';

const dir = mkdtempSync(join(tmpdir(), 'assay-linux-update-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const INSTALLED = '0.1.0';
const UPDATE = '0.1.1';
const HANGING = '0.1.2';
const PACKAGED_LATER = '0.2.0';

const KINDS = {
  deb: {
    make: makeDeb,
    install: (file: string) => ['dpkg', '--install', file],
    remove: ['dpkg', '--remove', 'assay-agent'],
  },
  rpm: {
    make: makeRpm,
    install: (file: string) => ['rpm', '--upgrade', '--oldpackage', '--replacepkgs', '--nodeps', file],
    remove: ['rpm', '--erase', '--nodeps', 'assay-agent'],
  },
} as const;
type Kind = keyof typeof KINDS;
const fileOf = (kind: Kind, version: string) => join(dir, `assay-agent-${version}.${kind}`);

const UPDATES = '/var/lib/assay-agent/updates';
const SERVICE = ['/usr/bin/assay-agent', 'service', 'run'];
const OFTEN = { ASSAY_UPDATE_INTERVAL: '1', ASSAY_UPDATE_TRIAL: '40' };

const reason = cannotCopyRoot();
needs(STRIP, RPM)(`the installed agent updates itself${reason ? ` [needs ${reason}]` : ''}`, () => {
  let world: UpdateWorld;
  let collector: CollectorProcess;
  let root: LinuxRoot;
  let device: string;
  let startedAt = 0;
  const executables: Record<string, string> = {};

  beforeAll(async () => {
    if (reason) return;
    world = createUpdateWorld();
    for (const version of [INSTALLED, UPDATE, PACKAGED_LATER])
      executables[version] = await packaged('agent', 'linux-x64', version);
    executables[HANGING] = await packagedHanging(HANGING);
    for (const version of [INSTALLED, PACKAGED_LATER]) {
      const spec = agentPackage(executables[version] ?? '', version, 'x64', world.rootFile);
      for (const kind of ['deb', 'rpm'] as const)
        await KINDS[kind].make(spec, fileOf(kind, version), 'quick');
    }
    add(UPDATE, 0);
    collector = await startCollectorProcess({
      dataDir: join(dir, 'collector'),
      options: ['--updates', world.repository.dir],
    });
  }, BUILD_TIMEOUT_MS);
  afterAll(async () => {
    await collector?.stop();
    world?.close();
  });
  beforeEach(async () => {
    if (!reason) root = await openLinuxRoot();
  });
  afterEach(() => root?.close());

  const add = (version: string, rollout: number) =>
    addBuild(world.repository, executables[version] ?? '', {
      ...{ version, platform: 'linux', arch: 'x64', form: 'executable', rollout },
    });
  const inside = (path: string) => join(root.path, path);
  const read = (path: string) => (existsSync(inside(path)) ? readFileSync(inside(path), 'utf8') : '');
  const state = (): Partial<UpdateState> => JSON.parse(read(`${UPDATES}/state.json`) || '{}');
  const isThere = (path: string) => existsSync(inside(`${UPDATES}/${path}`));
  const identity = () =>
    read('/var/lib/assay-agent/identity.json') + read('/var/lib/assay-agent/device-key.pem');
  const start = (env: Record<string, string> = OFTEN) => {
    startedAt = Date.now();
    return root.start(SERVICE, env);
  };
  const reportedAs = (version: string) => deviceReportedAs(collector, version, startedAt);

  async function until(wanted: () => boolean, service: { log(): string }, everyMs = 50): Promise<void> {
    const ask = () => expect(wanted(), service.log().slice(-4000)).toBe(true);
    await vi.waitFor(ask, { timeout: 90_000, interval: everyMs });
  }

  /** As IT does: a silent installation, and a line in the environment file. Then until it has reported. */
  async function install(kind: Kind): Promise<void> {
    const join = await joinStringFor(collector);
    await root.run(KINDS[kind].install(fileOf(kind, INSTALLED)), { ASSAY_JOIN_STRING: join });
    appendFileSync(inside('/etc/assay-agent/agent.env'), 'ASSAY_UPDATES=on\n');
    const service = start({});
    device = await reportedAs(INSTALLED);
    await service.stop();
  }

  const check = async () =>
    JSON.parse(await root.run(['assay-agent', 'update', 'check', '--json'])).offer?.version ?? null;

  describe.skipIf(reason !== null)('as it was packaged and installed', () => {
    it('when its percentage is reached, through power cuts at every step; and back from one that hangs', async () => {
      await install('deb');
      const before = identity();
      const place = placeInRollout(device, UPDATE);
      stage(world.repository, UPDATE, Math.floor(place));
      expect(await check(), 'by the root that came with the package').toBeNull();
      stage(world.repository, UPDATE, Math.ceil(place));
      expect(await check()).toBe(UPDATE);

      const steps: [name: string, reached: () => boolean][] = [
        ['its metadata are there', () => isThere('metadata/timestamp.json')],
        ['it is being fetched', () => isThere(`versions/${UPDATE}.partial`)],
        ['it is in place', () => isThere(`versions/${UPDATE}`)],
        ['it is to be tried', () => Boolean(state().trial)],
        ['it is being tried', () => (state().trial?.starts ?? 0) > 0],
        ['it is in use', () => state().current === UPDATE],
      ];
      // One step may be over before it was seen: then it is cut in a later one.
      const isOver = () => state().current === UPDATE;
      for (const [, reached] of steps) {
        if (isOver()) break;
        const service = start();
        await until(() => reached() || isOver(), service, 5);
        await service.cutPower();
        expect(identity()).toBe(before);
      }
      const service = start({ ...OFTEN, ASSAY_UPDATE_TRIAL: '8' });
      expect(await reportedAs(UPDATE)).toBe(device);
      expect(state()).toMatchObject({ current: UPDATE, trial: null, failed: {} });

      add(HANGING, 100);
      await until(() => state().trial?.version === HANGING && (state().trial?.starts ?? 0) > 0, service, 5);
      const beat = statSync(inside('/var/lib/assay-agent/heartbeat')).mtimeMs;
      expect(beat, 'signs of life while it hangs').toBeGreaterThan(state().lastCheck?.at ?? Infinity);
      await until(() => state().failed?.[HANGING] !== undefined, service);
      expect(state()).toMatchObject({ current: UPDATE, trial: null });
      expect(state().failed?.[HANGING]?.why).toMatch(/did not report within 8 s/);
      expect(await deviceReportedAs(collector, UPDATE, Date.now()), 'goes on').toBe(device);
      await service.stop();
      stage(world.repository, HANGING, 0);
      expect(await root.run(['assay-agent', 'update', 'status'])).toMatch(
        /Updates: on\nInstalled: 0\.1\.0\nIn use: 0\.1\.1\n.*did not report within/,
      );
      await root.run(['assay-agent', 'update', 'reset']);
      expect(state()).toMatchObject({ current: null, trial: null });
      expect(readdirSync(inside(`${UPDATES}/versions`))).toEqual([]);
      expect(identity()).toBe(before);
    }, 240_000);

    it.each(['deb', 'rpm'] as const)(
      'as .%s: an older package does not take it back, a newer one goes before, and removing leaves no program',
      async (kind) => {
        stage(world.repository, UPDATE, 100);
        await install(kind);
        let service = start();
        await until(() => state().current === UPDATE, service);
        expect(await reportedAs(UPDATE)).toBe(device);
        await service.stop();

        await root.run(KINDS[kind].install(fileOf(kind, INSTALLED)));
        service = start();
        expect(await reportedAs(UPDATE), 'no older one').toBe(device);
        await service.stop();

        await root.run(KINDS[kind].install(fileOf(kind, PACKAGED_LATER)));
        service = start();
        expect(await reportedAs(PACKAGED_LATER)).toBe(device);
        expect(state()).toMatchObject({ current: null, trial: null });
        expect(readdirSync(inside(`${UPDATES}/versions`))).toEqual([]);
        await service.stop();

        const enrolled = identity();
        await root.run(KINDS[kind].remove);
        expect(isThere('')).toBe(false);
        expect(identity()).toBe(enrolled);
      },
      180_000,
    );
  });
});
