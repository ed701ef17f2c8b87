import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AssayError, encodeReport, ok, parseJoinString, type Signals } from '@assay/shared';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBackground } from '../background.ts';
import { openStore } from '../engine.ts';
import { issueToken } from '../enrollment/issue-token.ts';
import { createFleet, type Device } from '../fleet.ts';
import { createJudge, type Judge } from '../judge.ts';
import { builtInOsEol } from '../reference-values/os-eol.ts';
import { createStages } from '../stages.ts';
import type { Store } from '../store/store.ts';
import { makeNewDevice } from '../store/test-records.ts';
import { type ActivePolicy, openActivePolicy } from './active-policy.ts';
import type { Effect } from './effect.ts';
import { createPolicyPass, type PolicyPass } from './policy-pass.ts';
import { createRollouts, type Rollouts, versionBefore } from './rollouts.ts';

// Everything is real but the plan, which says that nobody will fall: what no plan can know is what comes after it.
const DEVICES = 40;
const NOBODY: Effect = {
  ...{ devices: DEVICES, newlyUntrusted: 0, worse: 0, better: 0 },
  ...{ groups: [], checks: [], flips: [] },
};
const AT = Date.UTC(2026, 0, 5);

const policyText = (name: string, ...conditions: string[]) =>
  JSON.stringify({
    ...{ policy: name, tiers: { trusted: 80, limited: 50 }, evidence_max_age: '24h' },
    checks: conditions.map((pass, i) => ({
      id: `c${i}`,
      title: 'T',
      pass,
      weight: 1,
      required: true,
      explain: 'E',
    })),
  });
const LAX = policyText('lax', 'firewall.enabled');
const HARSH = policyText('harsh', 'firewall.enabled', 'tpm.version == "2.0"');
const signals: Signals = {
  firewall: { ...ok({ enabled: true, backend: 'b', evidence: [] }), observedAt: AT },
};

let dir: string;
let store: Store;
let active: ActivePolicy;
let pass: PolicyPass;
let rollouts: Rollouts;
let devices: string[];
let plan: () => Promise<Effect>;

beforeEach(async () => {
  plan = async () => NOBODY;
  dir = mkdtempSync(join(tmpdir(), 'assay-rollouts-'));
  store = await openStore(join(dir, 'assay.db'));
  const clock = { now: () => Date.now() };
  active = await openActivePolicy(store, clock, {
    given: { file: 'lax', text: LAX },
    builtIn: { file: '', text: '' },
  });
  const fleet = createFleet(store);
  const judge = createJudge({
    get policy() {
      return active.policy;
    },
    ...{ osEol: builtInOsEol, vendors: {}, store, stages: createStages() },
    excuses: { of: () => [], breakGlass: () => null },
    publisher: { planDeliveries: () => [], enqueue() {} },
    onAssessed: ({ change }) => change && rollouts.changed(change),
  });
  const onError = (error: unknown) => {
    throw error;
  };
  pass = createPolicyPass({
    ...{ fleet, store, judge, clock, onError },
    background: createBackground(),
    policy: () => active.policy,
    onMoved() {},
  });
  active.onActivated(() => pass.start());
  rollouts = createRollouts({ store, active, clock, plan: () => plan(), onError });
  devices = await enroll(DEVICES);
  for (const id of devices) await fleet.with(id, (device) => report(device, judge));
});
afterEach(async () => {
  await rollouts.end();
  await pass.stop();
  await store.close();
  rmSync(dir, { recursive: true, force: true });
});

async function enroll(count: number): Promise<string[]> {
  const collector = { url: 'https://collector.example:7443', caPin: 'A'.repeat(43) };
  const services = { store, clock: { now: () => AT }, collector };
  const { joinString } = await issueToken({ uses: count }, services);
  const { token } = parseJoinString(joinString);
  const made = Array.from({ length: count }, () => makeNewDevice(token));
  for (const device of made) expect(await store.enroll(device)).toMatchObject({ result: 'enrolled' });
  return made.map(({ id }) => id);
}

async function report(device: Device | null, judge: Judge): Promise<void> {
  if (!device) throw new Error('no device');
  const head = {
    deviceId: device.record.id,
    nonce: Buffer.alloc(32),
    bootId: 'b',
    createdAt: AT,
    lost: null,
  };
  const payload = encodeReport({ ...head, number: 1, signals });
  const evidence = { number: 1, keyId: Buffer.alloc(32), payload, signature: Buffer.alloc(64) };
  const at = Date.now();
  const facts = { evidence, identity: null, agentVersion: '0.1.0' };
  await judge(device, { at, signals, ...facts });
}

