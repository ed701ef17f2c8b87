import { decodeAgentFrame } from '@assay/shared';
import { createRandom } from '../faults/random.ts';
import type { Attack, Blow } from './attack.ts';
import { ATTACKS } from './attacks.ts';
import { placeOf } from './honest.ts';
import { createLane, type Lane } from './lane.ts';
import { createWorld, sha256, type World } from './world.ts';

/** What became of the cases of one attack. */
export interface Tally {
  statement: string;
  attack: string;
  cases: number;
  /** By error code. */
  refused: Record<string, number>;
  /** The very bytes that the device signed for this place, for the first time. */
  rightlyAccepted: number;
}

export interface Outcome {
  seed: number;
  cases: number;
  tallies: Tally[];
  /** What must stay empty: each says which case of which attack, and what happened. */
  wrong: string[];
}

const ACCEPTED = new Set(['enrolled', 'welcome', 'ack', 'history_ack']);
// A defect that shows as a polite refusal is still one.
const DEFECTS = new Set(['internal', 'store_unavailable']);
const UNANSWERED_MS = 10_000;

/** Runs seeded cases against one collector; the same seed gives the same attacks in the same order. */
export async function runCases(
  cases: number,
  seed: number,
  onProgress: (done: number) => void = () => {},
): Promise<Outcome> {
  const world = await createWorld();
  const tallies = new Map<Attack, Tally>();
  const wrong: string[] = [];
  const durable = watchCommits(world, wrong);
  const lanes = [await createLane(world, 'ES256'), await createLane(world, 'Ed25519')];
  for (const { device, other } of lanes) durable.devices.push(device, other);

  await Promise.all(
    lanes.map(async (lane, index) => {
      const random = createRandom(seed + index);
      for (let number = index; number < cases; number += lanes.length) {
        const attack = pick(random);
        const said = (what: string) =>
          wrong.push(`seed ${seed} case ${number}, ${attack.statement}, ${attack.name}: ${what}`);
        const blow = await attack.prepare(lane, random);
        await strike(lane, blow, tallyOf(tallies, attack), said);
        if (number % 1000 < lanes.length) onProgress(number);
      }
    }),
  );
  await world.close();
  return { seed, cases, tallies: [...tallies.values()], wrong };
}

const total = ATTACKS.reduce((sum, { weight }) => sum + weight, 0);

function pick(random: () => number): Attack {
  let left = random() * total;
  for (const attack of ATTACKS) {
    left -= attack.weight;
    if (left < 0) return attack;
  }
  return ATTACKS[0] as Attack;
}

function tallyOf(tallies: Map<Attack, Tally>, attack: Attack): Tally {
  const { statement, name } = attack;
  const tally = tallies.get(attack) ?? {
    statement,
    attack: name,
    cases: 0,
    refused: {},
    rightlyAccepted: 0,
  };
  tallies.set(attack, tally);
  return tally;
}

async function strike(lane: Lane, blow: Blow, tally: Tally, said: (what: string) => void): Promise<void> {
  const { socket } = blow.connection;
  tally.cases++;
  const before = await verdictOf(lane);
  socket.say(blow.frame);
  const answer = await answered(socket.next());
  socket.hangUp();
  if (answer === null) said('was not answered');
  else if (ACCEPTED.has(answer.type)) {
    if (isHonest(lane, blow)) tally.rightlyAccepted++;
    else said(`was accepted with ${answer.type}`);
    if (answer.type === 'history_ack' && (await verdictOf(lane)) !== before) said('moved the verdict');
    if (answer.type === 'enrolled') lane.nextApplicant();
  } else {
    const code = answer.type === 'refusal' ? answer.code : answer.type;
    tally.refused[code] = (tally.refused[code] ?? 0) + 1;
    if (DEFECTS.has(code)) said(`met a defect: ${JSON.stringify(answer)}`);
    if (blow.mustPass) said(`was refused: ${JSON.stringify(answer)}`);
  }
}

async function answered<T>(answer: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), UNANSWERED_MS);
  });
  const first = await Promise.race([answer, late]);
  clearTimeout(timer);
  return first;
}

const verdictOf = ({ world, device }: Lane) =>
  world.services.fleet.with(device.deviceId, async (known) => JSON.stringify(known?.assessment));

/**
 * The oracle: only the exact bytes that this device's key signed, for this purpose and this connection, may be
 * believed. Knows nothing of how the collector verifies.
 */
function isHonest({ device, applicant }: Lane, { connection, frame }: Blow): boolean {
  const message = decodeAgentFrame(frame);
  if (message.type === 'unchanged') {
    const { lastReport } = device;
    return (
      message.reportNumber === lastReport?.number && Buffer.from(message.digest).equals(lastReport.digest)
    );
  }
  if (message.type === 'history') {
    const here = device.signed.get(placeOf('report', connection));
    const digests = message.reports.map(({ payload }) => sha256(payload));
    return digests.every((digest) => device.everReported.has(digest) && !here?.has(digest));
  }
  const kind = message.type === 'enroll' ? 'enrollment' : message.type;
  const signer = message.type === 'enroll' ? applicant : device;
  return signer.signed.get(placeOf(kind, connection))?.has(sha256(message.envelope.payload)) ?? false;
}

/** Whatever becomes durable was signed by the device it is stored for, once, and is judged by the collector's clock. */
function watchCommits(world: World, wrong: string[]) {
  const devices: Lane['device'][] = [];
  const seen = new Set<string>();
  world.onCommit = ({ deviceId, evidence, assessment }) => {
    if (!evidence) return;
    const digest = sha256(evidence.payload);
    const signed = devices.find((device) => device.deviceId === deviceId)?.signed;
    const isOwn =
      signed && [...signed].some(([place, set]) => place.startsWith('report ') && set.has(digest));
    if (signed && !isOwn) wrong.push(`device ${deviceId}: stored a report that it never signed`);
    if (seen.has(digest)) wrong.push(`device ${deviceId}: stored the same report twice`);
    seen.add(digest);
    if (assessment.assessedAt !== world.now)
      wrong.push(`device ${deviceId}: judged at a time that is not the collector's`);
  };
  world.onOffline = ({ deviceId, reports }) => {
    for (const { payload } of reports) {
      const digest = sha256(payload);
      const device = devices.find((one) => one.deviceId === deviceId);
      if (!device?.everReported.has(digest))
        wrong.push(`device ${deviceId}: stored a past that it never had`);
      if (seen.has(digest)) wrong.push(`device ${deviceId}: stored the same report twice, as its past`);
      seen.add(digest);
    }
  };
  return { devices };
}
