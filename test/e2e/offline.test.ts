import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Collector, type CollectorConfig, defaultConfig, startCollector } from '@assay/collector';
import { systemClock } from '@assay/shared';
import type { DeviceDetail, Timeline } from '@assay/shared/api';
import { pino } from 'pino';
import { Agent, fetch } from 'undici';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openJournal } from '../../agent/src/journal.ts';
import type { LastWord } from '../../agent/src/state/agent-state.ts';
import { openPrivateDir } from '../../agent/src/state/private-dir.ts';
import { openBeside } from '../../collector/src/store/sqlite/database.ts';
import { steadyPort } from '../helpers/steady-port.ts';
import { createLaptop, type Laptop } from '../laptop/tree.ts';

const MAIN = fileURLToPath(new URL('../../agent/src/main.ts', import.meta.url));

let dir: string;
let laptop: Laptop;
let collector: Collector;
let port = 0;
const running: { kill(): Promise<void> }[] = [];

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'assay-offline-'));
  mkdirSync(join(dir, 'laptop'));
  laptop = createLaptop(join(dir, 'laptop'));
  port = await steadyPort();
  await start();
});
afterEach(async () => {
  for (const process of running.splice(0)) await process.kill();
  await collector.close();
  rmSync(dir, { recursive: true, force: true });
});

/** The same collector, on the same data and at the same address. */
async function start(settings: Partial<CollectorConfig> = {}): Promise<void> {
  const config = { ...defaultConfig(), ...settings, dataDir: join(dir, 'collector'), port };
  collector = await startCollector(config, pino({ level: 'silent' }));
}

const places = () => ['--state-dir', join(dir, 'agent'), '--root', join(dir, 'laptop')];

interface Running {
  /** Resolves when it has logged this so often since the last call. */
  logged(message: string, times?: number): Promise<void>;
  kill(): Promise<void>;
}

function run(): Running {
  const child = spawn(process.execPath, [MAIN, 'run', '--log-level', 'debug', ...places()], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  let lines: string[] = [];
  let look = () => {};
  createInterface(child.stderr).on('line', (line) => {
    lines.push(line);
    look();
  });
  const agent: Running = {
    logged: (message, times = 1) =>
      new Promise((resolve, reject) => {
        const found = () => lines.filter((line) => line.includes(`"msg":"${message}"`)).length;
        const late = setTimeout(
          () => reject(new Error(`timed out: no ${times} × "${message}" in:\n${lines.join('\n')}`)),
          25_000,
        );
        look = () => {
          if (found() < times) return;
          clearTimeout(late);
          lines = [];
          look = () => {};
          resolve();
        };
        look();
      }),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await ended;
    },
  };
  running.push(agent);
  return agent;
}

async function command(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; out: string; complaint: string }> {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ...env } });
  let out = '';
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk));
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk));
  const [code] = await once(child, 'close');
  return { code, out, complaint };
}

async function enroll(): Promise<string> {
  const { joinString } = await collector.createEnrollmentToken({});
  const { out } = await command(['enroll', '--json', ...places()], { ASSAY_JOIN_STRING: joinString });
  return JSON.parse(out).device;
}

async function get<T>(path: string): Promise<T> {
  const dispatcher = new Agent({ connect: { ca: readFileSync(collector.caFile, 'utf8') } });
  const headers = { authorization: `Bearer ${collector.adminToken}` };
  const response = await fetch(`${collector.url}/api/v1/devices/${path}`, { dispatcher, headers });
  const body = (await response.json()) as T;
  await dispatcher.close();
  return body;
}
/** Of a collector that does not run: as if the device had said something else. */
function changeNewestReport(): void {
  const db = openBeside(join(dir, 'collector/assay.db'));
  const { number, keyId, payload } = db
    .prepare('SELECT number, key_id AS keyId, payload FROM reports ORDER BY number DESC LIMIT 1')
    .get() as { number: number; keyId: Buffer; payload: Buffer };
  // In its nonce: field 3, of 32 bytes.
  const at = payload.indexOf(Buffer.of(0x1a, 32)) + 2;
  payload.writeUInt8(payload.readUInt8(at) ^ 1, at);
  db.prepare('UPDATE evidence SET base = NULL, key_id = ?, bytes = ? WHERE number = ?').run(
    keyId,
    payload,
    number,
  );
  db.close();
}
const lastWord = (): LastWord => JSON.parse(readFileSync(join(dir, 'agent/last-assessment.json'), 'utf8'));
const timeline = async (device: string) => (await get<Timeline>(`${device}/timeline`)).entries;
const offline = async (device: string) => (await timeline(device)).filter(({ kind }) => kind === 'offline');

/** The collector goes and comes again. @returns what the agent was told last, before and after */
async function comeBack(agent: Running, settings?: Partial<CollectorConfig>) {
  await collector.close();
  await agent.logged('session ended');
  const before = lastWord();
  await start(settings);
  await agent.logged('acknowledged');
  return { before, after: lastWord() };
}

