import { randomBytes } from 'node:crypto';
import { encodeAgentFrame } from '@assay/shared';
import type { Attack } from './attack.ts';
import { below, DAMAGES, malleated, type Random } from './bytes.ts';
import { HISTORY_ATTACKS } from './history-attacks.ts';
import { type Signed, type Slot, signEnrollment, signHello, signReport } from './honest.ts';
import { type Lane, openSession, remember, report1, unchangedFrame } from './lane.ts';
import type { Connection } from './world.ts';

const anyOf = (list: Signed[], random: Random): Signed => list[below(random, list.length)] as Signed;

const opening: { [S in 'enrollment' | 'hello']: (lane: Lane, connection: Connection) => Promise<Signed> } = {
  enrollment: (lane, connection) => signEnrollment(lane.applicant, connection, lane.world.token),
  hello: (lane, connection) => signHello(lane.device, connection),
};

/** A blow on a connection that was only challenged. */
const onOpening = (
  statement: 'enrollment' | 'hello',
  name: string,
  weight: number,
  frameOf: (lane: Lane, connection: Connection, random: Random) => Promise<Uint8Array> | Uint8Array,
): Attack => ({
  statement,
  name,
  weight,
  async prepare(lane, random) {
    const connection = await lane.world.connect();
    return { connection, frame: await frameOf(lane, connection, random) };
  },
});

/** A blow in an open session; `report` is the device's next, signed and not sent. */
const inSession = (
  name: string,
  weight: number,
  frameOf: (
    lane: Lane,
    at: { connection: Connection; number: number; random: Random },
  ) => Promise<Uint8Array> | Uint8Array,
  statement: 'report' | 'unchanged' = 'report',
): Attack => ({
  statement,
  name,
  weight,
  async prepare(lane, random) {
    const { connection, next } = await openSession(lane);
    return { connection, frame: await frameOf(lane, { connection, number: next, random }) };
  },
});

/** A blow right after the device's report was acknowledged. */
const afterReport = (
  name: string,
  weight: number,
  frameOf: (lane: Lane, accepted: Signed, connection: Connection) => Promise<Uint8Array> | Uint8Array,
): Attack => ({
  statement: 'report',
  name,
  weight,
  async prepare(lane) {
    const session = await openSession(lane);
    const accepted = await report1(lane, session, session.next + 1);
    return { connection: session.connection, frame: await frameOf(lane, accepted, session.connection) };
  },
});

const inSlot = (slot: Slot, { envelope }: Signed) => encodeAgentFrame({ type: slot, envelope });

const damages: Attack[] = Object.entries(DAMAGES).flatMap(([name, damage]) => [
  ...(['enrollment', 'hello'] as const).map((statement) =>
    onOpening(statement, name, statement === 'hello' ? 60 : 40, async (lane, connection, random) => {
      const { frame } = await opening[statement](lane, connection);
      const slot = statement === 'enrollment' ? 'enroll' : 'hello';
      return damage(frame, random, anyOf(lane.overheard[slot], random).frame);
    }),
  ),
  inSession(name, 40, async (lane, { connection, number, random }) => {
    const report = await signReport(lane.device, connection, { number });
    remember(lane.device, number, report);
    return damage(report.frame, random, anyOf(lane.overheard.report, random).frame);
  }),
  inSession(
    name,
    10,
    ({ device }, { random }) =>
      damage(
        unchangedFrame(device.lastReport ?? { number: 1, digest: randomBytes(32) }),
        random,
        unchangedFrame({ number: 1, digest: randomBytes(32) }),
      ),
    'unchanged',
  ),
]);

const replays: Attack[] = [
  onOpening(
    'enrollment',
    'replayed on another connection',
    80,
    (lane, _, random) => anyOf(lane.overheard.enroll, random).frame,
  ),
  onOpening(
    'hello',
    'replayed on another connection',
    120,
    (lane, _, random) => anyOf(lane.overheard.hello, random).frame,
  ),
  inSession(
    'replayed in another session',
    30,
    (lane, { random }) => anyOf(lane.overheard.report, random).frame,
  ),
  afterReport('replayed in the same session', 8, (_, { frame }) => frame),
  afterReport('malleated signature of an accepted report', 8, ({ device }, { envelope }) => {
    const twin =
      device.signer.publicKey.algorithm === 'ES256' ? malleated(envelope.signature) : envelope.signature;
    return encodeAgentFrame({ type: 'report', envelope: { ...envelope, signature: twin } });
  }),
  afterReport('reordered: an earlier number after a later one', 8, async ({ device }, _, connection) => {
    const number = (device.lastReport?.number ?? 2) - 1;
    return (await signReport(device, connection, { number }, { hostile: true })).frame;
  }),
];

