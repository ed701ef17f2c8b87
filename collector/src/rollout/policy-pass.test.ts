import { AssayError, encodeReport, ok, type Signals } from '@assay/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBackground } from '../background.ts';
import { createFleet } from '../fleet.ts';
import { type Backlog, createBacklog } from '../gateway/backlog.ts';
import { createJudge, type Judging } from '../judge.ts';
import { loadPolicy } from '../policy/load.ts';
import type { Policy } from '../policy/policy.ts';
import { builtInOsEol } from '../reference-values/os-eol.ts';
import { createStages } from '../stages.ts';
import type { Commit } from '../store/report-log.ts';
import { openTestWorld, type TestWorld } from '../test-world.ts';
import { createPolicyPass } from './policy-pass.ts';

// Store, fleet and judge are real; what agents have under way is a backlog that the tests fill.
const AT = Date.UTC(2026, 0, 5);
const DEVICES = 60;
const MESSAGE = 100;

const policyText = (name: string, pass: string) =>
  JSON.stringify({
    ...{ policy: name, tiers: { trusted: 80, limited: 50 }, evidence_max_age: '24h' },
    checks: [{ id: 'c', title: 'T', pass, weight: 1, required: true, explain: 'E' }],
  });
const signals: Signals = {
  firewall: { ...ok({ enabled: true, backend: 'b', evidence: [] }), observedAt: AT },
};
const harsh = loadPolicy(policyText('harsh', 'tpm.version == "2.0"'), 'harsh.yaml');

let world: TestWorld;
let devices: string[];
let live: Backlog;
/** As they became durable. */
let written: Commit[];
let errors: unknown[];

beforeEach(async () => {
  world = await openTestWorld(policyText('lax', 'firewall.enabled'), AT);
  devices = [];
  for (let i = 0; i < DEVICES; i++) devices.push(await world.enroll());
  for (const id of devices) await world.report(id, signals);
  live = createBacklog(10_000);
  written = [];
  errors = [];
});
afterEach(() => world.close());

/** Judges under the other policy from now on. @param onWritten told of each device after its commit */
function openPass(
  onWritten: (commit: Commit) => void = () => {},
  fleet = world.fleet,
  { policy, onMoved }: { policy: Policy; onMoved(id: string): void } = { policy: harsh, onMoved() {} },
) {
  const { store } = world;
  const clock = { now: () => AT + 1000 };
  const judging: Judging = {
    ...{ policy, osEol: builtInOsEol, vendors: {}, stages: createStages() },
    excuses: { of: () => [], breakGlass: () => null },
    publisher: { planDeliveries: () => [], enqueue() {} },
    store: {
      async appendCommit(commit) {
        await store.appendCommit(commit);
        written.push(commit);
        onWritten(commit);
      },
    },
    onAssessed() {},
  };
  const judge = createJudge(judging);
  const pass = createPolicyPass({
    ...{ fleet, store, judge, clock, onError: (error) => errors.push(error) },
    background: createBackground(live, { patienceMs: 60_000, restMs: 0 }),
    policy: () => policy,
    onMoved,
  });
  /** A second report of a device, while it counts as under way. */
  const report = async (id: string) => {
    live.add(MESSAGE);
    await fleet.with(id, async (device) => {
      if (!device) throw new Error('no device');
      const said = { nonce: Buffer.alloc(32), bootId: 'b', createdAt: AT, lost: null, signals };
      const payload = encodeReport({ deviceId: id, number: 2, ...said });
      const evidence = { number: 2, keyId: Buffer.alloc(32), payload, signature: Buffer.alloc(64) };
      await judge(device, { at: AT + 1000, signals, evidence, identity: null, agentVersion: null });
    });
    live.done(MESSAGE);
  };
  return { pass, report };
}

const left = () => world.store.countUnderOtherPolicy(harsh.hash);

