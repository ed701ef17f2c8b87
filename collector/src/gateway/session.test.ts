import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { createSigner, ERRORS, encodeHello, encodeReport, LIMITS, signEnvelope } from '@assay/shared';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLifecycle } from '../enrollment/lifecycle.ts';
import { createExemptionBook } from '../exemptions/book.ts';
import { createFleet } from '../fleet.ts';
import { createJudge } from '../judge.ts';
import { loadPolicy } from '../policy/load.ts';
import { builtInOsEol } from '../reference-values/os-eol.ts';
import { createStages } from '../stages.ts';
import type { Commit } from '../store/report-log.ts';
import { makeStoredDevice } from '../store/test-records.ts';
import { createBacklog } from './backlog.ts';
import { createLiveSessions } from './live-sessions.ts';
import { openSession } from './session.ts';
import type { SessionServices } from './session-services.ts';
import { createTestSocket, type TestSocket } from './test-socket.ts';

const DEVICE = '0199a4de-0000-7000-8000-000000000001';
const COLLECTOR = randomUUID();
const policy = loadPolicy(
  readFileSync(join(import.meta.dirname, '../policy/built-in/baseline.yaml'), 'utf8'),
  'baseline',
);
const signer = createSigner(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, 'file');

/** One enrolled device, and a store whose commits last until they are let through. */
function createWorld() {
  const commits: { commit: Commit; finish(): void }[] = [];
  const appendCommit = (commit: Commit) =>
    new Promise<void>((resolve) => commits.push({ commit, finish: resolve }));
  const counted: (string | undefined)[] = [];
  const fleet = createFleet({
    device: async (id) => (id === DEVICE ? makeStoredDevice(DEVICE, signer) : null),
  });
  const clock = { now: () => Date.UTC(2026, 0, 5) };
  const stages = createStages();
  const judge = createJudge({
    policy,
    osEol: builtInOsEol,
    vendors: {},
    excuses: createExemptionBook([], []),
    stages,
    store: { appendCommit },
    publisher: { planDeliveries: () => [], enqueue: () => {} },
    onAssessed: () => {},
  });
  const devices = {
    fleet,
    judge,
    clock,
    store: {
      applyLifecycle: async () => {},
      conflictsOf: async () => [],
      conflict: async () => null,
      deviceKeys: async () => [],
    },
    onChanged: () => {},
    endSession: () => {},
  };
  const services: SessionServices = {
    collectorId: COLLECTOR,
    fleet,
    store: {
      devicesWithHardware: async () => [],
      enroll: async () => ({ result: 'token_unknown' }),
      rotateKey: async () => 'rotated',
      appendOffline: async () => ({ result: 'stored' }),
    },
    devices,
    lifecycle: createLifecycle(devices),
    judge,
    clock,
    stages,
    live: createLiveSessions(),
    intervals: { reportS: 60, fullReportS: 3600 },
    log: pino({ level: 'silent' }),
    backlog: createBacklog(1_000_000),
    random: () => 0,
    onConnection: () => {},
    onEnrolled: () => {},
    count: (event, code) => counted.push(code ?? event),
    canary: { isOwn: () => false, stages: createStages() },
    onSeen: () => {},
  };
  return { services, commits, counted };
}

const connect = (services: SessionServices): TestSocket => {
  const test = createTestSocket();
  openSession(test.socket, services, () => {});
  return test;
};

function nonceOf({ received }: TestSocket): Uint8Array {
  const [challenge] = received;
  if (challenge?.type !== 'challenge') throw new Error('expected a challenge first');
  return challenge.nonce;
}

async function hello(test: TestSocket) {
  const payload = encodeHello({
    deviceId: DEVICE,
    nonce: nonceOf(test),
    collectorId: COLLECTOR,
    agentVersion: '0.1.0',
    bootId: 'boot',
    lastReport: null,
    trial: false,
  });
  return { type: 'hello', envelope: await signEnvelope('hello', payload, signer) } as const;
}

async function report(test: TestSocket, number: number) {
  const fields = {
    deviceId: DEVICE,
    nonce: nonceOf(test),
    bootId: 'boot',
    createdAt: 0,
    lost: null,
    signals: {},
  };
  const payload = encodeReport({ ...fields, number });
  return { type: 'report', envelope: await signEnvelope('report', payload, signer) } as const;
}

