import fc from 'fast-check';
import { assess } from '../../collector/src/assess/assess.ts';
import { whyNotAddsUp } from '../../collector/src/assess/testdata/adds-up.ts';
import { anyPolicy } from '../../collector/src/assess/testdata/any-policy.ts';
import { anyContext, anySignals } from '../../collector/src/assess/testdata/arbitraries.ts';

// What the unit test states for some thousands of cases, for a million: points lost are 100 less the score, always, over
// histories of two judgements. To read a policy costs more than to judge by it, so each is tried on many devices.
//   node test/properties/run.ts [cases] [seed]

const CASES = Number(process.argv[2] ?? 1_000_000);
const SEED = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const DEVICES_PER_POLICY = 500;
const SHOWN_EVERY = 100_000;

const policies = fc.sample(anyPolicy, { numRuns: Math.ceil(CASES / DEVICES_PER_POLICY), seed: SEED });
const device = fc.record({
  first: anySignals,
  later: anySignals,
  context: anyContext,
  ms: fc.nat(200_000_000),
});
const scores = new Map<string, number>();
const began = performance.now();
let done = 0;

process.stdout.write(`${CASES} cases over ${policies.length} policies, seed ${SEED}\n`);
for (const [i, policy] of policies.entries()) {
  const left = Math.min(DEVICES_PER_POLICY, CASES - done);
  for (const { first, later, context, ms } of fc.sample(device, { numRuns: left, seed: SEED + i + 1 })) {
    const before = assess(policy, first, context);
    const now = context.now + ms;
    const after = assess(policy, later, {
      ...context,
      now,
      evidenceAt: context.evidenceAt + ms,
      previous: before,
    });
    const why = whyNotAddsUp(before) ?? whyNotAddsUp(after);
    if (why) {
      const counterexample = { policy, first, later, context, ms };
      process.stderr.write(`does not add up: ${why}\n${JSON.stringify(counterexample, null, 1)}\n`);
      process.exit(1);
    }
    for (const { excuse, outcome } of after.checks) {
      const kind = excuse?.kind ?? outcome;
      scores.set(kind, (scores.get(kind) ?? 0) + 1);
    }
    done += 1;
    if (done % SHOWN_EVERY === 0)
      process.stdout.write(`${done} in ${Math.round((performance.now() - began) / 1000)} s\n`);
  }
}
const seen = [...scores].map(([kind, n]) => `${kind} ${n}`).join(', ');
process.stdout.write(`${done} cases add up. Checks came out as: ${seen}\n`);
