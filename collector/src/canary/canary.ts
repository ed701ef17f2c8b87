import { hash, randomUUID } from 'node:crypto';
import { type Clock, VERSION } from '@assay/shared';
import type { CanaryView } from '@assay/shared/api';
import type { JSONWebKeySet } from 'jose';
import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import type { Store } from '../store/store.ts';
import { canaryPolicy } from './judging.ts';
import { loadCanaryKey } from './key.ts';
import { OBJECTIVE } from './objective.ts';
import { HOSTNAME, type ProbeResult, probe } from './probe.ts';
import { CANARY_TARGET, startCanaryReceiver } from './receiver.ts';
import { type CanaryIdentity, type CanarySession, type OwnDoor, openCanarySession } from './session.ts';
import { createTally } from './tally.ts';

/** A session is opened anew after so many probes, so that the door, TLS and its certificate are looked at as well. */
const PROBES_PER_SESSION = 20;
/** One lost probe is a hiccup, two are a state. */
const FAILURES_TO_FAIL = 2;
const RECENT = 60;
const SAVE_EVERY_MS = 60_000;
const PATIENCE = { leastMs: 5000, mostMs: 10_000 } as const;

export interface CanaryServices {
  keysDir: string;
  /** Between two probes, s; 0: there is none. */
  intervalS: number;
  /** Issuer of SETs, and what verifies them. */
  issuer: string;
  jwks: JSONWebKeySet;
  door: OwnDoor;
  store: Pick<
    Store,
    'canaryId' | 'keepCanary' | 'device' | 'keepPolicyVersion' | 'addProbes' | 'probesSince' | 'pruneCanary'
  >;
  clock: Clock;
  log: Logger;
}

/** The collector's own device: it measures, all the time, the way from a report to a target that was told. */
export interface Canary {
  /** Its device; null: there never was one. */
  readonly deviceId: string | null;
  /** What publishes to it alone; none while it is off. */
  targets: { id: string; name: string; kind: string; config: Record<string, unknown> }[];
  /** Whether a hello is its own, by what only this process knows. */
  isOwn(bootId: string): boolean;
  status(): CanaryView;
  /** Since when no probe gets through, how far they come and why; null: they do. */
  failing(): { since: number; reason: string } | null;
  /** Each probe's result, as it comes. */
  onProbe(listener: (result: ProbeResult) => void): void;
  /** Once the collector listens. */
  start(): void;
  stop(): Promise<void>;
}

/** Makes its key, its device and its receiver where they are missing. */
export async function openCanary(services: CanaryServices): Promise<Canary> {
  const { intervalS, store, clock, log } = services;
  if (intervalS === 0) return switchedOff(await store.canaryId());
  const identity = await identify(services);
  const { deviceId } = identity;
  const receiver = await startCanaryReceiver(services.issuer, services.jwks);
  const tally = createTally(store, clock);
  const listeners: ((result: ProbeResult) => void)[] = [];
  const recent: CanaryView['recent'] = [];
  const timeoutMs = Math.min(Math.max(intervalS * 1000, PATIENCE.leastMs), PATIENCE.mostMs);

  let session: { opening: Promise<CanarySession>; cut: AbortController; probes: number } | null = null;
  let failures: { count: number; since: number } = { count: 0, since: 0 };
  let lastFailure: CanaryView['lastFailure'] = null;
  let timer: NodeJS.Timeout | undefined;
  let saver: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const stop = new AbortController();

  function currentSession(): Promise<CanarySession> {
    if (session && session.probes >= PROBES_PER_SESSION) leave();
    if (!session) {
      const cut = new AbortController();
      session = { opening: openCanarySession(services.door, identity, cut.signal), cut, probes: 0 };
    }
    session.probes++;
    return session.opening;
  }

  /** The next probe opens another one. */
  function leave(): void {
    const left = session;
    session = null;
    left?.opening.then((open) => open.close()).catch(() => {});
  }

  async function once(): Promise<void> {
    const at = clock.now();
    const result = await probe({ deviceId, receiver, session: currentSession, timeoutMs, stop: stop.signal });
    if (stop.signal.aborted) return;
    took(result, at);
    if (result.result !== 'failed' || result.step === 'tell') return;
    session?.cut.abort();
    session = null;
  }

  function took(result: ProbeResult, at: number): void {
    tally.count(result.result);
    const failed = result.result === 'failed' ? result : null;
    recent.push({ at, toldMs: 'toldMs' in result ? result.toldMs : null });
    if (recent.length > RECENT) recent.shift();
    if (failed) {
      const { step, reason } = failed;
      lastFailure = { at, step, reason };
      failures = { count: failures.count + 1, since: failures.count === 0 ? at : failures.since };
      if (failures.count === 1) log.warn({ step, reason }, 'the canary was not heard');
    } else failures = { count: 0, since: 0 };
    for (const listener of listeners) listener(result);
  }

  function later(ms: number): void {
    timer = setTimeout(() => {
      const from = performance.now();
      running = once()
        .catch((error) => log.error({ err: error }, 'a probe of the canary broke off'))
        .finally(() => {
          if (!stop.signal.aborted) later(Math.max(0, intervalS * 1000 - (performance.now() - from)));
        });
    }, ms);
  }

  const save = () =>
    tally.save().catch((error) => log.warn({ err: error }, "the canary's counts wait to be stored"));
  const isFailing = () => failures.count >= FAILURES_TO_FAIL;

  return {
    deviceId,
    targets: [{ id: CANARY_TARGET, name: CANARY_TARGET, kind: CANARY_TARGET, config: receiver.config }],
    isOwn: (bootId) => bootId === identity.bootId,
    status: () => ({
      state: isFailing() ? 'failing' : recent.length === 0 ? 'starting' : 'ok',
      device: deviceId,
      intervalS,
      objective: OBJECTIVE,
      lastFailure,
      windows: tally.windows(),
      recent,
    }),
    failing: () =>
      isFailing() && lastFailure ? { since: failures.since, reason: lastFailure.reason } : null,
    onProbe: (listener) => void listeners.push(listener),
    start() {
      void save();
      later(0);
      saver = setInterval(save, SAVE_EVERY_MS);
      saver.unref();
    },
    async stop() {
      stop.abort();
      clearTimeout(timer);
      clearInterval(saver);
      leave();
      await running;
      await save();
      await receiver.close();
    },
  };
}

async function identify({ keysDir, store, clock }: CanaryServices): Promise<CanaryIdentity> {
  const signer = loadCanaryKey(keysDir);
  const { keyId, spki: publicKey, algorithm: keyAlgorithm } = signer.publicKey;
  const now = clock.now();
  const key = { keyId, publicKey, keyAlgorithm };
  const deviceId = await store.keepCanary({
    ...{ id: uuidv7(), ...key, hostname: HOSTNAME, agentVersion: VERSION, at: now },
  });
  const { policy, source } = canaryPolicy();
  await store.keepPolicyVersion({ version: { hash: policy.hash, name: policy.name, source }, at: now });
  const newest = (await store.device(deviceId))?.newest;
  const last = newest ? { number: newest.number, digest: hash('sha256', newest.payload, 'buffer') } : null;
  return { deviceId, signer, bootId: randomUUID(), last };
}

const switchedOff = (deviceId: string | null): Canary => ({
  deviceId,
  targets: [],
  isOwn: () => false,
  status: () => ({
    ...{ state: 'off', device: deviceId, intervalS: 0, objective: OBJECTIVE },
    ...{ lastFailure: null, windows: [], recent: [] },
  }),
  failing: () => null,
  onProbe() {},
  start() {},
  async stop() {},
});
