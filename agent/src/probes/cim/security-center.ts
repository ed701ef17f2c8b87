import type { CimAnswer } from './answer.ts';

/** What Windows Security Center was told by a product that registered there. */
export interface SecurityCenterProduct {
  name: string;
  /** Undefined: a state that nobody has documented. */
  on: boolean | undefined;
  current: boolean | undefined;
  /** The raw number, for people. */
  basis: string;
}

// productState is undocumented; these two of its digits have one meaning wherever they were written about.
const ON: Record<number, boolean> = { 0: false, 1: true, 2: false, 3: false }; // off, on, snoozed, expired
const CURRENT: Record<number, boolean> = { 0: true, 1: false };

/**
 * Windows servers have no Security Center, and then nothing is registered there.
 * @throws UntoldError when there is one that does not tell
 */
export function readSecurityCenter(
  answer: CimAnswer,
  part: 'antivirus' | 'firewalls',
): SecurityCenterProduct[] {
  if (answer.lacks(part)) return [];
  return answer.items(part).flatMap((item) => {
    const name = item.text('name');
    const state = item.number('state');
    if (!name || state === undefined || state < 0) return [];
    return {
      name,
      on: ON[(state >> 12) & 0xf],
      current: CURRENT[(state >> 4) & 0xf],
      basis: `Security Center: state 0x${state.toString(16).padStart(6, '0')}`,
    };
  });
}
