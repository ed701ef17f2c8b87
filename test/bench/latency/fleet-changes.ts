import { monotonicMs } from '@assay/shared';
import type { Receiver } from '../../receivers/receiver.ts';
import { type ReceivedSet, startSsfReceiver } from '../../receivers/ssf-receiver.ts';
import { type Simulation, startSimulation } from '../../simulator/start-simulation.ts';
import { type Bench, type Figure, toFigure } from '../harness.ts';
import { QUANTILES, quantile } from '../percentiles.ts';
import type { StepLimits } from './limits.ts';

/** A fleet of which some laptops change, and who is to hear of it. */
export interface FleetChanges {
  agents: number;
  changesPerS: number;
  seconds: number;
  /** Identity providers that take SETs by push. */
  receivers: number;
  /** One more that takes connections and never answers. */
  dead: boolean;
}

const SEED = 7;
const AUDIENCE = 'https://idp.example/ssf';
const COMPLIANCE = 'device-compliance-change';
const REPORT_INTERVAL_S = 60;
const PATIENCE_MS = 60_000;

/**
 * Endpoint protection stops on one laptop after the other, or comes back; all the others say every minute that nothing
 * changed. From when a change is due at its agent until each living receiver has verified and accepted the SET.
 */
export async function measureFleetChanges(
  plan: FleetChanges,
  { limits, bench }: { limits: readonly StepLimits[]; bench: Bench },
): Promise<Figure[]> {
  const { agents, changesPerS, seconds } = plan;
  const simulation = await startSimulation({ agents, seed: SEED, ...bench });
  const { fleet } = simulation;
  bench.progress(`connecting ${agents} agents`);
  const { connected } = await fleet.connect({ report: true, spreadMs: agents });
  if (connected < agents) throw new Error(`only ${connected} of ${agents} agents could connect`);
  const living = await addReceivers(simulation, plan, bench);
  await quiet(living);

  bench.progress(`${changesPerS} changes/s for ${seconds} s`);
  const known = living.map(({ accepted }) => accepted.length);
  const unchangedPerS = agents / REPORT_INTERVAL_S;
  const load = await fleet.load({
    mix: { change: changesPerS, unchanged: unchangedPerS },
    perSecond: changesPerS + unchangedPerS,
    changes: ['edr_stopped'],
    onlyWell: true,
    tellChanges: true,
    seconds,
  });
  const took = await followAll(load.changes, living, known);
  await fleet.stop();
  await simulation.collector.stop();
  const name = `report_to_accepted_${agents}`;
  return [
    toFigure(`fleet_${agents}_changes`, load.changes.length, ''),
    toFigure(`fleet_${agents}_receivers`, living.length + (plan.dead ? 1 : 0), ''),
    ...Object.entries(QUANTILES).map(([q, part]) =>
      toFigure(`${name}_${q}_ms`, quantile(took, part), 'ms', quantile(limits.map(toTell), part)),
    ),
    toFigure(`fleet_${agents}_ack_p99_ms`, load.took.p99, 'ms'),
    toFigure(`fleet_${agents}_loop_late_p99_ms`, load.loopLateP99Ms, 'ms'),
  ];
}

/** The bare operations between a report and an accepted SET: verify, commit, sign, post. */
const toTell = ({ verify, commit, signSet, post }: StepLimits) => verify + commit + signSet + post;

type Living = Receiver<ReceivedSet>;

async function addReceivers(
  { collector: { url: issuer, ca, api } }: Simulation,
  { receivers, dead }: FleetChanges,
  { atEnd }: Bench,
): Promise<Living[]> {
  const all: Living[] = [];
  for (let i = 0; i < receivers + (dead ? 1 : 0); i += 1) {
    const audience = `${AUDIENCE}/${i}`;
    const receiver = await startSsfReceiver({ issuer, audience, jwksUri: `${issuer}/ssf/jwks.json`, ca });
    atEnd(() => receiver.close());
    const config = { endpoint_url: receiver.url, aud: audience };
    await api.call('POST', '/targets', { name: `receiver-${i}`, kind: 'ssf', config });
    all.push(receiver);
  }
  const living = all.slice(0, receivers);
  for (const receiver of all.slice(receivers)) receiver.behave({ kind: 'hang' }, Number.POSITIVE_INFINITY);
  return living;
}

/** Until a new receiver was told all that it is told at first. */
async function quiet(living: readonly Living[]): Promise<void> {
  const counts = () => living.map(({ accepted }) => accepted.length).join();
  const until = performance.now() + PATIENCE_MS;
  for (let before = ''; before !== counts() && performance.now() < until; ) {
    before = counts();
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
}

/** For each change and receiver the time until its SET was accepted, ms. */
async function followAll(
  changes: readonly { deviceId: string; at: number }[],
  living: readonly Living[],
  known: readonly number[],
): Promise<number[]> {
  const toMonotonic = monotonicMs() - performance.now();
  const took: number[] = [];
  for (const [i, receiver] of living.entries()) {
    // Compliance and risk level are told of each.
    await receiver.waitForAccepted((known[i] ?? 0) + 2 * changes.length, PATIENCE_MS);
    if (receiver.rejected.length > 0) throw new Error(`a receiver refused: ${receiver.rejected[0]}`);
    const heard = new Map<string, number[]>();
    for (const { event, claims, judged } of receiver.accepted.slice(known[i])) {
      if (event !== COMPLIANCE) continue;
      const id = deviceOf(claims.sub_id);
      heard.set(id, [...(heard.get(id) ?? []), judged + toMonotonic]);
    }
    for (const { deviceId, at } of changes) took.push((heard.get(deviceId)?.shift() ?? Number.NaN) - at);
  }
  if (took.some(Number.isNaN)) throw new Error('a change was never told');
  return took;
}

const deviceOf = (subject: unknown): string =>
  (subject as { device?: { id?: string } } | undefined)?.device?.id ?? '';
