import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../collector/src/api/listen.ts';
import { startCollector } from '../../collector/src/compose.ts';
import { defaultConfig } from '../../collector/src/config.ts';
import { collectorCommand } from '../helpers/collector-command.ts';

it.each([
  ['the public URL', 'https://assay.example'],
  ['the address that was asked, where there is none', null],
])('a sign-in link leads to %s', async (_, publicUrl) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'assay-link-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const port = await freePort('127.0.0.1');
  const settings = { ...defaultConfig(), canaryIntervalS: 0, dataDir, port, publicUrl };
  const collector = await startCollector(settings, pino({ level: 'silent' }));
  onTestFinished(() => collector.close());
  const url = `https://127.0.0.1:${port}`;
  const run = collectorCommand({ url, caFile: collector.caFile });
  const { output } = await run('sign-in', '--as', 'grace');
  expect(output.split('#')[0]).toBe(`${publicUrl ?? url}/sign-in`);
});
