import { createHash } from 'node:crypto';
import { encodeAgentFrame } from '@assay/shared';
import {
  type Applicant,
  enrollDevice,
  type HonestDevice,
  newSigner,
  type Signed,
  type Slot,
  signEnrollment,
  signHello,
  signReport,
} from './honest.ts';
import type { Connection, World } from './world.ts';

/** One device's cases run one after the other: it has one session at a time. */
export interface Lane {
  world: World;
  device: HonestDevice;
  /** Another device of the same fleet, whose statements are overheard. */
  other: HonestDevice;
  /** Not enrolled yet. */
  applicant: Applicant;
  /** Makes the next applicant: this one got in. */
  nextApplicant(): void;
  /** Valid statements from elsewhere: another connection of this device, or another device. */
  overheard: { [S in Slot]: Signed[] };
}

/** An open session of the lane's device. */
export interface OpenSession {
  connection: Connection;
  /** The number that its next report must have at least. */
  next: number;
}

export async function createLane(world: World, algorithm: 'ES256' | 'Ed25519'): Promise<Lane> {
  const applicant = () => ({
    signer: newSigner(algorithm),
    signed: new Map(),
    everReported: new Set<string>(),
  });
  const lane: Lane = {
    world,
    device: await enrollDevice(world, algorithm),
    other: await enrollDevice(world, algorithm),
    applicant: applicant(),
    nextApplicant() {
      lane.applicant = applicant();
    },
    overheard: { enroll: [], hello: [], report: [] },
  };
  await overhear(lane);
  return lane;
}

/** Sessions that end well, and whose statements an attacker has recorded. */
async function overhear(lane: Lane): Promise<void> {
  for (const device of [lane.other, lane.device]) {
    const hidden = { ...lane, device };
    const session = await openSession(hidden);
    const hello = await signHello(device, session.connection);
    const report = await report1(hidden, session);
    lane.overheard.hello.push(hello);
    lane.overheard.report.push(report);
    session.connection.socket.hangUp();
  }
  const connection = await lane.world.connect();
  lane.overheard.enroll.push(await signEnrollment(lane.applicant, connection, lane.world.token));
  connection.socket.hangUp();
}

/** Opens a session by the ordinary handshake. */
export async function openSession(lane: Pick<Lane, 'world' | 'device'>): Promise<OpenSession> {
  const connection = await lane.world.connect();
  connection.socket.say((await signHello(lane.device, connection)).frame);
  const answer = await connection.socket.next();
  if (answer.type !== 'welcome')
    throw new Error(`an honest hello was answered with ${JSON.stringify(answer)}`);
  return { connection, next: answer.lastReportNumber + 1 };
}

/** A report that is acknowledged; the next must have a greater number. */
export async function report1(
  { device }: Pick<Lane, 'device'>,
  session: OpenSession,
  number = session.next,
): Promise<Signed> {
  const report = await signReport(device, session.connection, { number });
  remember(device, number, report);
  session.connection.socket.say(report.frame);
  const answer = await session.connection.socket.next();
  if (answer.type !== 'ack') throw new Error(`an honest report was answered with ${JSON.stringify(answer)}`);
  session.next = number + 1;
  return report;
}

/** As an agent keeps what it signed last, before it sends it. */
export function remember(device: HonestDevice, number: number, { envelope }: Signed): void {
  device.lastReport = { number, digest: createHash('sha256').update(envelope.payload).digest() };
}

/** The lane's last report as `Unchanged` names it. */
export const unchangedFrame = (lastReport: NonNullable<HonestDevice['lastReport']>): Uint8Array =>
  encodeAgentFrame({ type: 'unchanged', reportNumber: lastReport.number, digest: lastReport.digest });
