import { AssayError, type Assessment, systemClock } from '@assay/shared';
import type { Logger } from 'pino';
import { createSignInCodes } from './api/access.ts';
import { freePort } from './api/listen.ts';
import { createBackground } from './background.ts';
import { coverageCounters, coverageGauges } from './board/metrics.ts';
import { createCoverageRecorder } from './board/recorder.ts';
import { openCanary } from './canary/canary.ts';
import { canaryPolicy, createCanaryJudge } from './canary/judging.ts';
import { canaryMetrics } from './canary/metrics.ts';
import { ownDoor } from './canary/session.ts';
import { createChanges } from './changes.ts';
import { openEntrance } from './compose/entrance.ts';
import { openJudges } from './compose/judges.ts';
import { openPublishing } from './compose/publishing.ts';
import { openWeb } from './compose/web.ts';
import { type CollectorConfig, ownOrigin } from './config.ts';
import { type IssuedToken, issueToken, type TokenRequest } from './enrollment/issue-token.ts';
import { createLifecycle } from './enrollment/lifecycle.ts';
import { exemptionMetrics } from './exemptions/metrics.ts';
import { createFleet, type Device } from './fleet.ts';
import { openFoundation } from './foundation.ts';
import { ADMISSION } from './gateway/admission.ts';
import { createBacklog } from './gateway/backlog.ts';
import { createLiveSessions } from './gateway/live-sessions.ts';
import { createDeviceWatch } from './health/device-watch.ts';
import { createLoopWatch } from './loop-watch.ts';
import { createMetrics } from './metrics.ts';
import { targetKinds } from './publish/registry.ts';
import { builtInOsEol } from './reference-values/os-eol.ts';
import { namedTable } from './replay/basis.ts';
import { createRetainer } from './retention.ts';
import { watchByMetrics, watchSelf } from './self-watch.ts';
import { createSightings } from './sightings.ts';
import { createStages } from './stages.ts';

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
 * @throws AssayError `port_taken`, `address_unusable`, or as `openFoundation`; nothing is left open then
 */
export async function startCollector(config: CollectorConfig, log: Logger): Promise<Collector> {
  for (;;) {
    // Closed in reverse: what was opened last is closed first.
    const closers = new AsyncDisposableStack();
    try {
      return await compose(config, log, closers);
    } catch (error) {
      await closers.disposeAsync();
      // One that was free when it was chosen here: then another.
      const isOurChoice = config.port === 0 && error instanceof AssayError && error.code === 'port_taken';
      if (!isOurChoice) throw error;
    }
  }
}

