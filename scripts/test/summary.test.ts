import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { summarize } from './summary.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'assay-summary-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const test = (title: string, status: string, ...ancestorTitles: string[]) => ({
  ancestorTitles,
  title,
  status,
});

function summaryOf(ok: boolean, ...files: { status: string; assertionResults: object[] }[]) {
  const testResults = files.map((file, index) => ({ name: join(root, `${index}.test.ts`), ...file }));
  writeFileSync(join(root, 'report.json'), JSON.stringify({ testResults }));
  return summarize(join(root, 'report.json'), { root, ok });
}

it('counts tests, and names those left out with the package that each needs', () => {
  const group = 'in Chromium [needs /usr/bin/chromium: apt-get install chromium]';
  expect(
    summaryOf(true, {
      status: 'passed',
      assertionResults: [
        test('a', 'passed'),
        test('b', 'skipped', group),
        test('c', 'skipped', group),
        test('d', 'pending'),
      ],
    }),
  ).toEqual({
    leftOut: [`0.test.ts > ${group} > b`, `0.test.ts > ${group} > c`, '0.test.ts > d'],
    slow: [],
    packages: ['chromium'],
    counts: { passed: 1, failed: 0, skipped: 3 },
  });
});

it('names what passed only when it was tried again', () => {
  const failureMessages = ['Error: Test timed out in 30000ms.'];
  const { slow, counts } = summaryOf(true, {
    status: 'passed',
    assertionResults: [test('a', 'passed', 'group'), { ...test('b', 'passed', 'group'), failureMessages }],
  });
  expect(slow).toEqual(['0.test.ts > group > b']);
  expect(counts).toEqual({ passed: 2, failed: 0, skipped: 0 });
});

it('counts a file that could not be loaded, or whose hook failed, as one failure', () => {
  const { counts } = summaryOf(
    false,
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [test('a', 'skipped')] },
    { status: 'failed', assertionResults: [test('b', 'failed'), test('c', 'failed')] },
  );
  expect(counts).toEqual({ passed: 0, failed: 4, skipped: 1 });
});

it('never calls a run that ended badly a passing one', () => {
  expect(summaryOf(false, { status: 'passed', assertionResults: [test('a', 'passed')] }).counts.failed).toBe(
    1,
  );
  expect(summarize(join(root, 'none.json'), { root, ok: false }).counts.failed).toBe(1);
});