const splices: Attack[] = [
  ...(['payload', 'keyId', 'signature'] as const).flatMap((part) => [
    inSession(`${part} of another report`, 15, async (lane, { connection, number, random }) => {
      const { envelope } = await signReport(lane.device, connection, { number });
      const stranger = anyOf(lane.overheard.report, random).envelope;
      // Its own device's key id is the right one, and no damage.
      const value = part === 'keyId' ? lane.other.signer.publicKey.keyId : stranger[part];
      return encodeAgentFrame({ type: 'report', envelope: { ...envelope, [part]: value } });
    }),
    onOpening('hello', `${part} of another hello`, 20, async (lane, connection, random) => {
      const { envelope } = await signHello(lane.device, connection);
      const stranger = anyOf(lane.overheard.hello, random).envelope;
      const value = part === 'keyId' ? lane.other.signer.publicKey.keyId : stranger[part];
      return encodeAgentFrame({ type: 'hello', envelope: { ...envelope, [part]: value } });
    }),
  ]),
  inSession(
    "another device's report, made for this session",
    15,
    async (lane, { connection, number }) =>
      (await signReport(lane.other, connection, { number }, { hostile: true })).frame,
  ),
  inSession(
    'a report that names another device',
    15,
    async ({ device, other }, { connection, number }) =>
      (await signReport(device, connection, { number, deviceId: other.deviceId }, { hostile: true })).frame,
  ),
  onOpening(
    'hello',
    "another device's id with this device's key",
    30,
    async ({ device, other }, connection) =>
      (await signHello(device, connection, { deviceId: other.deviceId })).frame,
  ),
];

const swaps: Attack[] = [
  inSession(
    'nonce of another session',
    15,
    async (lane, { connection, number }) =>
      (await signReport(lane.device, connection, { number, nonce: randomBytes(32) }, { hostile: true }))
        .frame,
  ),
  onOpening(
    'hello',
    'nonce of another connection',
    40,
    async (lane, connection) => (await signHello(lane.device, connection, { nonce: randomBytes(32) })).frame,
  ),
  onOpening(
    'enrollment',
    'nonce of another connection',
    40,
    async (lane, connection) =>
      (await signEnrollment(lane.applicant, connection, lane.world.token, { nonce: randomBytes(32) })).frame,
  ),
  onOpening(
    'hello',
    'made for another collector',
    40,
    async (lane, connection) =>
      (await signHello(lane.device, connection, { collectorId: 'f3b0c2de-7d5e-4c9a-9a53-0d6a1f0b9e11' }))
        .frame,
  ),
  onOpening('enrollment', 'a key that did not sign it', 20, async (lane, connection) => {
    const { spki } = lane.other.signer.publicKey;
    return (await signEnrollment(lane.applicant, connection, lane.world.token, { publicKey: spki })).frame;
  }),
  onOpening('hello', 'purpose swapped: an enrollment', 20, async (lane, connection) =>
    inSlot('hello', await opening.enrollment(lane, connection)),
  ),
  onOpening('enrollment', 'purpose swapped: a hello', 20, async (lane, connection) =>
    inSlot('enroll', await opening.hello(lane, connection)),
  ),
  inSession('purpose swapped: a hello', 15, async (lane, { connection }) =>
    inSlot('report', await signHello(lane.device, connection)),
  ),
  onOpening('hello', 'purpose swapped: a report', 20, async (lane, connection) =>
    inSlot('hello', await signReport(lane.device, connection, { number: 1 }, { hostile: true })),
  ),
];

const HOUR_MS = 3_600_000;

const clocks: Attack[] = [
  {
    statement: 'report',
    name: "the agent's clock is wrong by up to 48 hours",
    weight: 3,
    async prepare(lane, random) {
      const { connection, next } = await openSession(lane);
      const createdAt = lane.world.now + Math.round((random() * 2 - 1) * 48 * HOUR_MS);
      const report = await signReport(lane.device, connection, { number: next, createdAt });
      remember(lane.device, next, report);
      return { connection, frame: report.frame, mustPass: true };
    },
  },
];

/** Every attack, with how often it is tried. */
export const ATTACKS: readonly Attack[] = [
  ...damages,
  ...replays,
  ...splices,
  ...swaps,
  ...clocks,
  ...HISTORY_ATTACKS,
];
