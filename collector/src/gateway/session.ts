import { randomBytes, randomUUID } from 'node:crypto';
import {
  type AgentMessage,
  AssayError,
  type CollectorMessage,
  type DeviceAssessment,
  decodeAgentFrame,
  decodeHello,
  type Envelope,
  ERRORS,
  encodeCollectorFrame,
  LIMITS,
  verifyEnvelope,
} from '@assay/shared';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';

import { enroll } from '../enrollment/ceremony.ts';
import type { Device, Fleet } from '../fleet.ts';
import { ingest } from '../ingest.ts';
import type { Judging } from '../judge.ts';
import type { Store } from '../store/store.ts';
import { assertAnswersChallenge } from '../verify/freshness.ts';
import { toDeviceAssessment } from './device-assessment.ts';
import type { LiveSession, LiveSessions } from './live-sessions.ts';
import { createRate } from './rate.ts';

export interface SessionServices {
  collectorId: string;
  fleet: Fleet;
  store: Pick<Store, 'enroll'>;
  judging: Judging;
  live: LiveSessions;
  intervals: { reportS: number; fullReportS: number };
  log: Logger;
  onConnection(deviceId: string): void;
  onEnrolled(deviceId: string): void;
  /** Every message and every refusal, for the metrics. */
  count(event: 'report' | 'unchanged' | 'refused', code?: string): void;
  /** A device gave a sign of life. */
  onSeen(deviceId: string): void;
}

/**
 * One connection, from challenge to close: agents speak first only in answer to the challenge, then send reports,
 * each worked on before the next is read.
 */
