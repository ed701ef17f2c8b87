import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parseJoinString } from '@assay/shared';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';

const MAIN = fileURLToPath(new URL('../../collector/src/main.ts', import.meta.url));

let dir: string;
let config: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'assay-init-'));
  config = join(dir, 'etc/collector.yaml');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}
const collector = (...args: string[]): Promise<Ended> =>
  promisify(execFile)(process.execPath, [MAIN, ...args]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: Ended) => ({ code, stdout, stderr }),
  );
const init = (...args: string[]) =>
  collector('init', '--config', config, '--data-dir', join(dir, 'data'), ...args);

test('init writes a configuration and keys, and says what comes next', async () => {
  const { code, stdout } = await init(
    '--yes',
    '--public-url',
    'https://assay.example:8443/',
    '--host',
    '0.0.0.0',
  );
  expect(code).toBe(0);
  expect(parse(readFileSync(config, 'utf8'))).toEqual({
    'data-dir': join(dir, 'data'),
    host: '0.0.0.0',
    port: 7443,
    'public-url': 'https://assay.example:8443',
    url: 'https://127.0.0.1:7443',
  });
  expect(statSync(join(dir, 'data/keys/ca-key.pem')).mode & 0o777).toBe(0o600);
  for (const next of ['serve --config', 'sign-in', 'token create', 'backup create'])
    expect(stdout).toContain(next);
});

test('init again changes nothing, and refuses to say something else', async () => {
  await init('--yes');
  const before = [config, join(dir, 'data/keys/ca.pem')].map((file) => readFileSync(file, 'utf8'));
  expect(await init()).toMatchObject({ code: 0, stdout: expect.stringContaining('stays as it is') });
  const other = await init('--port', '9999');
  expect(other).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/port: 7443, not 9999.*config_invalid/),
  });
  expect([config, join(dir, 'data/keys/ca.pem')].map((file) => readFileSync(file, 'utf8'))).toEqual(before);
});

test('init again with the very same options is no other configuration', async () => {
  const options = ['--yes', '--public-url', 'https://Assay.example:443/'];
  await init(...options);
  expect(await init(...options)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('stays as it is'),
  });
});

test('a configuration that cannot be written is told in a sentence', async () => {
  writeFileSync(join(dir, 'etc'), 'no directory');
  const { code, stderr } = await init('--yes');
  expect(stderr).toMatch(/^assay-collector: cannot write the configuration .*--config \[config_invalid\]\n$/);
  expect(code).toBe(1);
});

test('what cannot work is refused before anything is written', async () => {
  const refused = await init('--yes', '--public-url', 'http://assay.example');
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('expected an https address') });
  const below = await init('--yes', '--public-url', 'https://corp.example/assay');
  expect(below).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/host and port alone.*config_invalid/),
  });
  expect(existsSync(config)).toBe(false);
});

test('a collector, and the commands for it, live by that configuration', async () => {
  await init('--yes');
  writeFileSync(
    config,
    readFileSync(config, 'utf8')
      .replace('port: 7443', 'port: 0')
      .replace(/^public-url.*$/m, ''),
  );
  const child = spawn(
    process.execPath,
    [MAIN, 'serve', '--config', config, '--json', '--log-level', 'error'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'exit');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { url } = JSON.parse(line) as { url: string };
  const said = await collector('token', 'create', '--config', config, '--url', url);
  expect(parseJoinString(said.stdout.trim()).url).toBe(url);
  const again = await collector('serve', '--config', config);
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('data_dir_in_use') });
  // Somebody looks after it while it runs.
  expect(await init()).toMatchObject({ code: 0 });
  expect(await collector('health', '--config', config, '--url', url)).toMatchObject({
    code: 0,
    stdout: 'ready\n',
  });
  child.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
});

test.each(['init', 'serve'])('%s does not pass over a CA without its certificate', async (command) => {
  const files = command === 'init' ? ['--config', config, '--yes'] : ['--port', '0'];
  const args = [command, ...files, '--data-dir', join(dir, 'data'), '--tls-ca', join(dir, 'ca.pem')];
  const { code, stderr } = await collector(...args);
  expect(stderr).toContain('give both --tls-cert and --tls-key [certificate_unusable]');
  expect(code).toBe(1);
});

