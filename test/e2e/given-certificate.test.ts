import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Collector, defaultConfig, startCollector } from '@assay/collector';
import { parseJoinString, pinOf } from '@assay/shared';
import { pino } from 'pino';
import { Agent, fetch } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadOwnTls } from '../../collector/src/keys/own-ca.ts';

const run = promisify(execFile);
const main = (part: 'agent' | 'collector') => join(import.meta.dirname, `../../${part}/src/main.ts`);

/** Makes a company's CA, another collector's own, and writes what an administrator is given of it. */
async function certify(dir: string, files: GivenFiles): Promise<string> {
  const { cert, key, caPem } = await loadOwnTls(dir, [], Date.now());
  writeFileSync(files.certFile, cert);
  writeFileSync(files.keyFile, key);
  writeFileSync(files.caFile, caPem ?? '');
  return caPem ?? '';
}

type GivenFiles = Record<'certFile' | 'keyFile' | 'caFile', string>;

describe("a collector with its company's certificate", () => {
  let dir: string;
  let collector: Collector;
  let caPem: string;
  let tls: GivenFiles;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'assay-given-'));
    tls = {
      certFile: join(dir, 'chain.pem'),
      keyFile: join(dir, 'key.pem'),
      caFile: join(dir, 'company.pem'),
    };
    caPem = await certify(dir, tls);
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

  const listDevices = async () => {
    const args = ['device', 'list', '--data-dir', join(dir, 'collector'), '--url', collector.url, '--json'];
    const { stdout } = await run(process.execPath, [main('collector'), ...args]);
    return JSON.parse(stdout);
  };

  it('is reached by the commands of its own data directory', async () => {
    expect(await listDevices()).toHaveLength(1);
  });

  it('tells browsers to come by TLS alone', async () => {
    const dispatcher = new Agent({ connect: { ca: caPem } });
    const response = await fetch(`${collector.url}/`, { dispatcher });
    expect(response.headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
    await response.body?.cancel();
    await dispatcher.close();
  });

  it('goes on with another CA without a restart: in join strings, for who asks for it, and for its own commands', async () => {
    const pinBefore = parseJoinString((await collector.createEnrollmentToken({})).joinString).caPin;
    const next = await certify(mkdtempSync(join(dir, 'next-')), tls);
    process.emit('SIGHUP');
    const newPin = pinOf(new X509Certificate(next));
    expect(newPin).not.toBe(pinBefore);
    await expect
      .poll(async () => parseJoinString((await collector.createEnrollmentToken({})).joinString).caPin)
      .toBe(newPin);
    const dispatcher = new Agent({ connect: { ca: next } });
    expect(await (await fetch(`${collector.url}/ca.pem`, { dispatcher })).text()).toBe(next);
    await dispatcher.close();
    expect(await listDevices()).toHaveLength(1);
  });
});
