import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { linesWith, readKernelFile } from './kernel-file.ts';

const dir = mkdtempSync(join(tmpdir(), 'assay-kernel-'));
const file = join(dir, 'file');
afterAll(() => rmSync(dir, { recursive: true }));

const SIZES = [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000];

it.each(SIZES)('reads a file of %i bytes whole', (size) => {
  const bytes = Buffer.alloc(size, 'abc\n');
  writeFileSync(file, bytes);
  expect(readKernelFile(file).equals(bytes)).toBe(true);
});

it('finds the same lines as whoever reads all, wherever its pieces end', () => {
  const anyLine = fc.oneof(
    { weight: 4, arbitrary: fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\n', '')) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 40_000 }).map((length) => 'x'.repeat(length)) },
    { weight: 2, arbitrary: fc.constantFrom('a 0A b', ' 0A ', '0A', 'ä 0A ö') },
  );
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 60 }), fc.boolean(), (lines, isEnded) => {
      writeFileSync(file, lines.join('\n') + (isEnded ? '\n' : ''));
      expect(linesWith(file, ' 0A ')).toEqual(lines.filter((line) => line.includes(' 0A ')));
    }),
    { numRuns: 200 },
  );
});

it('goes on after a line that is too long for it', () => {
  writeFileSync(file, `${'x'.repeat(300_000)}\nyes\n`);
  expect(linesWith(file, 'yes')).toEqual(['yes']);
});
