import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backoffMs, giveUpAt, judge, RETRY } from './backoff.ts';
import { makeDelivery } from './test-doubles.ts';

const at = { now: 1_000_000, failures: 1, giveUpAt: 1_000_000 + RETRY.giveUpAfterMs, random: 0.5 };

it('waits between nothing and a ceiling that doubles from 1 s to 5 min', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (n, random) => {
        const delayMs = backoffMs(n, random);
        expect(delayMs).toBeGreaterThanOrEqual(0);
        expect(delayMs).toBeLessThanOrEqual(Math.min(300_000, 1_000 * 2 ** Math.min(n - 1, 20)));
      },
    ),
  );
  expect([1, 2, 3, 9, 10, 500].map((n) => backoffMs(n, 1))).toEqual([
    1_000, 2_000, 4_000, 256_000, 300_000, 300_000,
  ]);
});

it('waits at least as long as Retry-After says', () => {
  const answer = { result: 'retry', status: 429, detail: '', retryAfterMs: 60_000 } as const;
  expect(judge(answer, at)).toEqual({ state: 'retrying', nextAttemptAt: at.now + 60_000 });
  expect(judge({ ...answer, retryAfterMs: 1 }, at)).toEqual({
    state: 'retrying',
    nextAttemptAt: at.now + 500,
  });
});

it('gives up when the next attempt would come after the last hour', () => {
  const answer = { result: 'retry', status: 503, detail: '' } as const;
  expect(judge(answer, { ...at, now: at.giveUpAt - 499 })).toEqual({ state: 'dead', nextAttemptAt: null });
});

it('waits an hour at most, so that neither it nor what comes after it is lost or late by a day', () => {
  const answer = { result: 'retry', status: 503, detail: '', retryAfterMs: RETRY.giveUpAfterMs + 1 } as const;
  expect(judge(answer, at)).toEqual({ state: 'retrying', nextAttemptAt: at.now + 3_600_000 });
  const atTheEnd = { ...at, now: at.giveUpAt - 3_599_999 };
  expect(judge(answer, atTheEnd)).toEqual({ state: 'dead', nextAttemptAt: null });
});

it('ends at once when accepted or refused', () => {
  expect(judge({ result: 'accepted', status: 202, detail: '' }, at).state).toBe('delivered');
  expect(judge({ result: 'refused', status: 400, detail: '' }, at).state).toBe('dead');
});

it('gives a delivery that was never tried its full day, however long it lay', () => {
  const delivery = makeDelivery({ createdAt: 0 });
  expect(giveUpAt(delivery, 7_000_000)).toBe(7_000_000 + RETRY.giveUpAfterMs);
  expect(giveUpAt({ ...delivery, attempts: 1 }, 7_000_000)).toBe(RETRY.giveUpAfterMs);
});

it('gives a delivery that a person asks for another day from then, also after a restart', () => {
  const asked = makeDelivery({ createdAt: 0, attempts: 4, askedAt: 9_000_000 });
  expect(giveUpAt(asked, 20_000_000)).toBe(9_000_000 + RETRY.giveUpAfterMs);
});
