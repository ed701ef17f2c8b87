import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CallQueue, createCallQueue } from './call-queue.ts';

interface NamedCall {
  name: string;
  inBackground: boolean;
}
const addAll = (queue: CallQueue<NamedCall>, inBackground: boolean, ...names: string[]) => {
  for (const name of names) queue.add({ name, inBackground });
};
const nextOf = (queue: CallQueue<NamedCall>) => queue.next().map(({ name }) => name);

it('gives out what is not in the background first, however long the other has waited', () => {
  const queue = createCallQueue<NamedCall>();
  addAll(queue, true, 'pass 1', 'pass 2');
  addAll(queue, false, 'report 1', 'report 2');
  expect(nextOf(queue)).toEqual(['report 1', 'report 2']);
  addAll(queue, false, 'report 3');
  expect(nextOf(queue)).toEqual(['report 3']);
  expect(nextOf(queue)).toEqual(['pass 1', 'pass 2']);
  expect(nextOf(queue)).toEqual([]);
});

it('gives out little at once of what is in the background, for whoever comes meanwhile waits for it', () => {
  const queue = createCallQueue<NamedCall>();
  for (let i = 0; i < 100; i++) addAll(queue, true, `pass ${i}`);
  expect(queue.next().length).toBeLessThanOrEqual(4);
  addAll(queue, false, 'report');
  expect(nextOf(queue)).toEqual(['report']);
});

it('lets one of the background go along where others never pause', () => {
  const queue = createCallQueue<NamedCall>();
  addAll(queue, true, 'pass');
  let groups = 0;
  for (let found = false; !found; groups++) {
    addAll(queue, false, 'report', 'report');
    found = nextOf(queue).includes('pass');
  }
  expect(groups).toBeLessThanOrEqual(16);
});

it('loses nothing, gives nothing out twice, and keeps each line in its order', () => {
  const step = fc.oneof(fc.record({ inBackground: fc.boolean() }), fc.constant('next' as const));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
      const queue = createCallQueue<{ number: number; inBackground: boolean }>();
      const given = [];
      let added = 0;
      for (const what of steps) {
        if (what === 'next') given.push(...queue.next());
        else queue.add({ ...what, number: added++ });
      }
      while (queue.length > 0) given.push(...queue.next());
      expect(given).toHaveLength(added);
      for (const line of [true, false]) {
        const numbers = given.filter((call) => call.inBackground === line).map(({ number }) => number);
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        expect(new Set(numbers).size).toBe(numbers.length);
      }
    }),
  );
});
