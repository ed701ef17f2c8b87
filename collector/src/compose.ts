import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { AssayError, type Assessment, systemClock, VERSION } from '@assay/shared';
import type { Logger } from 'pino';
import { loadAdminToken } from './admin-token.ts';
import { accessRoutes, createSignInCodes, requireAccess } from './api/access.ts';
import { deviceRoutes } from './api/devices.ts';
import { enrollmentRoutes } from './api/enrollment.ts';
import { liveRoutes } from './api/live.ts';
import { publicRoutes } from './api/public.ts';
import { type Api, createApi } from './api/server.ts';
import { targetRoutes } from './api/targets.ts';
import { createChanges } from './changes.ts';
import { type CollectorConfig, prepareDataDir } from './config.ts';
import { type IssuedToken, issueToken, type TokenRequest } from './enrollment/issue-token.ts';
import { createFleet, type Device } from './fleet.ts';
import { createLiveSessions } from './gateway/live-sessions.ts';
import { openGateway } from './gateway/server.ts';
import { digestOf } from './ingest.ts';
import type { Judging } from './judge.ts';
import { loadSigningKeys } from './keys/signing-keys.ts';
import { loadTlsIdentity } from './keys/tls-identity.ts';
import { createMetrics } from './metrics.ts';
import { loadPolicy } from './policy/load.ts';
import type { Policy } from './policy/policy.ts';
import { createPublisher } from './publish/publisher.ts';
import { targetKinds } from './publish/registry.ts';
import { createReassessor } from './reassess.ts';
import { builtInOsEol } from './reference-values/os-eol.ts';
import { createSightings } from './sightings.ts';
import { openSqliteStore } from './store/sqlite/sqlite-store.ts';

const BASELINE = join(import.meta.dirname, 'policy/baseline.yaml');
const CONSOLE_DIR = join(import.meta.dirname, '../console/dist');
const DRAIN_MS = 5000;

/** A running collector. */
export interface Collector {
  url: string;
  /** PEM file of the CA that issued the server's certificate. */
  caFile: string;
  adminToken: string;
  /** Address of the console with a one-time sign-in. */
  signInUrl(): string;
  createEnrollmentToken(request: TokenRequest): Promise<IssuedToken>;
  isEnrolled(deviceId: string): Promise<boolean>;
  /** After an assessment is durable. Gives out how to stop. */
  onAssessed(listener: (device: Device, assessment: Assessment) => void): () => void;
  /** Stops taking in, finishes what was begun, closes. */
  close(): Promise<void>;
}

/**
 * Starts a collector: the only place with the real clock, sockets, store and keys.
 * @throws AssayError `data_dir_unusable`, `database_corrupt`, `database_newer`, `policy_invalid` or `port_taken`
 */
export async function startCollector(config: CollectorConfig, log: Logger): Promise<Collector> {
  const clock = systemClock;
  prepareDataDir(config.dataDir);
  const policy = readPolicy(config.policyFile);
  const store = await openSqliteStore(join(config.dataDir, 'assay.db'));
  const publicHost = config.publicUrl ? [new URL(config.publicUrl).hostname] : [];
  const keysDir = join(config.dataDir, 'keys');
  const tls = await loadTlsIdentity(keysDir, publicHost, clock.now());
  const signingKeys = await loadSigningKeys(keysDir);
  const collectorId = await store.setOnce({ key: 'collector_id', value: crypto.randomUUID() });
  const adminToken = await loadAdminToken(config.dataDir, store, clock.now());

  const app = await createApi(tls, log);
  // The address is in every SET, so it must be known before the first request.
  const port = config.port || (await freePort(config.host));
  const url = config.publicUrl ?? `https://${config.host}:${port}`;

  const changes = createChanges();
  const live = createLiveSessions();
  const fleet = createFleet(store, digestOf);
  const sightings = createSightings(store, clock);
  const listeners = new Set<(device: Device, assessment: Assessment) => void>();
  const metrics = createMetrics({
    sessions: () => live.size,
    queued: () => publisher.status().reduce((sum, { health }) => sum + (health?.queued ?? 0), 0),
  });
  const publisher = createPublisher({
    outbox: {
      pending: (targetId, limit) => store.pendingDeliveries({ targetId, limit }),
      record: (attempt) => store.recordAttempt(attempt),
    },
    services: { issuer: url, signSet: (claims, alg) => signingKeys.sign(claims, alg, 'secevent+jwt') },
    clock,
    random: Math.random,
    kinds: targetKinds,
    onAttempt: ({ targetId, answer }, { deviceId }) => {
      metrics.delivered(targetId, answer.result);
      changes.announce({ kind: 'delivery', device: deviceId });
    },
  });
  const judging: Judging = {
    policy,
    osEol: builtInOsEol,
    clock,
    store,
    publisher,
    onAssessed(device, assessment) {
      changes.announce({ kind: 'assessment', device: device.record.id });
      for (const listener of listeners) listener(device, assessment);
    },
  };
  const reassessor = createReassessor(fleet, store, judging, (error) =>
    log.error({ err: error }, 'reassess failed'),
  );

  const tokens = { store, clock, collector: { url, caPin: tls.caPin } };
  const codes = createSignInCodes(clock);
  const access = { store, codes, clock, collector: { version: VERSION, id: collectorId } };
  await accessRoutes(app, access);
  await app.register(async (guarded) => {
    const api = guarded as unknown as Api;
    api.addHook('onRequest', requireAccess(access));
    deviceRoutes(api, { store, live, policy, lastSeen: sightings.last });
    targetRoutes(api, { store, publisher, kinds: targetKinds, clock });
    enrollmentRoutes(api, tokens);
    liveRoutes(api, changes);
  });
  await publicRoutes(app, {
    issuer: url,
    caPem: tls.caPem,
    signingKeys,
    metrics,
    consoleDir: CONSOLE_DIR,
    notReady: () =>
      store.targets().then(
        () => null,
        (error: Error) => error.message,
      ),
  });

  await publisher.setTargets(await store.targets());
  const gateway = openGateway(app.server, {
    collectorId,
    fleet,
    store,
    judging,
    live,
    intervals: { reportS: config.reportIntervalS, fullReportS: config.fullReportIntervalS },
    log,
    count: metrics.count,
    onSeen: sightings.seen,
    onConnection: (device) => changes.announce({ kind: 'connection', device }),
    onEnrolled: (device) => changes.announce({ kind: 'enrollment', device }),
  });
  await listen(app, config.host, port);
  publisher.start();
  reassessor.start();

  return {
    url,
    caFile: tls.caFile,
    adminToken,
    signInUrl: () => `${url}/sign-in#code=${codes.create()}`,
    createEnrollmentToken: (request) => issueToken(request, tokens),
    isEnrolled: async (deviceId) => (await store.device(deviceId)) !== null,
    onAssessed(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await gateway.drain(DRAIN_MS);
      await reassessor.stop();
      await app.close();
      await publisher.stop();
      await sightings.stop();
      await store.close();
    },
  };
}

function readPolicy(file: string | null): Policy {
  const name = file ?? 'baseline.yaml';
  try {
    return loadPolicy(readFileSync(file ?? BASELINE, 'utf8'), name);
  } catch (cause) {
    throw new AssayError('policy_invalid', `cannot use the policy ${name}: ${(cause as Error).message}`, {
      cause,
    });
  }
}

async function freePort(host: string): Promise<number> {
  const probe = createServer().listen(0, host);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function listen(app: Api, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port, backlog: 4096 });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw new AssayError(
      'port_taken',
      `port ${port} on ${host} is taken by another process: end it, or choose another with --port`,
      { cause },
    );
  }
}
