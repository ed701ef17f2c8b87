import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FAULTS } from './faults.ts';

const README = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const [, table = ''] = README.match(/<!-- faults:[^>]*-->([\s\S]*?)<!-- \/faults -->/) ?? [];
const rows = table
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| what'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

it('the README prints every fault as it is declared: npm run faults', () => {
  const printed = rows.map(([fault, then, , recovery]) => [fault, then, recovery]);
  expect(printed).toEqual(
    FAULTS.map(({ fault, stance, meanwhile, recovery }) => [fault, `${stance}: ${meanwhile}`, recovery]),
  );
});

it('the README prints nothing lost, nothing told that is not stored, and the message of each fault', () => {
  for (const [index, row] of rows.entries()) {
    const [, , message = '', , lost = '', unstored] = row;
    expect(message).toMatch(FAULTS[index]?.message ?? /never/);
    expect(lost).toMatch(/^0 of [1-9]/);
    expect(unstored).toBe('0');
  }
});
