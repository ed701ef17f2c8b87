import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createSigner, type Signer } from '@assay/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLaptop } from '../laptop/tree.ts';
import { type LifecycleWorld, startLifecycleWorld } from './lifecycle-world.ts';

// Real agent processes, killed and copied, against a real collector.

const AGENT = fileURLToPath(new URL('../../agent/src/main.ts', import.meta.url));
const KEY = 'device-key.pem';
const NEXT = 'device-key.next.pem';

let world: LifecycleWorld;
let dir: string;
let state: string;
let deviceId: string;
let running: ChildProcess[] = [];

beforeEach(async () => {
  world = await startLifecycleWorld();
  dir = mkdtempSync(join(tmpdir(), 'assay-lifecycle-'));
  state = join(dir, 'state');
  machine('here');
  const { joinString } = await world.collector.createEnrollmentToken({});
  const { stdout } = await agent(['enroll', '--json', '--root', join(dir, 'here')], state, {
    ASSAY_JOIN_STRING: joinString,
  });
  deviceId = JSON.parse(stdout).device;
});
afterEach(async () => {
  for (const child of running) await kill(child, 'SIGKILL');
  running = [];
  await world.close();
  rmSync(dir, { recursive: true, force: true });
});

/** A laptop in order, with a boot of its own. */
function machine(name: string): void {
  mkdirSync(join(dir, name));
  createLaptop(join(dir, name));
  const kernel = join(dir, name, 'proc/sys/kernel/random');
  mkdirSync(kernel, { recursive: true });
  writeFileSync(join(kernel, 'boot_id'), `boot of ${name}\n`);
}

const agent = (args: string[], stateDir: string, env = {}) =>
  promisify(execFile)(process.execPath, [AGENT, ...args, '--state-dir', stateDir], {
    env: { ...process.env, ...env },
  });

