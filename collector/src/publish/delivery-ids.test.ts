import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDeliveryIds } from './delivery-ids.ts';

const instants = fc.array(fc.integer({ min: 1, max: 4_000_000_000_000 }), { minLength: 1, maxLength: 50 });

it('each is greater than those before, whatever the clock does, and over restarts', () => {
  fc.assert(
    fc.property(fc.array(instants, { minLength: 1, maxLength: 5 }), (starts) => {
      const ids: string[] = [];
      for (const clock of starts) {
        const times = [...clock];
        const newId = createDeliveryIds(ids.at(-1) ?? null, () => times.shift() ?? 0);
        for (const _ of clock) ids.push(newId());
      }
      expect(ids).toEqual([...new Set(ids)].sort());
    }),
  );
});

it('says when a delivery was made, where the clock goes on', () => {
  const newId = createDeliveryIds(null, () => 0x0123_4567_89ab);
  expect(newId()).toMatch(/^01234567-89ab-7/);
});
