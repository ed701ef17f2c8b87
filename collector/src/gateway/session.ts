import { randomBytes, randomUUID } from 'node:crypto';
import { type AgentMessage, AssayError, decodeHello, type Envelope, type Hello, LIMITS } from '@assay/shared';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import { type CeremonyServices, enroll } from '../enrollment/ceremony.ts';
import { assertContinues } from '../enrollment/continuity.ts';
import { type DepartureServices, takeLeave } from '../enrollment/departure.ts';
import { flagConflict } from '../enrollment/flagging.ts';
import { endedError } from '../enrollment/lifecycle.ts';
import { rotateKey } from '../enrollment/rotation.ts';
import { hasEnded } from '../enrollment/standing.ts';
import type { Device, Fleet, RestingDevice } from '../fleet.ts';
import { acceptHistory } from '../history.ts';
import { type IngestServices, ingest } from '../ingest.ts';
import type { EnrollmentWrites } from '../store/enrollments.ts';
import type { ReportLog } from '../store/report-log.ts';
import { assertAnswersChallenge, assertUnchanged } from '../verify/freshness.ts';
import type { Backlog } from './backlog.ts';
import { toDeviceAssessment } from './device-assessment.ts';
import type { LiveSession, LiveSessions } from './live-sessions.ts';
import { openWire } from './wire.ts';

export interface SessionServices extends IngestServices {
  collectorId: string;
  fleet: Fleet;
  store: IngestServices['store'] &
    Pick<EnrollmentWrites, 'enroll' | 'rotateKey'> &
    Pick<ReportLog, 'appendOffline'>;
  /** What happens to devices themselves: enrolled, flagged, gone. */
  devices: CeremonyServices['devices'] & DepartureServices;
  lifecycle: CeremonyServices['lifecycle'];
  live: LiveSessions;
  intervals: { reportS: number; fullReportS: number };
  log: Logger;
  backlog: Backlog;
  /** In [0, 1). */
  random(): number;
  onConnection(deviceId: string): void;
  onEnrolled(deviceId: string): void;
  /** Every message and every refusal, for the metrics. */
  count(event: 'report' | 'unchanged' | 'history' | 'refused', code?: string): void;
  canary: {
    /** Whether it is this very process that says hello as the canary. */
    isOwn(bootId: string): boolean;
    /** Its figures, which are not the fleet's. */
    stages: IngestServices['stages'];
  };
  /** A device gave a sign of life. */
  onSeen(deviceId: string): void;
}

type Unchanged = Extract<AgentMessage, { type: 'unchanged' }>;

interface OpenSession extends LiveSession {
  agentVersion: string;
}

/**
 * One connection, from challenge to close: first an enrollment or a hello, then reports.
 * @param onBegun the hello was verified: the connection is a session
 * @param address where the agent connects from
 */
