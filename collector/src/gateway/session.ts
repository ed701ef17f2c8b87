import { randomBytes } from 'node:crypto';
import {
  type AgentMessage,
  AssayError,
  type Envelope,
  encodeAckFrame,
  encodeTold,
  type Hello,
  LIMITS,
} from '@assay/shared';
import type { WebSocket } from 'ws';
import { flagConflict } from '../enrollment/flagging.ts';
import { endedError } from '../enrollment/lifecycle.ts';
import { rotateKey } from '../enrollment/rotation.ts';
import { hasEnded } from '../enrollment/standing.ts';
import type { Device, RestingDevice } from '../fleet.ts';
import { acceptHistory } from '../history.ts';
import { ingest } from '../ingest.ts';
import { assertUnchanged } from '../verify/freshness.ts';
import { toDeviceAssessment } from './device-assessment.ts';
import type { LiveSession } from './live-sessions.ts';
import { answerFirst, assertEnrolled } from './opening.ts';
import type { SessionServices } from './session-services.ts';
import { Wire, type WireEnd } from './wire.ts';

type MessageOf<Type extends AgentMessage['type']> = Extract<AgentMessage, { type: Type }>;

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
  new Session(socket, services, onBegun, address).ask();
}

/** An object, not a scope with functions in it: there are ten thousand of them. */
class Session implements LiveSession, WireEnd {
  deviceId = '';
  bootId = '';
  readonly address: string;
  readonly wire: Wire;
  readonly challenge: { nonce: Uint8Array; collectorId: string };
  readonly services: SessionServices;
  private agentVersion = '';
  /** Null: the connection is a session, or ends. */
  private handshake: { timer: NodeJS.Timeout; onBegun(): void } | null;

  constructor(socket: WebSocket, services: SessionServices, onBegun: () => void, address: string) {
    this.services = services;
    this.address = address;
    this.challenge = { nonce: randomBytes(32), collectorId: services.collectorId };
    this.wire = new Wire(socket, this, services);
    this.handshake = { timer: setTimeout(() => this.giveUp(), LIMITS.handshakeTimeoutMs), onBegun };
  }

  ask(): void {
    const { clock } = this.services;
    this.wire.send({ type: 'challenge', ...this.challenge, collectorTime: clock.now() });
  }

  recheck(): void {
    this.wire.send({ type: 'command', command: 'recheck' });
  }

  rotateKey(): void {
    this.wire.send({ type: 'command', command: 'rotate_key' });
  }

  stillThere(): Promise<boolean> {
    return this.wire.stillThere(LIMITS.aliveProofMs);
  }

  close(error: AssayError): void {
    this.wire.refuse(error);
  }

  begin(device: Device, { agentVersion, bootId }: Hello): void {
    const { fleet, live, log, onConnection } = this.services;
    clearTimeout(this.handshake?.timer);
    this.handshake?.onBegun();
    this.handshake = null;
    this.deviceId = device.record.id;
    this.agentVersion = agentVersion;
    this.bootId = bootId;
    fleet.hold(this.deviceId);
    const before = live.add(this);
    if (before) this.supersede(before).catch((error) => log.error({ err: error }, 'flagging failed'));
    onConnection(this.deviceId);
  }

  onMessage(message: AgentMessage, arrivedAt: number): Promise<void> | void {
    if (!this.deviceId) return answerFirst(message, this);
    if (message.type === 'unchanged') return this.onUnchanged(message, arrivedAt);
    return this.withDevice((device) => this.work(message, device, arrivedAt));
  }

  onRefused({ code, message }: AssayError): void {
    const { count, log } = this.services;
    count('refused', code);
    log.info({ code, detail: message, device: this.deviceId || undefined }, 'session refused');
  }

  onClose(): void {
    const { fleet, live, onConnection } = this.services;
    clearTimeout(this.handshake?.timer);
    this.handshake = null;
    if (!this.deviceId) return;
    live.remove(this);
    fleet.release(this.deviceId);
    onConnection(this.deviceId);
  }

  private giveUp(): void {
    this.wire.refuse(new AssayError('handshake_timeout', `no hello within ${LIMITS.handshakeTimeoutMs} ms`));
  }