export function openSession(socket: WebSocket, services: SessionServices): void {
  const { collectorId, fleet, judging, live, log } = services;
  const challenge = { nonce: randomBytes(32), collectorId };
  const rate = createRate(LIMITS.maxMessagesPerSecond);
  let session: (LiveSession & { agentVersion: string }) | null = null;
  let closed = false;
  let waiting = 0;
  let work: Promise<void> = Promise.resolve();

  const send = (message: CollectorMessage) => {
    if (socket.readyState === socket.OPEN) socket.send(encodeCollectorFrame(message));
  };

  const refuse = (error: AssayError) => {
    if (closed) return;
    closed = true;
    const { close, retry } = ERRORS[error.code];
    services.count('refused', error.code);
    log.info({ code: error.code, detail: error.message, device: session?.deviceId }, 'session refused');
    send({ type: 'refusal', code: error.code, message: error.message, retryAfterS: 0, retry });
    socket.close(close ?? 1011, error.code);
  };

  const fail = (error: unknown) => {
    if (error instanceof AssayError) return refuse(error);
    log.error({ err: error, device: session?.deviceId }, 'session failed');
    refuse(new AssayError('internal', 'the collector failed on this message; its log has the cause'));
  };

  const handshake = setTimeout(
    () => refuse(new AssayError('handshake_timeout', `no hello within ${LIMITS.handshakeTimeoutMs} ms`)),
    LIMITS.handshakeTimeoutMs,
  );

  async function onMessage(message: AgentMessage): Promise<void> {
    if (!session) {
      if (message.type === 'hello') return onHello(message.envelope);
      if (message.type === 'enroll') return onEnroll(message.envelope);
      throw new AssayError('frame_unexpected', `expected hello or enroll first, got ${message.type}`);
    }
    if (message.type === 'report') return onReport(message.envelope, session);
    if (message.type === 'unchanged') return onUnchanged(message, session);
    throw new AssayError(
      'frame_unexpected',
      `expected report or unchanged in an open session, got ${message.type}`,
    );
  }

  async function onEnroll(envelope: Envelope): Promise<void> {
    const deviceId = await enroll(envelope, challenge, services.store, judging.clock.now());
    clearTimeout(handshake);
    closed = true;
    log.info({ device: deviceId }, 'device enrolled');
    services.onEnrolled(deviceId);
    send({ type: 'enrolled', deviceId });
    socket.close(1000);
  }

  async function onHello(envelope: Envelope): Promise<void> {
    const hello = decodeHello(envelope.payload);
    assertAnswersChallenge(hello, challenge);
    await fleet.with(hello.deviceId, async (device) => {
      if (!device) throw new AssayError('device_unknown', 'this device was never enrolled here: enroll it');
      verifyEnvelope('hello', envelope, device.key);
      if (device.record.state === 'revoked') {
        throw new AssayError('device_revoked', 'an administrator revoked this device');
      }
      if (closed) return;
      clearTimeout(handshake);
      begin(device, hello.agentVersion);
    });
  }

  function begin(device: Device, agentVersion: string): void {
    const deviceId = device.record.id;
    session = {
      deviceId,
      agentVersion,
      close: refuse,
      recheck: () => send({ type: 'command', command: 'recheck' }),
    };
    fleet.hold(deviceId);
    live.add(session)?.close(new AssayError('superseded', 'the device opened a newer session'));
    services.onConnection(deviceId);
    send({
      type: 'welcome',
      sessionId: randomUUID(),
      reportIntervalS: services.intervals.reportS,
      fullReportIntervalS: services.intervals.fullReportS,
      lastReportNumber: device.record.lastNumber,
      assessment: device.assessment && toDeviceAssessment(device.assessment),
    });
  }

  async function onReport(
    envelope: Envelope,
    { deviceId, agentVersion }: NonNullable<typeof session>,
  ): Promise<void> {
    await withDevice(deviceId, async (device) => {
      const { number, assessment } = await ingest(envelope, device, challenge, agentVersion, judging);
      services.count('report');
      services.onSeen(deviceId);
      acknowledge(number, toDeviceAssessment(assessment));
    });
  }

  async function onUnchanged(
    { reportNumber, digest }: { reportNumber: number; digest: Uint8Array },
    { deviceId }: LiveSession,
  ): Promise<void> {
    await withDevice(deviceId, async ({ record, evidenceDigest }) => {
      if (
        reportNumber !== record.lastNumber ||
        !evidenceDigest ||
        !Buffer.from(digest).equals(evidenceDigest)
      ) {
        throw new AssayError('unchanged_mismatch', `expected report ${record.lastNumber} and its digest`);
      }
      services.count('unchanged');
      services.onSeen(deviceId);
      acknowledge(reportNumber, null);
    });
  }

  const withDevice = (deviceId: string, task: (device: Device) => Promise<void>) =>
    fleet.with(deviceId, async (device) => {
      if (!device) throw new AssayError('device_unknown', 'this device is no longer enrolled');
      await task(device);
    });

  const acknowledge = (reportNumber: number, assessment: DeviceAssessment | null) =>
    send({ type: 'ack', reportNumber, assessment });

  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (closed) return;
    if (!isBinary) return refuse(new AssayError('frame_not_binary', 'expected a binary frame, got text'));
    if (!rate.take(performance.now())) {
      return refuse(
        new AssayError('rate_exceeded', `at most ${LIMITS.maxMessagesPerSecond} messages a second`),
      );
    }
    // Back-pressure: what can't be worked on yet stays in the agent's socket, not in our memory.
    if (++waiting >= LIMITS.maxUnackedReports) socket.pause();
    work = work
      .then(() => (closed ? undefined : onMessage(decodeAgentFrame(data))))
      .catch(fail)
      .finally(() => {
        if (--waiting < LIMITS.maxUnackedReports && socket.isPaused) socket.resume();
      });
  });
  socket.on('error', (error: Error & { code?: string }) => {
    if (error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') services.count('refused', 'frame_too_large');
    log.debug({ err: error, device: session?.deviceId }, 'socket error');
  });
  socket.on('close', () => {
    closed = true;
    clearTimeout(handshake);
    if (!session) return;
    live.remove(session);
    fleet.release(session.deviceId);
    services.onConnection(session.deviceId);
  });

  send({ type: 'challenge', nonce: challenge.nonce, collectorTime: judging.clock.now(), collectorId });
}
