import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPrivateDir } from './private-dir.ts';
import { openReportNumbers } from './report-number.ts';

let path: string;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'assay-numbers-'));
});
afterEach(() => rmSync(path, { recursive: true }));

const file = () => join(path, 'last-report');
const reportOf = (number: number) => ({
  number,
  digest: Uint8Array.from(createHash('sha256').update(String(number)).digest()),
});

/** Opens, as after a restart, and signs so many reports. */
function run(count: number) {
  const numbers = openReportNumbers(openPrivateDir(path));
  for (let i = 0; i < count; i++) numbers.keep(reportOf(numbers.next()));
  numbers.close();
  return numbers;
}

it('starts at 1, and has signed nothing before', () => {
  const numbers = run(0);
  expect(numbers.last).toBeNull();
  expect(numbers.next()).toBe(1);
});

it('goes on after each restart where it was, and knows the last report', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 6 }), (runs) => {
      rmSync(file(), { force: true });
      let signed = 0;
      for (const count of runs) {
        const numbers = run(count);
        signed += count;
        expect(numbers.last).toEqual(signed === 0 ? null : reportOf(signed));
        expect(numbers.next()).toBe(signed + 1);
      }
    }),
    { numRuns: 20 },
  );
});

it('goes on above what the collector has, where this disk is behind', () => {
  run(3);
  const numbers = openReportNumbers(openPrivateDir(path));
  numbers.raise(9);
  numbers.raise(2);
  expect(numbers.next()).toBe(10);
  expect(numbers.last).toEqual(reportOf(3));
  numbers.close();
});

it('survives a write that was cut anywhere: the last report or the one before, never an older one', () => {
  run(7);
  const before = readFileSync(file());
  run(1);
  const after = readFileSync(file());
  for (let cut = 0; cut <= after.length; cut++) {
    writeFileSync(file(), Buffer.concat([after.subarray(0, cut), before.subarray(cut)]));
    expect([7, 8]).toContain(run(0).last?.number);
  }
});

it('refuses a file that is damaged throughout, instead of starting over', () => {
  run(2);
  writeFileSync(file(), Buffer.alloc(readFileSync(file()).length, 0x5a));
  expect(() => run(0)).toThrow(expect.objectContaining({ code: 'state_unreadable' }));
});