const last = ({ received }: TestSocket) => received.at(-1);
const acked = ({ received }: TestSocket) =>
  received.flatMap((message) => (message.type === 'ack' ? message.reportNumber : []));

/** On a busy machine too: nothing here is about time. */
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 20_000 });

async function open(services: SessionServices): Promise<TestSocket> {
  const test = connect(services);
  test.deliver(await hello(test));
  await eventually(() => expect(last(test)?.type).toBe('welcome'));
  return test;
}

describe('the handshake', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => vi.useRealTimers());

  test('is given up when nothing came in time', () => {
    const { services, counted } = createWorld();
    const silent = connect(services);
    vi.advanceTimersByTime(LIMITS.handshakeTimeoutMs - 1);
    expect(silent.closed).toBeNull();
    vi.advanceTimersByTime(1);
    expect(silent.closed).toEqual({ code: ERRORS.handshake_timeout.close, reason: 'handshake_timeout' });
    expect(last(silent)).toMatchObject({ type: 'refusal', code: 'handshake_timeout', retry: true });
    expect(counted).toEqual(['handshake_timeout']);
  });

  test('has no time limit once it is done', async () => {
    const { services } = createWorld();
    const test = await open(services);
    vi.advanceTimersByTime(LIMITS.handshakeTimeoutMs * 10);
    expect(test.closed).toBeNull();
  });

  test('counts nothing when the agent went away by itself', () => {
    const { services, counted } = createWorld();
    connect(services).disconnect();
    vi.advanceTimersByTime(LIMITS.handshakeTimeoutMs * 10);
    expect(counted).toEqual([]);
  });
});

describe('back-pressure', () => {
  test('the socket is read no further while as many reports as allowed wait for the store', async () => {
    const { services, commits } = createWorld();
    const test = await open(services);
    for (let number = 1; number < LIMITS.maxUnackedReports; number++)
      test.deliver(await report(test, number));
    expect(test.socket.isPaused).toBe(false);
    test.deliver(await report(test, LIMITS.maxUnackedReports));
    expect(test.socket.isPaused).toBe(true);

    await eventually(() => expect(commits).toHaveLength(1));
    commits[0]?.finish();
    await eventually(() => expect(test.socket.isPaused).toBe(false));
  });

  test('nothing is acknowledged before it is durable, and everything in its order', async () => {
    const { services, commits } = createWorld();
    const test = await open(services);
    for (let number = 1; number <= 3; number++) test.deliver(await report(test, number));
    for (let number = 1; number <= 3; number++) {
      await eventually(() => expect(commits).toHaveLength(number));
      expect(acked(test)).toHaveLength(number - 1);
      commits[number - 1]?.finish();
    }
    await eventually(() => expect(acked(test)).toEqual([1, 2, 3]));
  });
});

describe('a newer session of the same device', () => {
  test('closes the older one', async () => {
    const { services } = createWorld();
    const older = await open(services);
    await open(services);
    expect(older.closed).toEqual({ code: ERRORS.superseded.close, reason: 'superseded' });
    expect(services.live.size).toBe(1);
  });

  test('is told a last number that no report of the older one can overtake', async () => {
    const { services, commits } = createWorld();
    const older = await open(services);
    const newer = connect(services);
    // While time's own look at the device is being stored, the newer hello waits for it, and a report behind that.
    const look = Promise.withResolvers<void>();
    const looked = services.fleet.with(DEVICE, () => look.promise);
    newer.deliver(await hello(newer));
    await setImmediate();
    older.deliver(await report(older, 1));
    await setImmediate();
    look.resolve();
    await looked;
    await eventually(() => expect(last(newer)).toMatchObject({ type: 'welcome', lastReportNumber: 0 }));

    newer.deliver(await report(newer, 1));
    await eventually(() => expect(commits).toHaveLength(1));
    commits[0]?.finish();
    await eventually(() => expect(acked(newer)).toEqual([1]));
    expect(older.closed?.reason).toBe('superseded');
  });
});
