import { encodeAgentFrame } from '@assay/shared';
import type { Attack } from './attack.ts';
import { below, DAMAGES, type Random } from './bytes.ts';
import { type Signed, signReport } from './honest.ts';
import { type Lane, type OpenSession, openSession, remember, report1 } from './lane.ts';

const NO_NONCE = new Uint8Array();

const frameOf = (reports: Signed[], { now }: { now: number }) =>
  encodeAgentFrame({ type: 'history', reports: reports.map(({ envelope }) => envelope), agentTime: now });

/** Up to three reports made while offline, in order. */
async function past(lane: Lane, session: OpenSession, random: Random): Promise<Signed[]> {
  const reports: Signed[] = [];
  for (let left = 1 + below(random, 3); left > 0; left--) {
    const number = session.next++;
    const report = await signReport(lane.device, session.connection, {
      number,
      nonce: NO_NONCE,
      createdAt: lane.world.now - left,
    });
    // Signed for no session, so it proves nothing about this one.
    lane.device.signed.clear();
    remember(lane.device, number, report);
    reports.push(report);
  }
  return reports;
}

const attack = (
  name: string,
  weight: number,
  prepare: (lane: Lane, session: OpenSession, random: Random) => Promise<Uint8Array>,
): Attack => ({
  statement: 'history',
  name,
  weight,
  async prepare(lane, random) {
    const session = await openSession(lane);
    return { connection: session.connection, frame: await prepare(lane, session, random) };
  },
});

/** Ways to tell a past that was not, or to make the past count for now. */
export const HISTORY_ATTACKS: readonly Attack[] = [
  ...Object.entries(DAMAGES).map(([name, damage]) =>
    attack(name, 10, async (lane, session, random) => {
      const [stranger] = lane.overheard.report;
      const other = stranger ? frameOf([stranger], lane.world) : new Uint8Array();
      return damage(frameOf(await past(lane, session, random), lane.world), random, other);
    }),
  ),
  attack('reordered within a frame', 8, async (lane, session, random) => {
    const reports = [...(await past(lane, session, random)), ...(await past(lane, session, random))];
    return frameOf(reports.reverse(), lane.world);
  }),
  attack("another device's past", 8, async (lane) => frameOf(lane.overheard.report.slice(0, 1), lane.world)),
  attack('a past that names another device', 8, async (lane, session) => {
    const lie = { number: session.next, nonce: NO_NONCE, deviceId: lane.other.deviceId };
    return frameOf([await signReport(lane.device, session.connection, lie, { hostile: true })], lane.world);
  }),
  attack('a report of this very session, as past', 8, async (lane, session) =>
    frameOf(
      [await signReport(lane.device, session.connection, { number: session.next }, { hostile: true })],
      lane.world,
    ),
  ),
  attack('another report of a stored number', 4, async (lane, session) => {
    await report1(lane, session);
    const lie = { number: session.next - 1, nonce: NO_NONCE, createdAt: 1 };
    return frameOf([await signReport(lane.device, session.connection, lie, { hostile: true })], lane.world);
  }),
  attack('a past report, sent as one of now', 8, async (lane, session, random) => {
    const [{ envelope } = { envelope: undefined }] = await past(lane, session, random);
    return envelope ? encodeAgentFrame({ type: 'report', envelope }) : new Uint8Array();
  }),
  {
    statement: 'history',
    name: 'delivered late, as it should be',
    weight: 8,
    async prepare(lane, random) {
      const session = await openSession(lane);
      const frame = frameOf(await past(lane, session, random), lane.world);
      return { connection: session.connection, frame, mustPass: true };
    },
  },
  {
    statement: 'history',
    name: 'delivered twice',
    weight: 8,
    async prepare(lane, random) {
      const before = await openSession(lane);
      const frame = frameOf(await past(lane, before, random), lane.world);
      before.connection.socket.say(frame);
      await before.connection.socket.next();
      before.connection.socket.hangUp();
      const { connection } = await openSession(lane);
      return { connection, frame, mustPass: true };
    },
  },
];