it('comes back without a report when nothing changed, and reports the next change', async () => {
  const device = await enroll();
  const agent = run();
  await agent.logged('acknowledged');
  let words = await comeBack(agent);
  // On a busy machine a probe may be late at first, and be told of when it is not any more: that is a change.
  for (let i = 0; i < 3 && words.after.reportNumber > words.before.reportNumber; i++)
    words = await comeBack(agent);
  const { before, after } = words;
  expect({ ...after, at: before.at }).toEqual(before);
  expect(after.at).toBeGreaterThan(before.at);
  expect((await get<DeviceDetail>(device)).device).toMatchObject({ tier: 'trusted', state: 'active' });

  laptop.decryptDisk();
  await vi.waitFor(() => expect(lastWord().assessment.tier).toBe('untrusted'), { timeout: 30_000 });
  expect(lastWord().reportNumber).toBeGreaterThan(before.reportNumber);
}, 120_000);

it('reports in full where the collector holds another report under that number', async () => {
  const device = await enroll();
  const agent = run();
  await agent.logged('acknowledged');
  await collector.close();
  await agent.logged('session ended');
  const before = lastWord();
  changeNewestReport();
  await start();
  await vi.waitFor(() => expect(lastWord().reportNumber).toBeGreaterThan(before.reportNumber), {
    timeout: 30_000,
  });
  // Two that differ under one number: a copy of the disk may be about.
  expect((await get<DeviceDetail>(device)).device.state).toBe('quarantined');
}, 120_000);

it('reports in full when that is due, though it came back in between', async () => {
  await enroll();
  const agent = run();
  await agent.logged('acknowledged');
  const { before } = await comeBack(agent, { fullReportIntervalS: 5 });
  await vi.waitFor(() => expect(lastWord().reportNumber).toBeGreaterThan(before.reportNumber), {
    timeout: 30_000,
  });
}, 120_000);

it('what changed while the collector was away is in the timeline at its own time, and the verdict is of now', async () => {
  const device = await enroll();
  const agent = run();
  await agent.logged('acknowledged');
  const judged = (await timeline(device)).filter(({ kind }) => kind !== 'offline');

  await collector.close();
  const closedAt = Date.now();
  await agent.logged('session ended');
  laptop.decryptDisk();
  await agent.logged('report journalled');
  laptop.encryptDisk();
  await agent.logged('report journalled');
  await start();
  const startedAt = Date.now();
  await agent.logged('acknowledged');

  const [mended, broken, ...others] = await offline(device);
  expect(others).toEqual([]);
  expect(broken).toMatchObject({ title: expect.stringContaining('Disk encryption'), tier: null });
  expect(broken?.detail).toMatch(/not encrypted/);
  expect(mended?.detail).not.toMatch(/not encrypted/);
  expect(broken?.at).toBeGreaterThanOrEqual(closedAt);
  expect(mended?.at).toBeGreaterThan(broken?.at ?? Number.POSITIVE_INFINITY);
  expect(mended?.at).toBeLessThanOrEqual(startedAt);
  // No verdict came of it, and nobody was told.
  expect((await timeline(device)).filter(({ kind }) => kind !== 'offline')).toEqual(judged);
  expect((await get<DeviceDetail>(device)).device).toMatchObject({ tier: 'trusted', state: 'active' });

  const doctor = await command(['doctor', '--state-dir', join(dir, 'agent')]);
  expect(doctor.out).toContain('Nothing keeps reports from arriving.');
  expect(doctor.code).toBe(0);
});

it('survives a kill of the agent, and is delivered once', async () => {
  const device = await enroll();
  const first = run();
  await first.logged('acknowledged');
  await collector.close();
  await first.logged('session ended');
  laptop.decryptDisk();
  await first.logged('report journalled');
  await first.kill();

  // Killed again before it can deliver anything.
  const second = run();
  await second.logged('session ended');
  await second.kill();
  await start();
  const third = run();
  await third.logged('acknowledged');
  const entries = await offline(device);
  expect(entries.filter(({ detail }) => detail.includes('not encrypted'))).toHaveLength(1);
  await third.kill();

  const fourth = run();
  await fourth.logged('acknowledged');
  expect(await offline(device)).toEqual(entries);
  expect((await get<DeviceDetail>(device)).device).toMatchObject({ tier: 'untrusted', state: 'active' });
});

it('goes on after history that the collector refuses, and says what was lost', async () => {
  const device = await enroll();
  const first = run();
  await first.logged('acknowledged');
  await first.kill();
  const journal = openJournal(openPrivateDir(join(dir, 'agent')), systemClock);
  const payload = Buffer.from('not a report');
  const envelope = { payload, keyId: Buffer.alloc(32), signature: Buffer.alloc(64) };
  journal.append({ number: 1_000_000, madeAt: Date.now(), envelope });
  journal.close();

  const second = run();
  await second.logged('acknowledged');
  expect((await timeline(device)).map(({ title }) => title)).toContain(
    '1 report of its time offline was lost',
  );
  expect((await get<DeviceDetail>(device)).device).toMatchObject({ tier: 'trusted', state: 'active' });
});

it('a second agent on the same state is turned away before it does harm', async () => {
  await enroll();
  const first = run();
  await first.logged('acknowledged');
  const second = await command(['run', ...places()]);
  expect(second.code).toBe(1);
  expect(second.complaint).toMatch(/\[agent_running\]/);
});
