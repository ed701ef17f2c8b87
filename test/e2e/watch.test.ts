import { type Signals, unknown } from '@assay/shared';
import type { Health } from '@assay/shared/api';
import { pino } from 'pino';
import { Agent, fetch } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { createBackground } from '../../collector/src/background.ts';
import { createDeviceWatch } from '../../collector/src/health/device-watch.ts';
import type { Judge } from '../../collector/src/judge.ts';
import { createPublisher, type Publisher } from '../../collector/src/publish/publisher.ts';
import { targetKinds } from '../../collector/src/publish/registry.ts';
import { makeChange } from '../../collector/src/publish/test-doubles.ts';
import { createReassessor, type Reassessor } from '../../collector/src/reassess.ts';
import { watchSelf } from '../../collector/src/self-watch.ts';
import { posture } from '../helpers/posture.ts';
import { openRawSession } from '../helpers/raw-agent.ts';
import { startTestCollector } from '../helpers/test-collector.ts';
import { createLane, openSession, report1 } from '../mutations/lane.ts';
import { createWorld, type World } from '../mutations/world.ts';
import { startWebhookReceiver } from '../receivers/webhook-receiver.ts';

const SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
const log = pino({ level: 'silent' });
const calmLoop = { longestMs: () => 0 };

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of closing.splice(0).reverse()) await step();
});

async function openWorld(): Promise<World> {
  const world = await createWorld();
  closing.push(() => world.close());
  return world;
}

function reassessorOf(world: World, onAssessed: () => void): Reassessor {
  const { fleet, clock } = world.services;
  const judge: Judge = async (device, step) => {
    const assessment = await world.services.judge(device, step);
    onAssessed();
    return assessment;
  };
  const reassessor = createReassessor(
    fleet,
    world.store,
    { judge, clock, background: createBackground(), onMoved() {} },
    () => {},
  );
  closing.push(() => reassessor.stop());
  return reassessor;
}

function watchOf(world: World, parts: { reassessor?: Reassessor; publisher?: Publisher }) {
  const clock = { now: () => world.now };
  const watch = watchSelf({
    store: world.store,
    reassessor: parts.reassessor ?? { behindMs: () => 0 },
    publisher: parts.publisher ?? { status: () => [] },
    loop: calmLoop,
    breakGlass: () => null,
    canary: { failing: () => null },
    devices: createDeviceWatch(clock, 60),
    clock,
    log,
  });
  closing.push(watch.stop);
  return watch;
}

const codes = (health: { problems: { code: string }[] }) => health.problems.map(({ code }) => code);

describe('within a minute it shows', () => {
  it('that the collector stopped assessing', async () => {
    const world = await openWorld();
    const watch = watchOf(world, { reassessor: reassessorOf(world, () => {}) });
    expect(watch.current().status).toBe('ready');
    // Its timer never fires: it was not started.
    world.now += 60_000;
    expect(watch.current()).toMatchObject({ status: 'degraded', problems: [{ code: 'assessing_behind' }] });
  });

  it('that a target hangs, and which one', async () => {
    const world = await openWorld();
    const receiver = await startWebhookReceiver({ secret: SECRET });
    receiver.behave({ kind: 'hang' }, Number.POSITIVE_INFINITY);
    const publisher = createPublisher({
      outbox: { pending: async () => [], record: async () => {} },
      services: { issuer: 'https://collector.example', signSet: async () => '' },
      clock: { now: () => world.now },
      random: () => 0.5,
      kinds: targetKinds,
      onAttempt() {},
    });
    closing.push(
      () => receiver.close(),
      () => publisher.stop(),
    );
    const config = { url: receiver.url, secret: SECRET };
    await publisher.setTargets([{ id: 'one', name: 'siem', kind: 'webhook', config }]);
    publisher.start();
    await publisher.drain();
    publisher.enqueue(publisher.planDeliveries(makeChange({ at: world.now })));
    const watch = watchOf(world, { publisher });
    expect(codes(watch.current())).toEqual([]);
    world.now += 60_000;
    const [problem] = watch.current().problems;
    expect(problem).toMatchObject({ code: 'target_stuck', text: expect.stringContaining('target siem') });
  });

  it('that probes of a device hang: in /readyz, /metrics and to whoever is signed in', async () => {
    const world = await startTestCollector();
    closing.push(() => world.close());
    const dispatcher = new Agent({ connect: { ca: world.door.ca } });
    closing.push(() => dispatcher.close());
    const get = async (path: string, headers = {}) =>
      (await fetch(world.door.url + path, { dispatcher, headers })).text();
    const session = await openRawSession(world.door, await world.enroll());
    expect(JSON.parse(await get('/readyz'))).toEqual({ status: 'ready', reasons: [] });

    const hanging: Signals = {
      ...posture({ encrypted: true }),
      tpm: { ...unknown('timeout', 'no answer within 5000 ms'), observedAt: Date.now() },
    };
    await session.report(1, hanging);
    expect(JSON.parse(await get('/readyz'))).toEqual({ status: 'ready', reasons: ['probes_hanging'] });
    expect(await get('/metrics')).toContain('\nassay_devices_with_hanging_probes 1\n');
    expect(await get('/metrics')).toContain('\nassay_health_problems{code="probes_hanging"} 1\n');
    // Each stage of that one report was measured.
    for (const stage of ['wait', 'verify', 'decode', 'assess', 'commit', 'ack', 'report']) {
      expect(await get('/metrics')).toContain(`\nassay_stage_seconds_count{stage="${stage}"} 1\n`);
      expect(await get('/metrics')).toContain(`\nassay_stage_seconds_bucket{stage="${stage}",le="+Inf"} 1\n`);
    }
    const authorization = `Bearer ${world.collector.adminToken}`;
    const health = JSON.parse(await get('/api/v1/health', { authorization })) as Health;
    expect(codes(health)).toEqual(['probes_hanging']);
    expect(health.support_data).toMatchObject({
      as_of: expect.stringMatching(/^20\d\d-/),
      old: expect.any(Boolean),
    });
    await session.report(2, posture({ encrypted: true }));
    expect(JSON.parse(await get('/readyz'))).toEqual({ status: 'ready', reasons: [] });
    await session.close();
  });
});

it('silence lowers the verdict when the policy says so, and the device is told why', async () => {
  const world = await openWorld();
  const lane = await createLane(world, 'ES256');
  const session = await openSession(lane);
  await report1(lane, session);
  const before = await world.store.device(lane.device.deviceId);
  expect(before?.assessment?.tier).toBe('trusted');

  const { promise: judgedAgain, resolve } = Promise.withResolvers<void>();
  let left = 2; // The lane's other device grows stale as well.
  const reassessor = reassessorOf(world, () => {
    if (--left === 0) resolve();
  });
  world.now = (before?.assessment?.validUntil ?? 0) + 1;
  reassessor.start();
  await judgedAgain;

  const after = await world.store.device(lane.device.deviceId);
  expect(after?.assessment?.tier).toBe('untrusted');
  expect(after?.cause).toMatchObject({
    kind: 'time',
    text: expect.stringContaining('older than the policy accepts'),
  });
  const explain = after?.assessment?.checks.find(({ outcome }) => outcome === 'unknown')?.explain;
  expect(explain).toContain('The newest report is older than the policy accepts, 24 h at most');
  session.connection.socket.hangUp();
});
