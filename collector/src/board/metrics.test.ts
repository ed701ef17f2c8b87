import { expect, it } from 'vitest';
import { createMetrics } from '../metrics.ts';
import { createStages } from '../stages.ts';
import { emptyLook } from './look.ts';
import { coverageGauges } from './metrics.ts';

it('tells how many devices there are of each version of the agent, and nothing before the first look', async () => {
  const metrics = createMetrics({ sessions: () => 0, queued: () => 0, stages: createStages() });
  let look = emptyLook();
  let isLookedAt = false;
  coverageGauges(metrics, { last: () => (isLookedAt ? { at: 1000, tookMs: 1, look } : null) });
  const told = async () =>
    (await metrics.text()).split('\n').filter((line) => line.startsWith('assay_coverage_agent_devices'));
  expect(await told()).toEqual([]);
  isLookedAt = true;
  look = { ...emptyLook(), agents: { '1.0.0': 2, '1.1.0': 1 } };
  expect(await told()).toEqual([
    'assay_coverage_agent_devices{version="1.0.0"} 2',
    'assay_coverage_agent_devices{version="1.1.0"} 1',
  ]);
  look = { ...emptyLook(), agents: { '1.1.0': 3 } };
  expect(await told(), 'a version that nobody has any more').toEqual([
    'assay_coverage_agent_devices{version="1.1.0"} 3',
  ]);
});
