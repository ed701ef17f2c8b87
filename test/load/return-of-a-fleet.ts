import { type ComeBack, comeBack } from '../simulator/come-back.ts';
import { startSimulation } from '../simulator/start-simulation.ts';

const STEADY = 8;
const SEED = 3;

/** Enrolls a fleet, kills the collector, starts it anew, and lets all come back at the same moment, each with a report. */
export async function returnOfAFleet(agents: number): Promise<ComeBack> {
  const steps: (() => unknown)[] = [];
  const running = { progress: () => {}, atEnd: (step: () => unknown) => void steps.push(step) };
  try {
    const simulation = await startSimulation({ agents: agents + STEADY, seed: SEED, ...running });
    const plan = { agents, steady: STEADY, jitterMs: 0, reportsPerS: 200, anew: true };
    return await comeBack(simulation, plan, running);
  } finally {
    for (const step of steps.reverse()) await step();
  }
}

export const describeReturn = ({ back, allBackS, attempts, steadyAck, lostReports, rssMb }: ComeBack) =>
  `${back} agents back after ${allBackS.toFixed(1)} s in ${attempts} attempts, ${lostReports} acknowledged reports lost; ` +
  `meanwhile ack p50/p95/p99 ${[steadyAck.p50, steadyAck.p95, steadyAck.p99].map((ms) => ms.toFixed(1)).join('/')} ms; RSS ${Math.round(rssMb)} MB`;