const start = (margin: number, text = HARSH) =>
  rollouts.start(
    {
      ...{ source: { file: 'harsh', text }, by: 'ada', reason: 'a test' },
      ...{ observeMs: null, warnMs: null, margin },
    },
    NOBODY,
  );
const stages = () => active.policy.document.checks.map(({ stage = 'enforce' }) => stage);
const tiers = async () => Promise.all(devices.map(async (id) => (await store.device(id))?.assessment?.tier));
const untrusted = async () => (await tiers()).filter((tier) => tier === 'untrusted').length;

it('halts in the middle of enforcing when more fall than may, and those that fell stand up again', async () => {
  await start(3);
  await rollouts.advance();
  expect(await rollouts.advance()).toMatchObject({ stage: 'enforce', state: 'running', limit: 3 });
  await vi.waitFor(() => expect(rollouts.current()?.state).toBe('halted'), { timeout: 20_000 });
  expect(rollouts.current()?.detail).toMatch(
    /^\d+ devices became untrusted, 0 were planned and at most 3 may$/,
  );
  // A batch was on its way when the fourth fell: not the fleet.
  expect(rollouts.current()?.effect).toBeLessThan(DEVICES / 2);
  expect(active.activation).toMatchObject({ name: 'lax', kind: 'halted', by: 'assay' });
  await pass.done();
  await vi.waitFor(async () => expect(await untrusted()).toBe(0), { timeout: 20_000 });
  expect(await store.countUnderOtherPolicy(active.policy.hash)).toBe(0);
});

it('goes through when as many fall as may, and counts those of before a restart', async () => {
  await start(DEVICES);
  await rollouts.advance();
  await rollouts.advance();
  await vi.waitFor(async () => expect(await untrusted()).toBe(DEVICES), { timeout: 20_000 });
  const again = createRollouts({
    ...{ store, active, clock: { now: () => Date.now() }, plan: async () => NOBODY },
    onError: () => {},
  });
  await again.begin();
  expect(again.current()?.effect).toBe(DEVICES);
  expect(await again.advance()).toMatchObject({ state: 'done', effect: DEVICES });
  await again.end();
});

describe('a rollback', () => {
  const before = () => versionBefore(active.activation, rollouts.current(), store);
  const apply = (name: string, kind: 'applied' | 'rolled_back', text: string) =>
    active.activate({ file: name, text }, { kind, by: 'eve', source: 'api', reason: 'r', planned: null });

  it('goes to the version before the rollout, from any of its stages', async () => {
    const { hash: lax } = active.policy;
    await start(DEVICES);
    expect(await before()).toBe(lax);
    await rollouts.advance();
    await rollouts.advance();
    expect(active.policy.name).toBe('harsh');
    expect(await before()).toBe(lax);
    const { hash: harsh } = active.policy;
    await apply('other', 'applied', policyText('other', 'firewall.enabled', 'true'));
    expect(await before()).toBe(harsh);
  });

  it('goes to the version before the rollout from what ended it, not to its stage', async () => {
    const { hash: lax } = active.policy;
    await start(DEVICES);
    await apply('other', 'applied', policyText('other', 'firewall.enabled', 'true'));
    expect(await before()).toBe(lax);
  });

  it('does not bring back what a rollout has gone back from', async () => {
    const { hash: lax } = active.policy;
    await start(DEVICES);
    await rollouts.advance();
    await rollouts.advance();
    await rollouts.stop('too early', 'grace');
    expect([await before(), active.policy.hash]).toEqual([lax, lax]);
  });
});

it('that somebody stops is ended by them, whoever began it', async () => {
  await start(DEVICES);
  await rollouts.stop('not now', 'grace');
  expect(active.activation).toMatchObject({ kind: 'halted', by: 'grace', reason: 'not now' });
});

