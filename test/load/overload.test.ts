import { afterAll, expect, it } from 'vitest';
import { measureOverload } from '../simulator/overload.ts';
import { startSimulation } from '../simulator/start-simulation.ts';

const AGENTS = 200;
/** What sessions may have in flight is bounded by the protocol; this is far more than all of it together, MB. */
const MOST_GROWTH_MB = 300;
/** A collector that collapses under load accepts next to nothing for its CPU; `npm run bench -- overload` measures it. */
const LEAST_PART_OF_PEAK = 1 / 3;

const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const step of closing.reverse()) await step();
});

it('past saturation what is accepted is acknowledged, what is not is told when to come back, and memory is bounded', async () => {
  const simulation = await startSimulation({
    agents: AGENTS,
    seed: 12,
    progress: () => {},
    atEnd: (step) => void closing.push(step),
  });
  expect(await simulation.fleet.connect({ report: true, comesBack: true })).toMatchObject({
    connected: AGENTS,
  });
  const { steps, peakPerCpuS, restMb } = await measureOverload(simulation, {
    seconds: 2,
    progress: () => {},
  });
  for (const step of steps) {
    expect(step.sent).toBeGreaterThan(0);
    if (step.refused === 0) expect(step.acknowledged).toBe(step.sent);
    expect(step.refusedWithHint).toBe(step.refused);
    expect(step.rssMb - restMb).toBeLessThan(MOST_GROWTH_MB);
  }
  const twice = steps.find(({ name }) => name === 'twice');
  expect(twice?.perCpuS).toBeGreaterThan(peakPerCpuS * LEAST_PART_OF_PEAK);
  expect((await simulation.fleet.status()).lostReports).toBe(0);
}, 120_000);
