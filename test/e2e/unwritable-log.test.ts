import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApiClient } from '../../collector/src/commands/api-client.ts';
import { startTestCollector } from '../helpers/test-collector.ts';

const main = (part: 'agent' | 'collector') =>
  fileURLToPath(new URL(`../../${part}/src/main.ts`, import.meta.url));

// What is written there meets a full disk.
const FULL = '/dev/full';

describe.runIf(existsSync(FULL))('a log that cannot be written', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'assay-log-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const run = (program: string, args: string[]) =>
    spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', openSync(FULL, 'w')] });

  it('ends no collector', async () => {
    const child = run(main('collector'), ['serve', '--json', '--port', '0', '--data-dir', dir]);
    const ended = once(child, 'exit');
    const [line] = (await once(
      createInterface({ input: child.stdout as NodeJS.ReadableStream }),
      'line',
    )) as [string];
    const { url } = JSON.parse(line) as { url: string };
    expect(await createApiClient({ url, dataDir: dir }).call('GET', '/health')).toMatchObject({
      status: 'ready',
    });
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
  });

  it('keeps no agent from reporting', async () => {
    const { collector, close } = await startTestCollector();
    const { joinString } = await collector.createEnrollmentToken({});
    const assessed = new Promise((resolve) => collector.onAssessed(({ record }) => resolve(record.id)));
    const { stdout } = await promisify(execFile)(process.execPath, [
      main('agent'),
      ...['enroll', joinString, '--json', '--state-dir', dir],
    ]);
    const child = run(main('agent'), ['run', '--state-dir', dir]);
    expect(await assessed).toBe(JSON.parse(stdout).device);
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
    await close();
  });
});
