import { join } from 'node:path';
import { type AssayError, type Assessment, systemClock, VERSION } from '@assay/shared';
import type { Logger } from 'pino';
import { accessRoutes, createSignInCodes, requireAccess } from './api/access.ts';
import { auditRoutes } from './api/audit.ts';
import { breakGlassRoutes } from './api/break-glass.ts';
import { coverageRoutes } from './api/coverage.ts';
import { deviceRoutes } from './api/devices.ts';
import { enrollmentRoutes } from './api/enrollment.ts';
import { exemptionRoutes } from './api/exemptions.ts';
import { healthRoutes } from './api/health.ts';
import { lifecycleRoutes } from './api/lifecycle.ts';
import { freePort, listen } from './api/listen.ts';
import { liveRoutes } from './api/live.ts';
import { policyRoutes } from './api/policies.ts';
import { publicRoutes } from './api/public.ts';
import { replayRoutes } from './api/replay.ts';
import { type Api, createApi } from './api/server.ts';
import { targetRoutes } from './api/targets.ts';
import { trialRoutes } from './api/trials.ts';
import { DATABASE } from './backup/snapshot.ts';
import { createChanges } from './changes.ts';
import type { CollectorConfig } from './config.ts';
import { type IssuedToken, issueToken, type TokenRequest } from './enrollment/issue-token.ts';
import { createLifecycle } from './enrollment/lifecycle.ts';
import { loadExemptionBook } from './exemptions/book.ts';
import { exemptionMetrics } from './exemptions/metrics.ts';
import { openExemptions } from './exemptions/open.ts';
import { createFleet, type Device } from './fleet.ts';
import { openFoundation } from './foundation.ts';
import { ADMISSION } from './gateway/admission.ts';
import { createBacklog } from './gateway/backlog.ts';
import { openDoor } from './gateway/door.ts';
import { createLiveSessions } from './gateway/live-sessions.ts';
import { openGateway } from './gateway/server.ts';
import { createDeviceWatch } from './health/device-watch.ts';
import { digestOf } from './ingest.ts';
import type { Judging } from './judge.ts';
import { createTlsReload } from './keys/tls-reload.ts';
import { createLoopWatch } from './loop-watch.ts';
import { createMetrics } from './metrics.ts';
import { createPublisher } from './publish/publisher.ts';
import { targetKinds } from './publish/registry.ts';
import { createReassessor } from './reassess.ts';
import { builtInOsEol } from './reference-values/os-eol.ts';
import { supportDataAge } from './reference-values/support-data-age.ts';
import { namedTable } from './replay/basis.ts';
import { createReplayer } from './replay/replay.ts';
import { createRetainer } from './retention.ts';
import { createPolicyPass } from './rollout/policy-pass.ts';
import { createRollouts } from './rollout/rollouts.ts';
import { watchByMetrics, watchSelf } from './self-watch.ts';
import { createSightings } from './sightings.ts';
import { createStages } from './stages.ts';
import { createTrials } from './trials/trials.ts';
import { planEffect } from './trials/try-policy.ts';

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
 * @throws AssayError `port_taken`, or as `openFoundation`; nothing is left open then
 */
export async function startCollector(config: CollectorConfig, log: Logger): Promise<Collector> {
  // Closed in reverse: what was opened last is closed first.
  const closers = new AsyncDisposableStack();
  try {
    return await compose(config, log, closers);
  } catch (error) {
    await closers.disposeAsync();
    throw error;
  }
}