it('judges what agents report meanwhile before the rest of the fleet', async () => {
  const reporting: Promise<void>[] = [];
  const last = devices.slice(-3);
  const { pass, report } = openPass(() => {
    if (written.length === 10) reporting.push(...last.map(report));
  });
  pass.start();
  await pass.done();
  await Promise.all(reporting);
  const places = written.flatMap(({ evidence }, i) => (evidence ? [i] : []));
  expect(places).toHaveLength(3);
  // What was on its way when they came, and not the fifty that were left.
  expect(Math.max(...places)).toBeLessThan(25);
  expect(pass.progress()).toMatchObject({ running: false, total: DEVICES, done: DEVICES });
});

it('judges each device once, and those that reported meanwhile not again', async () => {
  const reporting: Promise<void>[] = [];
  const { pass, report } = openPass(({ evidence }) => {
    if (!evidence && written.length % 10 === 0)
      reporting.push(report(devices[DEVICES - written.length] ?? ''));
  });
  pass.start();
  await pass.done();
  await Promise.all(reporting);
  expect(await left()).toBe(0);
  const inBackground = written.filter(({ evidence }) => !evidence).map(({ deviceId }) => deviceId);
  const reported = new Set(written.filter(({ evidence }) => evidence).map(({ deviceId }) => deviceId));
  expect(new Set(inBackground).size).toBe(inBackground.length);
  expect(new Set([...inBackground, ...reported])).toEqual(new Set(devices));
  for (const id of devices) {
    const numbers = written
      .filter(({ deviceId }) => deviceId === id)
      .map(({ evidence }) => evidence?.number ?? 1);
    expect(numbers).toEqual(numbers.toSorted());
  }
});

it('goes on after a restart with those that nobody got to', async () => {
  const first = openPass(() => {
    if (written.length === 20) void first.pass.stop();
  });
  first.pass.start();
  expect(first.pass.progress()).toMatchObject({ running: true });
  await first.pass.done();
  const before = written.length;
  expect(before).toBeLessThan(DEVICES);
  expect(await left()).toBe(DEVICES - before);

  await world.restart();
  const { pass } = openPass();
  pass.start();
  await pass.done();
  expect(pass.progress()).toMatchObject({ running: false, total: DEVICES - before, done: DEVICES - before });
  expect(new Set(written.map(({ deviceId }) => deviceId)).size).toBe(DEVICES);
  expect(written).toHaveLength(DEVICES);
  expect(await left()).toBe(0);
});

it('goes on where one device cannot be read any more, and says so', async () => {
  const damaged = devices[3] ?? '';
  const { store } = world;
  // As a store says it of a call that is at fault by itself (store/contract.test.ts).
  const fleet = createFleet({
    device: (id) => (id === damaged ? Promise.reject(new AssayError('internal', 'no')) : store.device(id)),
  });
  const { pass } = openPass(() => {}, fleet);
  pass.start();
  await pass.done();
  await pass.stop();
  expect(errors).toMatchObject([{ code: 'internal' }]);
  expect(await store.devicesUnderOtherPolicy({ hash: harsh.hash, after: '', limit: 9 })).toEqual([damaged]);
});

it.each([
  ['observed', { stage: 'observe' }, 0],
  ['warned of', { stage: 'warn' }, DEVICES],
  ['in grace', { grace: '1h' }, DEVICES],
])('agents hear at once of what is %s, where they are told of it', async (_, fields, times) => {
  const check = { title: 'T', weight: 1, explain: 'E' };
  const policy = loadPolicy(
    JSON.stringify({
      ...{ policy: 'next', tiers: { trusted: 80, limited: 50 }, evidence_max_age: '24h' },
      checks: [
        { id: 'c', pass: 'firewall.enabled', ...check },
        { id: 'next', pass: 'tpm.version == "2.0"', ...check, ...fields },
      ],
    }),
    'next.yaml',
  );
  const moved: string[] = [];
  const { pass } = openPass(undefined, undefined, { policy, onMoved: (id) => moved.push(id) });
  pass.start();
  await pass.done();
  expect(moved).toHaveLength(times);
});
