import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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

const reopen = () => openReportNumbers(openPrivateDir(path));

it('starts at 1, without gaps while it runs', () => {
  const numbers = reopen();
  expect(numbers.last).toBe(0);
  expect([numbers.next(), numbers.next(), numbers.next()]).toEqual([1, 2, 3]);
  expect(numbers.last).toBe(3);
});

it('never gives a number twice and never goes back, however often it is killed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 }), (runs) => {
      let last = reopen().last;
      for (const count of runs) {
        const numbers = reopen();
        for (let i = 0; i < count; i++) {
          const next = numbers.next();
          expect(next).toBeGreaterThan(last);
          last = next;
        }
      }
    }),
    { numRuns: 30 },
  );
});

it('refuses a damaged file instead of starting over', () => {
  reopen().next();
  for (const text of [
    '',
    '{"reserved":',
    'null',
    '{"reserved":-1}',
    '{"reserved":"64"}',
    '{"reserved":1.5}',
  ]) {
    writeFileSync(join(path, 'report-number.json'), text);
    expect(reopen).toThrow(expect.objectContaining({ code: 'state_unreadable' }));
  }
});

it('leaves no temporary file behind', () => {
  reopen().next();
  expect(readdirSync(path)).toEqual(['report-number.json']);
});
