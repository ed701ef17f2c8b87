import { randomUUID } from 'node:crypto';
import { type AgentMessage, AssayError, decodeHello, type Envelope, type Hello } from '@assay/shared';
import { enroll } from '../enrollment/ceremony.ts';
import { assertContinues } from '../enrollment/continuity.ts';
import { takeLeave } from '../enrollment/departure.ts';
import type { Device } from '../fleet.ts';
import { type AskedChallenge, assertAnswersChallenge } from '../verify/freshness.ts';
import { toDeviceAssessment } from './device-assessment.ts';
import type { SessionServices } from './session-services.ts';
import type { Wire } from './wire.ts';

/** A connection that has said nothing yet. */
interface Opening {
  wire: Wire;
  challenge: AskedChallenge;
  services: SessionServices;
  /** The hello was verified: the connection is a session. */
  begin(device: Device, hello: Hello): void;
}

/** Works on a connection's first message: a hello, or a ceremony after which the connection ends. */
export async function answerFirst(message: AgentMessage, opening: Opening): Promise<void> {
  if (message.type === 'hello') return onHello(message.envelope, opening);
  if (message.type === 'enroll') return onEnroll(message.envelope, opening);
  if (message.type === 'unenroll') return onUnenroll(message.envelope, opening);
  throw new AssayError('frame_unexpected', `expected hello, enroll or unenroll first, got ${message.type}`);
}

async function onEnroll(envelope: Envelope, { wire, challenge, services }: Opening): Promise<void> {
  const { id: deviceId, state } = await enroll(envelope, challenge, services, services.clock.now());
  services.log.info({ device: deviceId, state }, 'device enrolled');
  services.onEnrolled(deviceId);
  wire.send({ type: 'enrolled', deviceId, state });
  wire.close();
}

async function onUnenroll(envelope: Envelope, { wire, challenge, services }: Opening): Promise<void> {
  const deviceId = await takeLeave(envelope, challenge, services.devices);
  services.log.info({ device: deviceId }, 'device un-enrolled');
  wire.send({ type: 'unenrolled' });
  wire.close();
}

async function onHello(envelope: Envelope, opening: Opening): Promise<void> {
  const { wire, challenge, services } = opening;
  const hello = decodeHello(envelope.payload);
  assertAnswersChallenge(hello, challenge);
  await services.fleet.with(hello.deviceId, async (found) => {
    const device = assertEnrolled(found);
    if (device.record.canary && !services.canary.isOwn(hello.bootId)) throw notTheCanary();
    await assertContinues(envelope, hello, device, services.devices);
    if (wire.closed) return;
    if (!hello.trial) opening.begin(device, hello);
    welcome(device, wire, services);
    if (hello.trial) wire.close();
  });
}

function welcome(device: Device, wire: Wire, { intervals }: SessionServices): void {
  wire.send({
    type: 'welcome',
    sessionId: randomUUID(),
    reportIntervalS: intervals.reportS,
    fullReportIntervalS: intervals.fullReportS,
    lastReportNumber: device.newest?.number ?? 0,
    assessment: device.assessment && toDeviceAssessment(device.assessment),
  });
}

export function assertEnrolled<T>(device: T | null): T {
  if (!device) throw new AssayError('device_unknown', 'this device is not enrolled here: enroll it');
  return device;
}

/** Its key is worth nothing to anybody else, wherever they got it from. */
const notTheCanary = () =>
  new AssayError('device_unknown', "this is the collector's own canary: nobody else opens a session as it");
