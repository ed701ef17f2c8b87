import { expect, it } from 'vitest';
import { testSeed } from '../faults/random.ts';
import { ATTACKS } from './attacks.ts';
import { runCases } from './run-cases.ts';

const CASES = 4000;
const seed = testSeed();

it(`of ${CASES} mutated, replayed and spliced statements none is believed that should not be (seed ${seed})`, async () => {
  const { tallies, wrong } = await runCases(CASES, seed);
  expect(wrong).toEqual([]);
  expect(tallies.reduce((sum, { cases }) => sum + cases, 0)).toBe(CASES);
  // Rare attacks are rare, but a run that leaves out most of them proves little.
  expect(tallies.length).toBeGreaterThan(ATTACKS.length * 0.8);

  const refusals = (name: string) => tallies.find(({ attack }) => attack === name)?.refused ?? {};
  expect(Object.keys(refusals('malleated signature of an accepted report'))).toEqual([
    'report_number_repeated',
  ]);
}, 120_000);
