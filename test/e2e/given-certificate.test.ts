import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Collector, defaultConfig, startCollector } from '@assay/collector';
import { parseJoinString } from '@assay/shared';
import { pino } from 'pino';
import { Agent, fetch } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadOwnTls } from '../../collector/src/keys/own-ca.ts';

const run = promisify(execFile);
const main = (part: 'agent' | 'collector') => join(import.meta.dirname, `../../${part}/src/main.ts`);

describe("a collector with its company's certificate", () => {
  let dir: string;
  let collector: Collector;
  let caPem: string;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'assay-given-'));
    // Another collector's CA plays the company's.
    const company = await loadOwnTls(dir, [], Date.now());
    caPem = company.caPem ?? '';
    const tls = {
      certFile: join(dir, 'chain.pem'),
      keyFile: join(dir, 'key.pem'),
      caFile: join(dir, 'company.pem'),
    };
    writeFileSync(tls.certFile, company.cert);
    writeFileSync(tls.keyFile, company.key);
    writeFileSync(tls.caFile, caPem);
    const config = { ...defaultConfig(), dataDir: join(dir, 'collector'), port: 0, tls };
    collector = await startCollector(config, pino({ level: 'silent' }));
  });
  afterAll(async () => {
    await collector?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('pins the company CA in its join strings, and a real agent enrolls by it', async () => {
    const { joinString } = await collector.createEnrollmentToken({});
    expect(parseJoinString(joinString).caPin).toHaveLength(43);
    const state = join(dir, 'agent');
    await run(process.execPath, [main('agent'), 'enroll', joinString, '--state-dir', state]);
    expect(JSON.parse(readFileSync(join(state, 'identity.json'), 'utf8')).caPem).toBe(caPem);
  });

  it('is reached by the commands of its own data directory', async () => {
    const args = ['device', 'list', '--data-dir', join(dir, 'collector'), '--url', collector.url, '--json'];
    const { stdout } = await run(process.execPath, [main('collector'), ...args]);
    expect(JSON.parse(stdout)).toHaveLength(1);
  });

  it('tells browsers to come by TLS alone', async () => {
    const dispatcher = new Agent({ connect: { ca: caPem } });
    const response = await fetch(`${collector.url}/`, { dispatcher });
    expect(response.headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
    await response.body?.cancel();
    await dispatcher.close();
  });
});
