import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatJoinString, parseJoinString } from '@assay/shared';
import type { DeviceDetail } from '@assay/shared/api';
import { Agent, fetch } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needs } from '../helpers/needs.ts';
import { startTestCollector, type TestCollector } from '../helpers/test-collector.ts';
import { PYTHON_NEEDS, type Python, preparePython, type Said } from './python-agent.ts';

const VECTORS = join(import.meta.dirname, '../../proto/vectors');

needs(...PYTHON_NEEDS)('an agent written in Python from proto/README.md alone', () => {
  let directory: string;
  let python: Python;
  let world: TestCollector;
  let dispatcher: Agent;
  let agents = 0;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'assay-python-'));
    python = await preparePython(directory);
    world = await startTestCollector({ reportIntervalS: 1 });
    dispatcher = new Agent({ connect: { ca: world.door.ca } });
  });

  afterAll(async () => {
    await dispatcher?.close();
    await world?.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const newState = () => join(directory, `state-${++agents}`);
  const joinString = async (request: { uses?: number; approval?: boolean } = {}) =>
    (await world.collector.createEnrollmentToken(request)).joinString;
  const api = async (path: string, method = 'GET') => {
    const headers = { authorization: `Bearer ${world.collector.adminToken}` };
    const response = await fetch(world.door.url + path, { dispatcher, method, headers });
    expect(response.ok, `${method} ${path}: ${response.status}`).toBe(true);
    return response.json();
  };
  const device = async (id: unknown) => (await api(`/api/v1/devices/${id}`)) as DeviceDetail;
  const told = (said: Said[], event: string) => said.find((line) => line.event === event);

  /** An agent that enrolled and reported once. */
  async function enrolled(...options: string[]) {
    const state = newState();
    const { code, said } = await python.agent(['--state', state, '--once', ...options], await joinString());
    expect({ code, said }).toMatchObject({ code: 0 });
    return { state, said, id: told(said, 'enrolled')?.device, again: ['--state', state, '--once'] };
  }

  it.each([
    ['ECDSA P-256', 'es256', 'ES256'],
    ['Ed25519', 'ed25519', 'Ed25519'],
  ])('enrolls with a key of %s, reports, and is assessed', async (_, option, keyAlgorithm) => {
    const { said, id } = await enrolled('--key', option);
    expect(told(said, 'enrolled')).toMatchObject({ state: 'active' });
    const { evidence, assessment, signals } = await device(id);
    expect(evidence).toMatchObject({ keyAlgorithm, agentVersion: 'python-0.1.0', lastReportNumber: 1 });
    expect(told(said, 'ack')).toMatchObject({ number: 1, score: assessment?.score, tier: assessment?.tier });

    const os = /^ID="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
    const byName = Object.fromEntries(signals.map((signal) => [signal.name, signal]));
    expect(byName.os).toMatchObject({ status: 'ok', value: { id: os } });
    expect(byName.screen_lock).toMatchObject({ status: 'unknown', reason: 'session' });
    expect(byName.disk_encryption).toBeUndefined();
  });

  it('says Unchanged at the interval that Welcome named, and reports anew when it is asked to', async () => {
    const agent = python.startAgent(['--state', newState()], await joinString());
    const { device: id } = await agent.next('enrolled');
    expect(await agent.next('ack')).toMatchObject({ of: 'report', number: 1 });
    expect(await agent.next('ack')).toMatchObject({ of: 'unchanged', number: 1 });

    const again = agent.next('ack', ({ of }) => of === 'report');
    expect(await api(`/api/v1/devices/${id}/recheck`, 'POST')).toEqual({ asked: true });
    expect(await again).toMatchObject({ number: 2 });
    expect(await agent.next('ack')).toMatchObject({ of: 'unchanged', number: 2 });
    expect(await agent.stop()).toBeNull();
  });

  it('goes on with its numbers after a restart', async () => {
    const { again, id } = await enrolled();
    const { code, said } = await python.agent(again);
    expect(code).toBe(0);
    expect(told(said, 'welcome')).toMatchObject({ last_report_number: 1 });
    expect(told(said, 'ack')).toMatchObject({ number: 2 });
    expect((await device(id)).device.conflicts).toEqual([]);
  });

  it('delivers what it noted while offline, once, and loses nothing when the answer is lost', async () => {
    const { state, again, id } = await enrolled();
    await python.agent(['--state', state, '--offline']);
    const { said: noted } = await python.agent(['--state', state, '--offline']);
    expect(noted).toEqual([{ event: 'noted', number: 3 }]);
    const [journal, copy] = [join(state, 'journal'), join(directory, 'copy')];
    cpSync(journal, copy, { recursive: true });

    const first = await python.agent(again);
    expect(told(first.said, 'history')).toMatchObject({ reports: 2, number: 3 });
    expect(told(first.said, 'ack')).toMatchObject({ of: 'report', number: 4 });

    cpSync(copy, journal, { recursive: true });
    const { code, said } = await python.agent(again);
    expect(code).toBe(0);
    expect(told(said, 'history')).toMatchObject({ reports: 2, number: 3 });
    expect(told(said, 'ack')).toMatchObject({ number: 5 });
    expect((await device(id)).device.conflicts).toEqual([]);
    const stored = [1, 2, 3, 4, 5].map((number) => ({ device_id: id, number }));
    expect(world.stored().reports).toEqual(expect.arrayContaining(stored));
  });

  it('says what did not survive in its journal', async () => {
    const { state, again, id } = await enrolled();
    await python.agent(['--state', state, '--offline']);
    const [record = ''] = readdirSync(join(state, 'journal')).filter((name) => /^\d+$/.test(name));
    truncateSync(join(state, 'journal', record), 100);
    const { code, said } = await python.agent(again);
    expect(code).toBe(0);
    expect(told(said, 'history')).toBeUndefined();
    expect((await world.timeline(String(id)))[0]).toMatchObject({
      kind: 'lost',
      detail: expect.stringContaining('1 damaged'),
    });
  });

  it('changes its key when it is asked to, and goes on', async () => {
    const agent = python.startAgent(['--state', newState()], await joinString());
    const { device: id } = await agent.next('enrolled');
    await agent.next('ack');
    expect(await api(`/api/v1/devices/${id}/rotate-key`, 'POST')).toEqual({ asked: true });
    const { key } = await agent.next('rotated');
    expect(await agent.next('ack')).toMatchObject({ of: 'unchanged', number: 1 });
    await agent.stop();
    expect((await device(id)).evidence.keyId).toBe(Buffer.from(String(key), 'hex').toString('base64url'));
  });

  it.each([
    ['before the collector heard of the new key', false],
    ['before it heard that the new key is in place', true],
  ])('survives that it is cut off in the middle of that, %s', async (_, isKnown) => {
    const { state, again, id } = await enrolled();
    const [present, next] = [join(state, 'key.pem'), join(state, 'next-key.pem')];
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    writeFileSync(next, privateKey.export({ format: 'pem', type: 'pkcs8' }));
    if (isKnown) {
      const [oldKey, newKey] = [readFileSync(present), readFileSync(next)];
      expect((await python.agent(again)).code).toBe(0);
      writeFileSync(present, oldKey);
      writeFileSync(next, newKey);
    }
    // Noted in between, with the old key: whichever it turns out to be by then, it is not lost.
    await python.agent(['--state', state, '--offline']);
    const { code, said } = await python.agent(again);
    expect(code).toBe(0);
    expect(said.map(({ event }) => event)).toEqual(
      isKnown ? ['welcome', 'history', 'ack'] : ['welcome', 'history', 'rotated', 'ack'],
    );
    expect((await device(id)).device).toMatchObject({ state: 'active', conflicts: [] });
    expect(createPrivateKey(readFileSync(present)).equals(privateKey)).toBe(true);
  });

  it('leaves for good', async () => {
    const { state, id } = await enrolled();
    const { code, said } = await python.agent(['--state', state, '--leave']);
    expect({ code, said }).toEqual({ code: 0, said: [{ event: 'unenrolled' }] });
    expect((await device(id)).device).toMatchObject({ state: 'unenrolled', tier: 'untrusted' });
    expect(readdirSync(state)).toEqual([]);
  });

  it('gets the same device when it was cut off before it could write the answer down', async () => {
    const text = await joinString({ uses: 1 });
    const state = newState();
    const first = await python.agent(['--state', state, '--once'], text);
    rmSync(join(state, 'identity.json'));
    const second = await python.agent(['--state', state, '--once'], text);
    expect(second.code).toBe(0);
    expect(told(second.said, 'enrolled')).toEqual(told(first.said, 'enrolled'));
  });

  it('is heard, and not trusted, while it waits for approval', async () => {
    const { code, said } = await python.agent(
      ['--state', newState(), '--once'],
      await joinString({ approval: true }),
    );
    expect(code).toBe(0);
    expect(told(said, 'enrolled')).toMatchObject({ state: 'pending' });
    expect(told(said, 'ack')).toMatchObject({
      tier: 'untrusted',
      mend: expect.arrayContaining([expect.stringContaining('Ask IT to approve this device.')]),
    });
  });

  it('stops before it sends anything where the CA is not the pinned one', async () => {
    const before = world.stored();
    const wrong = formatJoinString({ ...parseJoinString(await joinString()), caPin: 'A'.repeat(43) });
    const { code, said } = await python.agent(['--state', newState(), '--once'], wrong);
    expect({ code, said }).toMatchObject({
      code: 1,
      said: [{ event: 'stopped', code: 'ca_pin_mismatch' }],
    });
    expect(world.stored().devices).toEqual(before.devices);
  });

  describe('is refused', () => {
    it('with a token that is used up', async () => {
      const text = await joinString({ uses: 1 });
      await python.agent(['--state', newState(), '--once'], text);
      const { code, said } = await python.agent(['--state', newState(), '--once'], text);
      expect({ code, said }).toMatchObject({
        code: 1,
        said: [{ event: 'refused', code: 'token_used_up', retry: false }],
      });
    });

    it('with a report number that it used before', async () => {
      const { again, id } = await enrolled();
      const { code, said } = await python.agent([...again, '--report-number', '1']);
      expect(code).toBe(1);
      expect(said.at(-1)).toMatchObject({ event: 'refused', code: 'report_number_repeated', retry: false });
      expect((await device(id)).evidence).toMatchObject({ lastReportNumber: 1 });
    });
  });

  it('is let in from a disk that was put back in time, and flagged', async () => {
    const { state, again, id } = await enrolled();
    const copy = join(state, 'last-report.json');
    cpSync(copy, `${copy}.old`);
    await python.agent(again);
    cpSync(`${copy}.old`, copy);
    const { code, said } = await python.agent(again);
    expect(code).toBe(0);
    expect(told(said, 'ack')).toMatchObject({ number: 3, tier: 'untrusted' });
    expect((await device(id)).device).toMatchObject({
      state: 'quarantined',
      conflicts: [{ kind: 'number_rolled_back' }],
    });
  });

  describe('and proto/vectors', () => {
    it('agree', async () => {
      const { code, output } = await python.run('check_vectors.py', VECTORS);
      expect(output).toMatch(/^\d+ envelopes, \d+ frames\n$/);
      expect(code).toBe(0);
    });

    it('would not, were one of them wrong', async () => {
      const spoiled = join(directory, 'spoiled');
      cpSync(VECTORS, spoiled, { recursive: true });
      const file = join(spoiled, 'envelopes.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"valid": false', '"valid": true'));
      const { code, output } = await python.run('check_vectors.py', spoiled);
      expect(output).toContain('payload flipped, ES256: verification');
      expect(code).toBe(1);
    });
  });
});
