import { expect, it } from 'vitest';
import { describeReturn, returnOfAFleet } from './return-of-a-fleet.ts';

const AGENTS = 1000;

it(`${AGENTS} agents come back at once after a restart, and those who are there are not starved`, async () => {
  const result = await returnOfAFleet(AGENTS);
  process.stdout.write(`${describeReturn(result)}\n`);
  expect(result.agents).toBe(AGENTS);
  expect(result.busy.count).toBeGreaterThan(0);
  // Both are of the same run. Behind the crowd an acknowledgement would take as long as the crowd.
  expect(result.busy.p95).toBeLessThan(result.allBackMs / 3);
}, 240_000);