  // The newest session wins. From the same boot it is the same agent that came back; from another, the device may just
  // have been switched off and on, unless the session of before still answers: then it is live in two places.
  private async supersede(before: LiveSession): Promise<void> {
    const isTwo = before.bootId !== this.bootId && (await before.stillThere());
    before.close(new AssayError('superseded', 'the device opened a newer session'));
    if (!isTwo) return;
    const detail = `it is live from two places at once: ${before.address} and ${this.address}, two different boots`;
    await this.withDevice((device) =>
      flagConflict(device, { kind: 'two_places', otherId: null, detail }, this.services.devices),
    );
  }

  private withDevice(task: (device: Device) => Promise<void>): Promise<void> {
    return this.services.fleet.with(this.deviceId, (device) => task(assertEnrolled(device)));
  }

  private async work(
    message: Exclude<AgentMessage, MessageOf<'unchanged'>>,
    device: Device,
    arrivedAt: number,
  ): Promise<void> {
    if (!this.goesOn(device)) return;
    if (message.type === 'rotate') return this.onRotate(message.envelope, device);
    if (message.type === 'report') await this.onReport(message.envelope, device, arrivedAt);
    else if (message.type === 'history') await this.onHistory(message, device);
    else {
      throw new AssayError(
        'frame_unexpected',
        `expected report, unchanged, history or rotate in a session, got ${message.type}`,
      );
    }
    this.workedOn(message.type, device, arrivedAt);
  }

  /** False for what waited behind a newer session's hello: the last number that one was told must still hold. */
  private goesOn({ record }: RestingDevice): boolean {
    if (this.wire.closed) return false;
    if (hasEnded(record.state)) throw endedError(record);
    return true;
  }

  /** Most messages: at once, where nothing waits for the device. */
  private onUnchanged(message: MessageOf<'unchanged'>, arrivedAt: number): Promise<void> | void {
    const { fleet } = this.services;
    const known = fleet.glance(this.deviceId);
    if (known) return this.acknowledge(message, known, arrivedAt);
    return fleet.look(this.deviceId, (device) =>
      this.acknowledge(message, assertEnrolled(device), arrivedAt),
    );
  }

  private acknowledge(message: MessageOf<'unchanged'>, device: RestingDevice, arrivedAt: number): void {
    if (!this.goesOn(device)) return;
    assertUnchanged(message, { number: device.record.lastNumber, digest: device.report?.digest ?? null });
    this.wire.send({ type: 'ack', reportNumber: message.reportNumber, assessment: null });
    this.workedOn(message.type, device, arrivedAt);
  }

  private async onReport(envelope: Envelope, device: Device, arrivedAt: number): Promise<void> {
    const { services, challenge, agentVersion } = this;
    const stages = this.stagesOf(device);
    stages.observe('wait', performance.now() - arrivedAt);
    const own = device.record.canary ? { ...services, stages } : services;
    const { number, assessment } = await ingest(envelope, device, challenge, agentVersion, own);
    stages.time('ack', () => {
      device.told ??= encodeTold(toDeviceAssessment(assessment));
      this.wire.sendFrame(encodeAckFrame(number, device.told, assessment));
    });
  }

  private async onHistory(message: MessageOf<'history'>, device: Device): Promise<void> {
    const { store, clock, devices } = this.services;
    const reportNumber = await acceptHistory(message, device, this.challenge, { store, clock, devices });
    this.wire.send({ type: 'history_ack', reportNumber });
  }

  private async onRotate(envelope: Envelope, device: Device): Promise<void> {
    const { store, clock, log } = this.services;
    const key = await rotateKey(envelope, device, this.challenge, { store, now: clock.now() });
    log.info({ device: device.record.id }, 'device key replaced');
    this.wire.send({ type: 'rotated', keyId: key.keyId });
  }

  private stagesOf({ record }: RestingDevice): SessionServices['stages'] {
    const { stages, canary } = this.services;
    return record.canary ? canary.stages : stages;
  }

  private workedOn(type: 'report' | 'unchanged' | 'history', device: RestingDevice, arrivedAt: number): void {
    this.stagesOf(device).observe(type, performance.now() - arrivedAt);
    if (device.record.canary) return;
    this.services.count(type);
    this.services.onSeen(device.record.id);
  }
}
