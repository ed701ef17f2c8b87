import { describeReturn, returnOfAFleet } from './return-of-a-fleet.ts';

// A whole fleet at once: part of `npm run test:long`, or with another number of agents as argument.

const agents = Number(process.argv[2] ?? 10_000);
const result = await returnOfAFleet(agents);
process.stdout.write(`${describeReturn(result)}\n`);
const isWell = result.back === agents && result.lostReports === 0;
process.exitCode = isWell && result.steadyAck.p95 < (result.allBackS * 1000) / 3 ? 0 : 1;