async function compose(
  config: CollectorConfig,
  log: Logger,
  closers: AsyncDisposableStack,
): Promise<Collector> {
  const clock = systemClock;
  const foundation = await openFoundation(config, clock, closers);
  const { active, store, tls, loadTls, signingKeys, collectorId, restoredAt, adminToken } = foundation;
  const port = config.port || (await freePort(config.host));
  const url = config.publicUrl ?? `https://${config.host}:${port}`;

  await store.keepReferenceValues(namedTable(builtInOsEol));
  const changes = createChanges();
  const live = createLiveSessions();
  const fleet = createFleet(store, digestOf);
  const sightings = createSightings(store, clock);
  closers.defer(sightings.stop);
  const loop = createLoopWatch();
  closers.defer(loop.stop);
  const stages = createStages();
  const metrics = createMetrics({
    stages,
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
    onAttempt: ({ targetId, answer, at, durationMs }, { deviceId, change }) => {
      metrics.delivered(targetId, answer.result);
      stages.observe('attempt', durationMs);
      if (answer.result === 'accepted') stages.observe('told', at + durationMs - change.at);
      changes.announce({ kind: 'delivery', device: deviceId });
    },
  });
  closers.defer(publisher.stop);

  const listeners = new Set<(device: Device, assessment: Assessment) => void>();
  const book = await loadExemptionBook(store, clock.now());
  const judging: Judging = {
    excuses: book,
    get policy() {
      return active.policy;
    },
    osEol: builtInOsEol,
    clock,
    store,
    publisher,
    restoredAt,
    stages,
    onAssessed(device, assessment, change) {
      if (change) rollouts.changed(change);
      watched.devices.judged(device.record.id, device.signals);
      changes.announce({ kind: 'assessment', device: device.record.id });
      for (const listener of listeners) listener(device, assessment);
    },
  };
  const reassessor = createReassessor(fleet, store, judging, (error) =>
    log.error({ err: error }, 'reassess failed'),
  );

  const trials = createTrials(join(config.dataDir, DATABASE));
  closers.defer(trials.stop);
  const pass = createPolicyPass({
    fleet,
    store,
    judging,
    // Its agent hears of it with the acknowledgement of its next report: let that be now.
    onMoved: (id) => live.get(id)?.recheck(),
    onError: (error) => log.error({ err: error }, 'judging under the new policy failed'),
  });
  const rollouts = createRollouts({
    ...{ store, active, clock },
    plan: (inForce, candidate) => planEffect(trials, { active: inForce, candidate, now: clock.now() }),
    onError: (error) => log.error({ err: error }, 'policy rollout failed'),
  });
  active.onActivated(({ hash, kind, by }) => {
    log.info({ policy: hash, kind, by }, 'policy in force');
    changes.announce({ kind: 'policy', device: null });
    pass.start();
  });

  const excused = openExemptions({
    ...{ fleet, store, judging, book, clock },
    policy: () => active.policy,
    onJudged: (id) => live.get(id)?.recheck(),
    onChanged: () => changes.announce({ kind: 'exemption', device: null }),
    onError: (error) => log.error({ err: error }, 'applying an exemption failed'),
  });

  const watched = {
    store,
    reassessor,
    publisher,
    loop,
    breakGlass: excused.breakGlass,
    devices: createDeviceWatch(clock, config.reportIntervalS),
    clock,
    log,
  };
  const health = watchSelf(watched);
  closers.defer(health.stop);

  const devices = {
    fleet,
    store,
    judging,
    onChanged(id: string) {
      changes.announce({ kind: 'enrollment', device: id });
      // Its agent hears of it with the acknowledgement of its next report: let that be now.
      live.get(id)?.recheck();
    },
    endSession: (id: string, error: AssayError) => live.get(id)?.close(error),
  };
  const lifecycle = createLifecycle(devices);

  const tokens = { store, clock, collector: { url, caPin: tls.caPin } };
  const codes = createSignInCodes(clock);
  const access = { store, codes, clock, collector: { version: VERSION, id: collectorId } };
  const app = await createApi(tls, config.tlsMinVersion, log);
  closers.defer(() => app.close());
  closers.defer(createTlsReload(app.server, tls, loadTls, log).stop);
  await accessRoutes(app, access);
  await app.register(async (guarded) => {
    const api = guarded as unknown as Api;
    api.addHook('onRequest', requireAccess(access));
    deviceRoutes(api, { store, live, active, lastSeen: sightings.last });
    lifecycleRoutes(api, { lifecycle, devices, live });
    targetRoutes(api, { store, publisher, kinds: targetKinds, clock });
    enrollmentRoutes(api, tokens);
    liveRoutes(api, changes);
    coverageRoutes(api, { store, clock });
    replayRoutes(api, { replayer: createReplayer(store), clock });
    exemptionRoutes(api, { store, clock, active, ...excused });
    breakGlassRoutes(api, { clock, ...excused });
    auditRoutes(api, { store });
    policyRoutes(api, { store, active, pass, trials, clock, rollouts });
    trialRoutes(api, { store, active, trials, clock });
    healthRoutes(api, health, () => supportDataAge(builtInOsEol, clock.now()));
  });
  await publicRoutes(app, {
    issuer: url,
    caPem: tls.caPem,
    signingKeys,
    metrics,
    consoleDir: CONSOLE_DIR,
    updatesDir: config.updatesDir,
    health,
  });

  await publisher.setTargets(await store.targets());
  const door = openDoor(app.server, { loopLateMs: loop.lateMs, onTurnedAway: metrics.turnedAway });
  closers.defer(door.close);
  const backlog = createBacklog(ADMISSION.maxWaitingBytes);
  exemptionMetrics(metrics, excused);
  watchByMetrics(metrics, watched, { health, door, backlog });
  const gateway = openGateway(app.server, door, {
    collectorId,
    backlog,
    random: Math.random,
    fleet,
    store,
    devices,
    lifecycle,
    judging,
    live,
    intervals: { reportS: config.reportIntervalS, fullReportS: config.fullReportIntervalS },
    log,
    count: metrics.count,
    onSeen(device) {
      sightings.seen(device);
      watched.devices.heard(device);
    },
    onConnection(device) {
      if (live.get(device)) watched.devices.connected(device);
      else watched.devices.gone(device);
      changes.announce({ kind: 'connection', device });
    },
    onEnrolled: (device) => changes.announce({ kind: 'enrollment', device }),
  });
  await listen(app, config.host, port);
  publisher.start();
  reassessor.start();
  closers.defer(reassessor.stop);
  const retainer = createRetainer(
    { evidence: config.keepEvidenceDays, history: config.keepHistoryDays },
    store,
    clock,
    (error) => log.error({ err: error }, 'letting go of old reports failed'),
  );
  retainer.start();
  closers.defer(retainer.stop);
  pass.start();
  await rollouts.begin();
  closers.defer(rollouts.end);
  closers.defer(pass.stop);
  excused.keeper.start();
  closers.defer(excused.keeper.stop);
  closers.defer(() => gateway.drain(DRAIN_MS));

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
    close: () => closers.disposeAsync(),
  };
}
