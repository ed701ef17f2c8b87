import { expect, it, vi } from 'vitest';
import { runCases } from './run-cases.ts';

// A collector that has forgotten its rules of freshness.
vi.mock('../../collector/src/verify/freshness.ts', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  assertAnswersChallenge() {},
  assertFresh() {},
  assertUnchanged() {},
}));

it('a collector that forgot its rules of freshness would be found out', async () => {
  const { wrong } = await runCases(400, 1);
  const found = (part: string) => wrong.some((line) => line.includes(part));
  expect(found('hello, replayed on another connection: was accepted')).toBe(true);
  expect(found('enrollment, replayed on another connection: was accepted')).toBe(true);
  expect(found('report, replayed in another session: ')).toBe(true);
  expect(found('report, nonce of another session: was accepted')).toBe(true);
  expect(found('unchanged, bit flips: was accepted')).toBe(true);
});