it('is overridden by what is applied while it counts, and does not override that', async () => {
  await start(DEVICES);
  await rollouts.advance();
  const other = { file: 'other', text: policyText('other', 'firewall.enabled', 'tpm.version == "1.2"') };
  plan = async () => {
    await active.activate(other, { kind: 'applied', by: 'eve', source: 'api', reason: 'no', planned: null });
    return NOBODY;
  };
  expect(await rollouts.advance()).toMatchObject({
    state: 'stopped',
    detail: 'other came into force instead',
  });
  expect(active.activation.name).toBe('other');
  await rollouts.end();
  expect(await store.lastRollout()).toMatchObject({ state: 'stopped' });
});

it('is refused before anything is written where a stage of it would be no policy', async () => {
  // As many checks as there may be, one of which would stand beside the one that it takes the place of.
  const checks = Array.from({ length: 200 }, () => '!firewall.enabled');
  await expect(start(DEVICES, policyText('large', ...checks))).rejects.toMatchObject({
    code: 'policy_invalid',
  });
  expect([rollouts.current(), await store.lastRollout()]).toEqual([null, null]);
});

it('is not begun where it cannot be written, and can be begun then', async () => {
  const putRollout = vi
    .fn(store.putRollout)
    .mockRejectedValueOnce(new AssayError('store_unavailable', 'full'));
  rollouts = createRollouts({
    ...{ store: { ...store, putRollout }, active, clock: { now: () => Date.now() }, plan },
    onError: () => {},
  });
  await expect(start(DEVICES)).rejects.toMatchObject({ code: 'store_unavailable' });
  expect([rollouts.current(), stages()]).toEqual([null, ['enforce']]);
  expect(await start(DEVICES)).toMatchObject({ state: 'running', stage: 'observe' });
  putRollout.mockRejectedValueOnce(new AssayError('store_unavailable', 'full'));
  await expect(rollouts.advance()).rejects.toMatchObject({ code: 'store_unavailable' });
  expect(rollouts.current()).toMatchObject({ state: 'running', stage: 'observe' });
});

it('brings its stage into force at the next look where that failed the first time', async () => {
  await start(DEVICES);
  const failing: ActivePolicy = {
    get policy() {
      return active.policy;
    },
    get activation() {
      return active.activation;
    },
    onActivated() {},
    activate: vi
      .fn(active.activate)
      .mockRejectedValueOnce(new AssayError('store_unavailable', 'the disk is full')),
  };
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const again = createRollouts({
    ...{ store, active: failing, clock: { now: () => Date.now() }, plan: async () => NOBODY },
    onError: () => {},
  });
  await again.begin();
  await expect(again.advance()).rejects.toMatchObject({ code: 'store_unavailable' });
  expect(stages()).toEqual(['enforce', 'observe']);
  await vi.advanceTimersByTimeAsync(2000);
  vi.useRealTimers();
  await again.end();
  expect(stages()).toEqual(['enforce', 'warn']);
  expect(again.current()).toMatchObject({ state: 'running', stage: 'warn' });
});

it('gives way to a file that the collector was started with, as to any policy that comes into force', async () => {
  await start(DEVICES);
  await rollouts.end();
  const clock = { now: () => Date.now() };
  const given = { file: 'lax', text: LAX };
  const restarted = await openActivePolicy(store, clock, { given, builtIn: { file: '', text: '' } });
  const again = createRollouts({ store, active: restarted, clock, plan, onError: () => {} });
  await again.begin();
  await again.end();
  expect(restarted.activation).toMatchObject({ kind: 'given', name: 'lax' });
  const stopped = { state: 'stopped', detail: 'lax came into force instead' };
  expect(again.current()).toMatchObject(stopped);
  expect(await store.lastRollout()).toMatchObject(stopped);
});

it('halts where this release cannot use its policy, and lets the collector start', async () => {
  await start(DEVICES);
  await rollouts.end();
  const record = await store.lastRollout();
  const hash = `sha256:${'0'.repeat(64)}`;
  await store.keepPolicyVersion({
    version: { hash, name: 'newer', source: 'policy: newer\nmagic: 1\n' },
    at: AT,
  });
  await store.putRollout({ ...(record as NonNullable<typeof record>), candidate: hash });
  const errors: unknown[] = [];
  const again = createRollouts({
    ...{ store, active, clock: { now: () => Date.now() }, plan: async () => NOBODY },
    onError: (error) => errors.push(error),
  });
  await again.begin();
  expect(again.current()).toMatchObject({ state: 'halted', detail: expect.stringContaining('magic') });
  expect(errors).toHaveLength(1);
  await again.end();
});
