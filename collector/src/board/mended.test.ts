import type { Assessment, CheckResult } from '@assay/shared';
import { expect, it } from 'vitest';
import { makeCommit } from '../store/test-records.ts';
import { mendedBetween } from './mended.ts';

const { assessment } = makeCommit('device', 1);
const standing = (hash: string, at: number, disk: Pick<CheckResult, 'outcome' | 'failing'>): Assessment => ({
  ...assessment,
  policy: { name: 'p', hash },
  assessedAt: at,
  checks: [
    {
      ...{ check: 'disk', title: '', required: true, worth: 100, points: 0, signals: [], since: 0 },
      ...{ explain: '', remedy: '', ...disk },
    },
  ],
});
const failing = standing('a', 2000, { outcome: 'fail', failing: { since: 1000, enforcedFrom: null } });

it('is a check that failed and passes, by the same policy', () => {
  expect(mendedBetween(failing, standing('a', 5000, { outcome: 'pass' }))).toEqual([
    { check: 'disk', afterMs: 4000 },
  ]);
  expect(mendedBetween(failing, standing('a', 5000, { outcome: 'unknown' }))).toEqual([]);
});

it('is nothing where another policy asks for less', () => {
  expect(mendedBetween(failing, standing('b', 5000, { outcome: 'pass' }))).toEqual([]);
});
