import { sinceWords } from './times.ts';
import type { Check } from './words.ts';

export type Excuse = NonNullable<Check['excuse']>;

const SHORT: Record<Excuse['kind'], string> = {
  observe: 'observed only',
  warn: 'warned of only',
  hold: 'on hold',
  grace: 'in grace',
  exempt: 'exempt',
  break_glass: 'break-glass',
};

/** Beside the outcome: `in grace until 14:00 tomorrow`. */
export function excuseWords(excuse: Excuse, now: number): string {
  const until = 'until' in excuse ? ` until ${sinceWords(excuse.until, now)}` : '';
  return `${SHORT[excuse.kind]}${until}`;
}

/** A sentence that says why it costs nothing, and what comes next. */
export function excuseSentence(excuse: Excuse, now: number): string {
  const until = 'until' in excuse ? sinceWords(excuse.until, now) : '';
  switch (excuse.kind) {
    case 'observe':
      return 'It is only observed on this device: it has no part in the score.';
    case 'warn':
      return 'The user is warned, and it has no part in the score yet.';
    case 'hold':
      return `It has not failed for long enough to count. It does from ${until} on, unless it passes before.`;
    case 'grace':
      return `The user has until ${until} to mend it. Then it counts.`;
    case 'exempt':
      return `Exempt by ${excuse.by} until ${until}: ${excuse.reason}`;
    case 'break_glass':
      return `Everything is excused for everybody until ${until}, by ${excuse.by}: ${excuse.reason}`;
  }
}