function run(stateDir = state, name = 'here'): ChildProcess {
  const args = ['run', '--state-dir', stateDir, '--root', join(dir, name)];
  const child = spawn(process.execPath, [AGENT, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  running.push(child);
  return child;
}

async function kill(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM' = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

const lastNumber = async () => (await world.detail(deviceId)).evidence.lastReportNumber;
const reported = (number: number) =>
  world.until(deviceId, ({ device, evidence }) => device.connected && evidence.lastReportNumber > number);
const keyOf = (file: string): Signer =>
  createSigner(createPrivateKey(readFileSync(join(state, file))), 'file');
const idOf = (signer: Signer) => signer.publicKey.keyId.toString('base64url');
const rotateKey = () => world.call('POST', `/devices/${deviceId}/rotate-key`);
const isSettled = ({ device, evidence }: Awaited<ReturnType<LifecycleWorld['detail']>>) =>
  device.connected && !existsSync(join(state, NEXT)) && evidence.keyId === idOf(keyOf(KEY));

describe('rotating the key of a running agent', () => {
  it('puts a new key in the place of the old one, without a gap in its reports', async () => {
    const before = idOf(keyOf(KEY));
    run();
    await reported(0);
    expect((await rotateKey()).body).toEqual({ asked: true });
    const { evidence, device } = await world.until(
      deviceId,
      (d) => isSettled(d) && d.evidence.keyId !== before,
    );
    expect(device).toMatchObject({ state: 'active', conflicts: [] });
    await world.call('POST', `/devices/${deviceId}/recheck`);
    await reported(evidence.lastReportNumber);
  });

  it('goes on when it was killed with the next key on disk and the collector not told', async () => {
    const old = keyOf(KEY);
    // What such an agent leaves behind.
    makeNextKey();
    const next = keyOf(NEXT);
    run();
    const { evidence } = await world.until(deviceId, (d) => isSettled(d) && d.evidence.keyId !== idOf(old));
    expect(evidence.keyId).toBe(idOf(next));
  });

  it('goes on when it was killed with the collector told and the answer lost', async () => {
    const oldKey = readFileSync(join(state, KEY));
    makeNextKey();
    const next = keyOf(NEXT);
    run();
    await world.until(deviceId, isSettled);
    await Promise.all(running.map((child) => kill(child, 'SIGKILL')));
    // As it was before the answer came: the old key in its place, the one the collector knows waiting.
    writeFileSync(join(state, NEXT), readFileSync(join(state, KEY)), { mode: 0o600 });
    writeFileSync(join(state, KEY), oldKey, { mode: 0o600 });
    const number = await lastNumber();
    run();
    const { evidence, device } = await world.until(
      deviceId,
      (d) => isSettled(d) && d.evidence.lastReportNumber > number,
    );
    expect(evidence.keyId).toBe(idOf(next));
    expect(device).toMatchObject({ state: 'active', conflicts: [] });
  });

  it('is never locked out and never flagged, killed at any moment', async () => {
    for (const afterMs of [0, 2, 5, 10, 20, 40]) {
      const number = await lastNumber();
      const child = run();
      await reported(number);
      await rotateKey();
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      await kill(child, 'SIGKILL');
    }
    const number = await lastNumber();
    run();
    const { device } = await world.until(
      deviceId,
      (d) => isSettled(d) && d.evidence.lastReportNumber > number,
    );
    expect(device).toMatchObject({ state: 'active', tier: 'trusted', conflicts: [] });
  }, 60_000);

  function makeNextKey(): void {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    writeFileSync(join(state, NEXT), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  }
});

describe('a copy of the state directory', () => {
  it('that runs on another machine at the same time is found, and quarantines the device', async () => {
    machine('there');
    const copy = join(dir, 'copy');
    run();
    await reported(0);
    // What is being written beside a file is gone a moment later, and a socket is no file.
    cpSync(state, copy, { recursive: true, filter: (from) => !/\.(new|sock)$/.test(from) });
    run(copy, 'there');
    const { device } = await world.until(deviceId, ({ device }) => device.state === 'quarantined');
    expect(device.conflicts.map(({ kind }) => kind)).toContain('two_places');
    expect(device.tier).toBe('untrusted');
  });

  it('that is put back later is found by its number', async () => {
    const copy = join(dir, 'copy');
    const first = run();
    await reported(0);
    await kill(first);
    cpSync(state, copy, { recursive: true });
    const second = run();
    await reported(await lastNumber());
    await kill(second);
    run(copy);
    const { device } = await world.until(deviceId, ({ device }) => device.state === 'quarantined');
    expect(device.conflicts.map(({ kind }) => kind)).toEqual(['number_rolled_back']);
  });
});

describe('the end of a device', () => {
  it('is said in plain words where it was revoked, and a new join string lets the machine come back', async () => {
    const child = run();
    await reported(0);
    const ended = once(child, 'exit');
    await world.call('POST', `/devices/${deviceId}/revoke`, { reason: 'Ada left the company' });
    expect((await ended)[0]).toBe(0);
    expect((await agent(['status'], state)).stdout).toMatch(/REFUSED.*Ada left the company.*device_revoked/);

    const { joinString } = await world.collector.createEnrollmentToken({});
    const { stdout } = await agent(['enroll', '--json', '--root', join(dir, 'here')], state, {
      ASSAY_JOIN_STRING: joinString,
    });
    expect(JSON.parse(stdout)).toMatchObject({ event: 'enrolled', state: 'quarantined' });
    expect(JSON.parse(stdout).device).not.toBe(deviceId);
  });

  it('is known to a disk that was put back after it left: a new join string lets the machine come back', async () => {
    const copy = join(dir, 'copy');
    cpSync(state, copy, { recursive: true });
    await agent(['unenroll'], state);
    const [code] = await once(run(copy), 'exit');
    expect(code).toBe(0);
    expect((await agent(['status'], copy)).stdout).toMatch(/REFUSED.*device_unenrolled/);

    const { joinString } = await world.collector.createEnrollmentToken({});
    const { stdout } = await agent(['enroll', '--json', '--root', join(dir, 'here')], copy, {
      ASSAY_JOIN_STRING: joinString,
    });
    expect(JSON.parse(stdout)).toMatchObject({ event: 'enrolled', state: 'active' });
    expect(JSON.parse(stdout).device).not.toBe(deviceId);
    expect((await agent(['status'], copy)).stdout).not.toContain('REFUSED');
  });

  it('by unenroll wipes key and identity, and the running agent ends by itself', async () => {
    const child = run();
    await reported(0);
    const ended = once(child, 'exit');
    expect((await agent(['unenroll'], state)).stdout).toContain('has left');
    expect((await ended)[0]).toBe(0);
    expect((await world.detail(deviceId)).device).toMatchObject({ state: 'unenrolled', tier: 'untrusted' });
    expect(readdirSync(state).filter((name) => !name.endsWith('.log'))).toEqual([]);
    await expect(agent(['status'], state)).rejects.toMatchObject({
      stderr: expect.stringContaining('[not_enrolled]'),
    });
  });
});
