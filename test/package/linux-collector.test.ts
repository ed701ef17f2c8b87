import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviceDetail } from '@assay/shared/api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ApiClient, createApiClient } from '../../collector/src/commands/api-client.ts';
import { collectorPackage } from '../../scripts/package/linux/collector-package.ts';
import { makeDeb } from '../../scripts/package/linux/deb.ts';
import { makeRpm } from '../../scripts/package/linux/rpm.ts';
import { type AgentProcess, startAgentProcess } from '../e2e/agent-process.ts';
import { needs } from '../helpers/needs.ts';
import { steadyPort } from '../helpers/steady-port.ts';
import { createLaptop } from '../laptop/tree.ts';
import { joinStringFor } from './installed-agent.ts';
import { cannotCopyRoot, type LinuxRoot, openLinuxRoot } from './linux-root.ts';
import { BUILD_TIMEOUT_MS, packaged, RPM, STRIP } from './packaging.ts';

const dir = mkdtempSync(join(tmpdir(), 'assay-collector-install-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const OLD = '0.1.0';
const NEW = '0.1.1';
const KINDS = {
  deb: {
    make: makeDeb,
    install: (file: string) => ['dpkg', '--install', file],
    remove: ['dpkg', '--remove', 'assay-collector'],
    wipe: ['dpkg', '--purge', 'assay-collector'],
  },
  rpm: {
    make: makeRpm,
    install: (file: string) => ['rpm', '--upgrade', '--nodeps', file],
    remove: null,
    wipe: ['rpm', '--erase', '--nodeps', 'assay-collector'],
  },
} as const;
type Kind = keyof typeof KINDS;
const fileOf = (kind: Kind, version: string) => join(dir, `assay-collector-${version}.${kind}`);

const CONFIG = '/etc/assay/collector.yaml';
const DATA = '/var/lib/assay-collector';
const AS_ITS_USER = ['runuser', '-u', 'assay-collector', '--'];
/** What its unit starts. */
const SERVE = [...AS_ITS_USER, '/usr/bin/assay-collector', 'serve', '--config', CONFIG];

const reason = cannotCopyRoot();
needs(STRIP, RPM)(`the collector's Linux packages${reason ? ` [needs ${reason}]` : ''}`, () => {
  let root: LinuxRoot;
  let agent: AgentProcess | null = null;

  beforeAll(async () => {
    if (reason) return;
    for (const version of [OLD, NEW]) {
      const spec = collectorPackage(await packaged('collector', 'linux-x64', version), version, 'x64');
      for (const kind of ['deb', 'rpm'] as const)
        await KINDS[kind].make(spec, fileOf(kind, version), 'quick');
    }
  }, BUILD_TIMEOUT_MS);
  beforeEach(async () => {
    if (!reason) root = await openLinuxRoot();
  });
  afterEach(async () => {
    await agent?.stop();
    agent = null;
    await root?.close();
  });

  describe.skipIf(reason !== null).each(['deb', 'rpm'] as const)('as .%s', (kind) => {
    const { install, remove, wipe } = KINDS[kind];

    it('are set up, serve, and are upgraded under an agent that loses nothing; data stay until they are wiped', async () => {
      // What this machine itself has unpacked is none of theirs.
      await root.run(['rm', '-rf', '/var/cache/assay-collector', '/root/.cache/assay-collector']);
      const said = await root.run(install(fileOf(kind, OLD)));
      expect(said).toContain('waits for its configuration');
      const port = await steadyPort();
      const where = ['--config', CONFIG, '--data-dir', DATA, '--port', String(port), '--yes'];
      await root.run([...AS_ITS_USER, 'assay-collector', 'init', ...where]);
      expect(await root.run(['stat', '-c', '%U %a', DATA, CONFIG])).toMatch(
        /^assay-collector 700\nassay-collector 6/,
      );

      let service = root.start(SERVE);
      const url = `https://127.0.0.1:${port}`;
      const api = await ready(url, service);
      const stateDir = join(dir, `agent-${kind}`);
      mkdirSync(join(dir, `laptop-${kind}`));
      const laptop = createLaptop(join(dir, `laptop-${kind}`));
      agent = await startAgentProcess({
        joinString: await joinStringFor({ api }),
        stateDir,
        root: laptop.root,
      });
      const { deviceId } = agent;
      const device = () => api.call<DeviceDetail>('GET', `/devices/${deviceId}`);
      const tierIs = (tier: string) =>
        vi.waitFor(async () => expect((await device()).assessment?.tier).toBe(tier), {
          timeout: 60_000,
          interval: 300,
        });
      await tierIs('trusted');
      const before = (await device()).evidence.lastReportNumber;

      await service.stop();
      laptop.decryptDisk();
      expect(await root.run(install(fileOf(kind, NEW)))).not.toContain('waits for its configuration');
      expect(await root.run(['assay-collector', '--version'])).toBe(`${NEW}\n`);
      service = root.start(SERVE);
      await ready(url, service);
      await tierIs('untrusted');
      expect((await device()).evidence.lastReportNumber).toBeGreaterThan(before);
      expect((await device()).device.state).toBe('active');
      const health = [...AS_ITS_USER, 'assay-collector', 'health', '--config', CONFIG];
      await expect(root.run(health)).resolves.toBeTruthy();
      await service.stop();

      if (remove) {
        await root.run(remove);
        expect(await root.run(['ls', DATA])).toContain('assay.db');
      }
      await root.run(wipe, { ASSAY_WIPE: '1' });
      for (const path of [DATA, '/etc/assay', '/var/cache/assay-collector', '/usr/bin/assay-collector'])
        await expect(root.run(['stat', path]), path).rejects.toThrow();
    }, 240_000);
  });

  const ready = (url: string, service: { log(): string }): Promise<ApiClient> =>
    vi.waitFor(
      async () => {
        const api = createApiClient({ url, dataDir: join(root.path, DATA) });
        await api.call('GET', '/health').catch((error) => {
          throw new Error(`${(error as Error).message}: ${service.log().slice(-2000)}`);
        });
        return api;
      },
      { timeout: 60_000, interval: 300 },
    );
});
