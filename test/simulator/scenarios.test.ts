import { afterEach, expect, it } from 'vitest';
import { type RunOptions, runScenario } from './run-scenario.ts';
import type { SimulatorScenario } from './scenario.ts';

// The others ask how long something takes, which a busy machine decides: npm run simulate.
const NAMES = ['change-storm', 'clone', 'hostile-share', 'offline-half', 'slow-readers'];

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of closing.splice(0).reverse()) await step();
});

it.each(NAMES)(
  'a fleet in a %s is served as it should be',
  async (name) => {
    const { scenario } = (await import(`./scenarios/${name}.ts`)) as { scenario: SimulatorScenario };
    const options: RunOptions = {
      ...{ name, agents: 40, seed: 2, seconds: 2 },
      progress: { say: () => {}, during: (_text, _seconds, work) => work },
      atEnd: (step) => void closing.push(step),
    };
    const { expectations } = await runScenario(scenario, options);
    expect(expectations.length).toBeGreaterThan(0);
    expect(expectations.filter(({ held }) => !held)).toEqual([]);
  },
  120_000,
);
