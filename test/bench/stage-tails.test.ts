import { expect, it } from 'vitest';
import { createMetrics } from '../../collector/src/metrics.ts';
import { createStages } from '../../collector/src/stages.ts';
import { tailsBetween } from './stage-tails.ts';

it('tells what a stage took between two looks, in the buckets of a real collector', async () => {
  const stages = createStages();
  const metrics = createMetrics({ stages, sessions: () => 0, queued: () => 0 });
  const look = async () =>
    new Map(
      (await metrics.text())
        .split('\n')
        .filter((line) => line && !line.startsWith('#'))
        .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
    );
  for (let i = 0; i < 100; i += 1) stages.observe('commit', 900);
  const before = await look();
  for (let i = 0; i < 98; i += 1) stages.observe('commit', 1);
  stages.observe('commit', 40);
  stages.observe('commit', 60_000);
  const tails = tailsBetween(before, await look());
  expect(tails.within('commit', 0.5)).toBe(1);
  expect(tails.within('commit', 0.99)).toBe(50);
  expect(tails.within('commit', 1)).toBe(Number.POSITIVE_INFINITY);
  expect(tails.within('verify', 0.99)).toBe(0);
});
