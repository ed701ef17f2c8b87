import { describe, expect, test } from 'vitest';
import { excuseSentence, excuseWords } from './excuse.ts';
import { lengthsUpTo } from './lengths.ts';

const NOW = new Date(2026, 10, 22, 9, 0).getTime();
const until = new Date(2026, 10, 23, 14, 0).getTime();

describe('an excuse', () => {
  test('says until when, in words of the day', () => {
    expect(excuseWords({ kind: 'grace', until }, NOW)).toBe('in grace until 14:00 tomorrow');
    expect(excuseWords({ kind: 'observe' }, NOW)).toBe('observed only');
  });

  test('of a person names them and their reason', () => {
    const exempt = { kind: 'exempt', until, id: 'x', by: 'ada', reason: 'router swap' } as const;
    expect(excuseSentence(exempt, NOW)).toBe('Exempt by ada until 14:00 tomorrow: router swap');
  });
});

test('what can be chosen is never longer than the policy allows', () => {
  expect(lengthsUpTo(8 * 3_600_000).map(({ label }) => label)).toEqual(['1 hour', '8 hours']);
  expect(lengthsUpTo(1_800_000)).toEqual([{ label: '30 minutes', ms: 1_800_000 }]);
});
