import type { Excuse } from './assessment.ts';

const WORDS: Record<Excuse['kind'], string> = {
  observe: 'observed only',
  warn: 'warned of only',
  hold: 'not failing for long enough to count',
  grace: 'in grace',
  exempt: 'exempt',
  break_glass: 'excused by break-glass',
};

/** An excuse in words for administrators: `in grace until 2026-01-05T12:00:00.000Z`, `exempt by ada until …`. */
export function describeExcuse(excuse: Excuse): string {
  const by = 'by' in excuse ? ` by ${excuse.by}` : '';
  const until = 'until' in excuse ? ` until ${new Date(excuse.until).toISOString()}` : '';
  return `${WORDS[excuse.kind]}${by}${until}`;
}