async function compose(
  config: CollectorConfig,
  log: Logger,
  closers: AsyncDisposableStack,
): Promise<Collector> {
  const clock = systemClock;
  const stages = createStages();
  const foundation = await openFoundation(config, clock, closers, {
    onWritten({ queuedMs, workedMs }) {
      if (queuedMs === null) return;
      stages.observe('queue', queuedMs);
      stages.observe('write', workedMs);
    },
    onUpgrade: ({ kind, ...step }) =>
      log.info(step, kind === 'copy' ? 'copying the database before its upgrade' : 'upgrading the database'),
  });
  const { store, tls, signingKeys, collectorId, adminToken } = foundation;
  const port = config.port || (await freePort(config.host));
  const url = config.publicUrl ?? ownOrigin(config.host, port);

  await store.keepReferenceValues(namedTable(builtInOsEol));
  const changes = createChanges();
  const live = createLiveSessions();
  const fleet = createFleet({
    async device(id) {
      const from = performance.now();
      const device = await store.device(id);
      stages.observe('load', performance.now() - from);
      return device;
    },
  });
  const sightings = createSightings(store, clock);
  closers.defer(sightings.stop);
  const loop = createLoopWatch();
  closers.defer(loop.stop);
  const metrics = createMetrics({
    stages,
    sessions: () => live.size - (canary.deviceId && live.get(canary.deviceId) ? 1 : 0),
    queued: () =>
      publisher
        .status()
        .reduce((sum, { health, isForCanary }) => sum + (isForCanary ? 0 : (health?.queued ?? 0)), 0),
  });
  const canaryStages = createStages();
  const canary = await openCanary({
    ...{
      keysDir: foundation.keysDir,
      intervalS: config.canaryIntervalS,
      issuer: url,
      jwks: signingKeys.jwks(),
    },
    door: ownDoor({ host: config.host, port, url }, foundation.loadTls),
    ...{ store, clock, log },
  });

  const publisher = await openPublishing(
    { foundation, issuer: url, metrics, stages, changes, clock },
    closers,
  );

  const recorder = createCoverageRecorder({
    ...{ store, clock, keepDays: config.keepHistoryDays, watcher: coverageCounters(metrics) },
    onError: (error) => log.error({ err: error }, 'counting the fleet failed'),
  });
  coverageGauges(metrics, recorder);
  const listeners = new Set<(device: Device, assessment: Assessment) => void>();
  const watch = createDeviceWatch(clock, config.reportIntervalS);
  const backlog = createBacklog(ADMISSION.maxWaitingBytes);
  const judges = await openJudges(
    {
      ...{ config, foundation, fleet, publisher, stages, changes, clock, log },
      background: createBackground(backlog),
      onAssessed({ device, assessment, signals }) {
        if (signals) watch.judged(device.record.id, signals);
        changes.announce({ kind: 'assessment', device: device.record.id });
        for (const listener of listeners) listener(device, assessment);
      },
      recorder,
      judgeCanary: createCanaryJudge(store, canaryPolicy().policy, canaryStages, publisher),
      recheck: (id) => live.get(id)?.recheck(),
    },
    closers,
  );
  const { judge, reassessor, excused } = judges;

  const watched = {
    store,
    reassessor,
    publisher,
    loop,
    breakGlass: excused.breakGlass,
    devices: watch,
    canary,
    clock,
    log,
  };
  const health = watchSelf(watched);
  closers.defer(health.stop);

  const devices = {
    fleet,
    store,
    judge,
    clock,
    onChanged(id: string) {
      changes.announce({ kind: 'enrollment', device: id });
      // Its agent hears of it with the acknowledgement of its next report: let that be now.
      live.get(id)?.recheck();
    },
    endSession: (id: string, error: AssayError) => live.get(id)?.close(error),
  };
  const lifecycle = createLifecycle(devices);
  const setTargets = async () => publisher.setTargets([...(await store.targets()), ...canary.targets]);

  const collector = {
    url,
    get caPin() {
      return tls.current.caPin;
    },
  };
  const tokens = { store, clock, collector };
  const codes = createSignInCodes(clock);
  const app = await openWeb(
    {
      ...{ config, foundation, url, codes, tokens, judges, sightings, changes },
      ...{ health, canary, recorder, metrics, clock, log },
      devices: { lifecycle, devices, live },
      targets: {
        ...{ publisher, kinds: targetKinds, reload: setTargets },
        onAdded: judges.introduction.begin,
      },
    },
    closers,
  );

  await setTargets();
  const entrance = openEntrance(
    app,
    { ...config, port },
    { backlog, loop, onTurnedAway: metrics.turnedAway },
    closers,
  );
  exemptionMetrics(metrics, excused);
  canaryMetrics(metrics, canary);
  watchByMetrics(metrics, watched, { health, door: entrance.door, backlog });
  const gateway = await entrance.open({
    collectorId,
    fleet,
    store,
    devices,
    lifecycle,
    judge,
    clock,
    stages,
    live,
    intervals: { reportS: config.reportIntervalS, fullReportS: config.fullReportIntervalS },
    log,
    count: metrics.count,
    canary: { isOwn: canary.isOwn, stages: canaryStages },
    onSeen(device) {
      sightings.seen(device);
      watch.heard(device);
    },
    onConnection(device) {
      if (device === canary.deviceId) return;
      if (live.get(device)) watch.connected(device);
      else watch.gone(device);
      changes.announce({ kind: 'connection', device });
    },
    onEnrolled: (device) => changes.announce({ kind: 'enrollment', device }),
  });
  publisher.start();
  const retainer = createRetainer(
    { evidence: config.keepEvidenceDays, history: config.keepHistoryDays },
    store,
    clock,
    (error) => log.error({ err: error }, 'letting go of old reports failed'),
  );
  retainer.start();
  closers.defer(retainer.stop);
  recorder.start();
  closers.defer(recorder.stop);
  await judges.start();
  closers.defer(() => gateway.drain(DRAIN_MS));
  canary.start();
  closers.defer(canary.stop);

  return {
    url,
    caFile: tls.current.caFile,
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
