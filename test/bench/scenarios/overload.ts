import { measureOverload } from '../../simulator/overload.ts';
import { startSimulation } from '../../simulator/start-simulation.ts';
import { defineScenario, toFigure } from '../harness.ts';

const SEED = 9;

/**
 * More is offered than can be accepted: the fleet's peak is found first, then half as much, as much, and twice as much
 * comes at fixed times whatever was answered (open loop), signed in advance so that the fleet takes little of the cores.
 */
export const scenario = defineScenario({
  summary: 'throughput, latency, refusals and memory past saturation',
  options: {
    agents: { default: 2000, help: 'connected agents; each may send five messages a second' },
    seconds: { default: 8, help: 'length of each step' },
  },
  quick: { seconds: 6 },
  async run({ agents, seconds }, bench) {
    const simulation = await startSimulation({ agents, seed: SEED, ...bench });
    bench.progress(`connecting ${agents} agents`);
    const { connected } = await simulation.fleet.connect({ report: true, spreadMs: agents, comesBack: true });
    if (connected < agents) throw new Error(`only ${connected} of ${agents} agents could connect`);
    const { peakPerS, steps, restMb } = await measureOverload(simulation, {
      seconds,
      progress: bench.progress,
    });
    return [
      toFigure('agents', agents, ''),
      toFigure('peak_reports_per_s', peakPerS, '1/s'),
      ...steps.flatMap((step) => [
        toFigure(`offered_${step.name}_per_s`, step.offeredPerS, '1/s'),
        toFigure(`accepted_${step.name}_per_s`, step.acceptedPerS, '1/s', peakPerS),
        toFigure(`ack_${step.name}_p50_ms`, step.took.p50, 'ms'),
        toFigure(`ack_${step.name}_p99_ms`, step.took.p99, 'ms'),
        toFigure(`held_back_${step.name}_per_s`, step.heldBackPerS, '1/s'),
        toFigure(`refused_${step.name}`, step.refused, ''),
        toFigure(`refused_with_hint_${step.name}`, step.refusedWithHint, ''),
        toFigure(`rss_${step.name}_mb`, step.rssMb, 'MB', restMb),
      ]),
    ];
  },
});