test('a directory of updates that is not there is no repository without updates', async () => {
  const missing = join(dir, 'updates');
  const { code, stderr } = await collector('serve', '--data-dir', dir, '--port', '0', '--updates', missing);
  expect(stderr).toMatch(new RegExp(`as --updates, got ${missing}.*config_invalid`));
  expect(code).toBe(1);
});

test.runIf(existsSync('/usr/bin/script'))('init that is broken off says so in a sentence', async () => {
  const command = [process.execPath, MAIN, 'init', '--config', config, '--data-dir', join(dir, 'data')];
  const child = spawn('/usr/bin/script', ['-qec', command.join(' '), '/dev/null'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  let said = '';
  for await (const piece of child.stdout) {
    if (!said.includes('[127.0.0.1]') && `${said}${piece}`.includes('[127.0.0.1]'))
      child.stdin.write('\u0003');
    said += piece;
  }
  expect(said).toContain('broken off, nothing is set up');
  expect(said).not.toContain('node:internal');
  expect((await ended)[0]).toBe(1);
  expect(existsSync(config)).toBe(false);
});

test('what a service writes to its journal lets nobody in', async () => {
  const args = ['serve', '--data-dir', join(dir, 'data'), '--port', '0', '--canary-interval', '0'];
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  let said = '';
  child.stderr.on('data', (piece) => {
    said += piece;
  });
  for await (const line of createInterface(child.stdout)) {
    said += `${line}\n`;
    if (line.includes('sign-in')) child.kill('SIGTERM');
  }
  await ended;
  expect(said).toMatch(/Collector at https:\S+\nassay-collector sign-in gives a link/);
  expect(said).not.toContain('code=');
  expect(said).not.toContain(readFileSync(join(dir, 'data/admin-token'), 'utf8').trim());
});

test.each([
  ['serve', '--port', ''],
  ['serve', '--host', ''],
  ['serve', '--report-interval', '2592000'],
  ['serve', '--canary-interval', ''],
  ['serve', '--config', ''],
  ['backup', 'create', '--recipient', ''],
  ['backup', 'create', '--passphrase-file', ''],
  ['sign-in', '--as', ''],
  ['audit', 'list', '--limit', ''],
  ['audit', 'list', '--limit', '201'],
  ['policy', 'history', '--limit', 'all'],
])('%s %s %s is wrong usage, not another default', async (...args) => {
  const option = args.find((arg) => arg.startsWith('--'));
  const { code, stderr } = await collector(...args, ...(option === '--config' ? [] : ['--data-dir', dir]));
  expect(stderr).toContain(option);
  expect(code).toBe(2);
  expect(readdirSync(dir)).toEqual([]);
});

test.each([
  [['device', 'list'], 'admin-token'],
  [['backup', 'create'], 'assay.db'],
])('%j says what of the data directory it cannot read, and why', async (command, file) => {
  const { code, stderr } = await collector(...command, '--data-dir', dir);
  expect(stderr).toMatch(new RegExp(`ENOENT.*${dir}/${file}.*--data-dir`));
  expect(code).toBe(1);
});

test.each([
  ['prot: 7443', /prot is no option; there are: .*\bport\b/],
  ['port: seven', /port: expected a number/],
  ['port: [1, 2]', /port: expected one text/],
  ['- port', /expected keys with values/],
  ['port: "unclosed', /cannot use the configuration/],
  ['tls-min: 1.1', /tls-min: .*1\.2/],
])('a configuration that says %s is refused by file and key', async (text, message) => {
  const file = join(dir, 'wrong.yaml');
  writeFileSync(file, text);
  const { code, stderr } = await collector('serve', '--config', file);
  expect(code).toBe(1);
  expect(stderr).toMatch(message);
  expect(stderr).toContain(file);
});

test('a command whose reader has had enough ends as usual', async () => {
  const child = spawn(process.execPath, [MAIN, 'policy', 'schema'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (piece) => {
    said += piece;
  });
  const [code] = await once(child, 'close');
  expect({ code, said }).toEqual({ code: 0, said: '' });
});
