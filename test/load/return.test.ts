import { expect, it } from 'vitest';
import { describeReturn, returnOfAFleet } from './return-of-a-fleet.ts';

const AGENTS = 1000;

it(`${AGENTS} agents come back at once after kill -9, nothing acknowledged is lost, and those who are there are not starved`, async () => {
  const result = await returnOfAFleet(AGENTS);
  process.stdout.write(`${describeReturn(result)}\n`);
  expect(result).toMatchObject({ back: AGENTS, lostReports: 0 });
  expect(result.acknowledgedBefore).toBeGreaterThan(AGENTS);
  expect(result.steadyAck.count).toBeGreaterThan(0);
  // Both are of the same run. Behind the crowd an acknowledgement would take as long as the crowd.
  expect(result.steadyAck.p95).toBeLessThan((result.allBackS * 1000) / 3);
}, 240_000);