export function openSession(
  socket: WebSocket,
  services: SessionServices,
  onBegun: () => void,
  address = '',
): void {
  const { collectorId, fleet, clock, live, log } = services;
  const challenge = { nonce: randomBytes(32), collectorId };
  const historyServices = { store: services.store, clock, devices: services.devices };
  let session: OpenSession | null = null;

  const wire = openWire(socket, {
    log,
    backlog: services.backlog,
    random: services.random,
    onMessage: (message, arrivedAt) =>
      session ? onSessionMessage(message, session, arrivedAt) : onFirstMessage(message),
    onRefused(error) {
      services.count('refused', error.code);
      log.info({ code: error.code, detail: error.message, device: session?.deviceId }, 'session refused');
    },
    onClose() {
      clearTimeout(handshake);
      if (!session) return;
      live.remove(session);
      fleet.release(session.deviceId);
      services.onConnection(session.deviceId);
    },
  });
  const handshake = setTimeout(
    () => wire.refuse(new AssayError('handshake_timeout', `no hello within ${LIMITS.handshakeTimeoutMs} ms`)),
    LIMITS.handshakeTimeoutMs,
  );
  wire.send({ type: 'challenge', nonce: challenge.nonce, collectorTime: clock.now(), collectorId });

  async function onFirstMessage(message: AgentMessage): Promise<void> {
    if (message.type === 'hello') return onHello(message.envelope);
    if (message.type === 'enroll') return onEnroll(message.envelope);
    if (message.type === 'unenroll') return onUnenroll(message.envelope);
    throw new AssayError('frame_unexpected', `expected hello, enroll or unenroll first, got ${message.type}`);
  }

  async function onEnroll(envelope: Envelope): Promise<void> {
    const { id: deviceId, state } = await enroll(envelope, challenge, services, clock.now());
    log.info({ device: deviceId, state }, 'device enrolled');
    services.onEnrolled(deviceId);
    wire.send({ type: 'enrolled', deviceId, state });
    wire.end();
  }

  async function onUnenroll(envelope: Envelope): Promise<void> {
    const deviceId = await takeLeave(envelope, challenge, services.devices);
    log.info({ device: deviceId }, 'device un-enrolled');
    wire.send({ type: 'unenrolled' });
    wire.end();
  }

  async function onHello(envelope: Envelope): Promise<void> {
    const hello = decodeHello(envelope.payload);
    assertAnswersChallenge(hello, challenge);
    await withDevice(hello.deviceId, async (device) => {
      if (device.record.canary && !services.canary.isOwn(hello.bootId)) throw notTheCanary();
      await assertContinues(envelope, hello, device, services.devices);
      if (wire.closed) return;
      if (hello.trial) {
        welcome(device);
        wire.end();
      } else begin(device, hello);
    });
  }

  function begin(device: Device, { agentVersion, bootId }: Hello): void {
    clearTimeout(handshake);
    onBegun();
    const deviceId = device.record.id;
    const recheck = () => wire.send({ type: 'command', command: 'recheck' });
    session = {
      ...{ deviceId, agentVersion, bootId, address, close: wire.refuse, recheck },
      rotateKey: () => wire.send({ type: 'command', command: 'rotate_key' }),
      stillThere: () => wire.stillThere(LIMITS.aliveProofMs),
    };
    fleet.hold(deviceId);
    const before = live.add(session);
    if (before) supersede(before, session).catch((error) => log.error({ err: error }, 'flagging failed'));
    services.onConnection(deviceId);
    welcome(device);
  }

  function welcome(device: Device): void {
    wire.send({
      type: 'welcome',
      sessionId: randomUUID(),
      reportIntervalS: services.intervals.reportS,
      fullReportIntervalS: services.intervals.fullReportS,
      lastReportNumber: device.newest?.number ?? 0,
      assessment: device.assessment && toDeviceAssessment(device.assessment),
    });
  }

  // The newest session wins. From the same boot it is the same agent that came back; from another, the device may just
  // have been switched off and on, unless the session of before still answers: then it is live in two places.
  async function supersede(before: LiveSession, own: LiveSession): Promise<void> {
    const isTwo = before.bootId !== own.bootId && (await before.stillThere());
    before.close(new AssayError('superseded', 'the device opened a newer session'));
    if (!isTwo) return;
    const detail = `it is live from two places at once: ${before.address} and ${own.address}, two different boots`;
    await withDevice(own.deviceId, (device) =>
      flagConflict(device, { kind: 'two_places', otherId: null, detail }, services.devices),
    );
  }

  function onSessionMessage(
    message: AgentMessage,
    { deviceId, agentVersion }: OpenSession,
    arrivedAt: number,
  ): Promise<void> {
    if (message.type === 'unchanged') {
      return fleet.look(deviceId, (device) => onUnchanged(message, assertEnrolled(device), arrivedAt));
    }
    return withDevice(deviceId, async (device) => {
      if (!goesOn(device)) return;
      if (message.type === 'rotate') return onRotate(message.envelope, device);
      if (message.type === 'report') {
        stagesOf(device, services).observe('wait', performance.now() - arrivedAt);
        await onReport(message.envelope, device, agentVersion);
      } else if (message.type === 'history') {
        const reportNumber = await acceptHistory(message, device, challenge, historyServices);
        wire.send({ type: 'history_ack', reportNumber });
      } else {
        throw new AssayError(
          'frame_unexpected',
          `expected report, unchanged, history or rotate in a session, got ${message.type}`,
        );
      }
      workedOn(message.type, device, arrivedAt, services);
    });
  }

  /** False for what waited behind a newer session's hello: the last number that one was told must still hold. */
  function goesOn({ record }: RestingDevice): boolean {
    if (wire.closed) return false;
    if (hasEnded(record.state)) throw endedError(record);
    return true;
  }

  function onUnchanged(message: Unchanged, device: RestingDevice, arrivedAt: number): void {
    if (!goesOn(device)) return;
    assertUnchanged(message, { number: device.record.lastNumber, digest: device.report?.digest ?? null });
    wire.send({ type: 'ack', reportNumber: message.reportNumber, assessment: null });
    workedOn(message.type, device, arrivedAt, services);
  }

  async function onReport(envelope: Envelope, device: Device, agentVersion: string): Promise<void> {
    const stages = stagesOf(device, services);
    const own = device.record.canary ? { ...services, stages } : services;
    const { number, assessment } = await ingest(envelope, device, challenge, agentVersion, own);
    stages.time('ack', () =>
      wire.send({ type: 'ack', reportNumber: number, assessment: toDeviceAssessment(assessment) }),
    );
  }

  async function onRotate(envelope: Envelope, device: Device): Promise<void> {
    const now = clock.now();
    const key = await rotateKey(envelope, device, challenge, { store: services.store, now });
    log.info({ device: device.record.id }, 'device key replaced');
    wire.send({ type: 'rotated', keyId: key.keyId });
  }

  const withDevice = (deviceId: string, task: (device: Device) => Promise<void>) =>
    fleet.with(deviceId, (device) => task(assertEnrolled(device)));
}

function assertEnrolled<T>(device: T | null): T {
  if (!device) throw new AssayError('device_unknown', 'this device is not enrolled here: enroll it');
  return device;
}

const stagesOf = (
  { record }: RestingDevice,
  { stages, canary }: SessionServices,
): IngestServices['stages'] => (record.canary ? canary.stages : stages);

function workedOn(
  type: 'report' | 'unchanged' | 'history',
  device: RestingDevice,
  arrivedAt: number,
  services: SessionServices,
): void {
  stagesOf(device, services).observe(type, performance.now() - arrivedAt);
  if (device.record.canary) return;
  services.count(type);
  services.onSeen(device.record.id);
}

/** Its key is worth nothing to anybody else, wherever they got it from. */
const notTheCanary = () =>
  new AssayError('device_unknown', "this is the collector's own canary: nobody else opens a session as it");
