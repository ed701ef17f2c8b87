import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { VERSION } from '@assay/shared';
import type { CreatedEnrollmentToken, DeviceDetail } from '@assay/shared/api';
import { Agent, fetch } from 'undici';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { bundle } from '../../scripts/package/bundle.ts';
import { buildExecutable } from '../../scripts/package/executable.ts';
import { TARGETS } from '../../scripts/package/targets.ts';
import { type AgentProcess, startAgentProcess } from '../e2e/agent-process.ts';
import { type CollectorProcess, startCollectorProcess } from '../helpers/collector-process.ts';
import { needs } from '../helpers/needs.ts';
import { BUILD_TIMEOUT_MS, packaged, STRIP } from './packaging.ts';

const run = promisify(execFile);
const dir = mkdtempSync(join(tmpdir(), 'assay-executables-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

needs(STRIP)('the executables', () => {
  let agent: string;
  let collector: string;
  beforeAll(async () => {
    agent = await packaged('agent');
    collector = await packaged('collector');
  }, BUILD_TIMEOUT_MS);

  it('say their version, and need nothing beside them', async () => {
    for (const executable of [agent, collector]) {
      const { stdout, stderr } = await run(executable, ['--version'], { cwd: '/', env: { HOME: dir } });
      expect(stdout).toBe(`${VERSION}\n`);
      expect(stderr).toBe('');
    }
  });

  it('end with 2 and a hint on wrong usage', async () => {
    await expect(run(agent, ['reprot'])).rejects.toMatchObject({ code: 2 });
  });

  it('run no code that the environment names, because the agent runs as root', async () => {
    const marker = join(dir, 'loaded');
    const script = join(dir, 'foreign.cjs');
    writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')`);
    await run(agent, ['--version'], { env: { HOME: dir, NODE_OPTIONS: `--require ${script}` } });
    await expect(run('cat', [marker])).rejects.toThrow('No such file');
  });

  it('of agent and collector work together: one reports, the other judges and shows its console', async () => {
    const world = await start({ agent, collector });
    try {
      const detail = await vi.waitFor(
        async () => {
          const path = `/devices/${world.device.deviceId}`;
          const found = await world.server.api.call<DeviceDetail>('GET', path);
          expect(found.assessment?.score).toBeTypeOf('number');
          return found;
        },
        { timeout: 60_000, interval: 200 },
      );
      expect(detail.signals.find(({ name }) => name === 'os')).toMatchObject({ status: 'ok' });
      // Of what a compiler makes at run time the collector has some; a root service that is to be small has none.
      expect(executableMemory(world.server.pid)).not.toEqual([]);
      expect(executableMemory(world.device.pid)).toEqual([]);
      await expect(page(world.server, '/')).resolves.toContain('<title>');
      await expect(page(world.server, '/api/docs/static/swagger-ui.css')).resolves.toContain('.swagger-ui');
    } finally {
      await world.device.stop();
      await world.server.stop();
    }
  }, 120_000);

  it(
    'are the same to the byte when made again from the same sources',
    async () => {
      const made: Buffer[] = [];
      for (const round of ['one', 'two']) {
        const bundled = await bundle('agent', TARGETS['linux-x64'], join(dir, 'bundle', round));
        const output = join(dir, round);
        await buildExecutable('agent', 'linux-x64', bundled, output);
        const { stdout } = await run('sha256sum', [output, bundled.main]);
        made.push(Buffer.from(stdout.replaceAll(round, '')));
      }
      expect(made[0]?.equals(made[1] as Buffer)).toBe(true);
    },
    BUILD_TIMEOUT_MS,
  );
});

async function start(executables: {
  agent: string;
  collector: string;
}): Promise<{ server: CollectorProcess; device: AgentProcess }> {
  vi.stubEnv('ASSAY_CACHE_DIR', join(dir, 'cache'));
  const server = await startCollectorProcess({
    executable: executables.collector,
    dataDir: join(dir, 'collector'),
    onLog: () => {},
  });
  vi.unstubAllEnvs();
  const { joinString } = await server.api.call<CreatedEnrollmentToken>('POST', '/enrollment-tokens', {});
  const device = await startAgentProcess({
    executable: executables.agent,
    joinString,
    stateDir: join(dir, 'agent'),
    root: '/',
  });
  return { server, device };
}

/** What a process may run that is of no file; see proc_pid_maps(5). */
const executableMemory = (pid: number): string[] =>
  readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .filter((line) => /^\S+ ..x. \S+ \S+ 0 *$/.test(line));

async function page({ url, ca }: CollectorProcess, path: string): Promise<string> {
  const dispatcher = new Agent({ connect: { ca } });
  try {
    const answer = await fetch(url + path, { dispatcher });
    expect(answer.status).toBe(200);
    return await answer.text();
  } finally {
    await dispatcher.close();
  }
}
