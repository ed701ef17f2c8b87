import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFleet } from './fleet.ts';
import { makeStoredDevice } from './store/test-records.ts';

const A = 'device-a';
const B = 'device-b';

/** A fleet over a store that holds two devices and counts how often each is read. */
function createWorld() {
  const devices = new Map([A, B].map((id) => [id, makeStoredDevice(id)]));
  const reads: string[] = [];
  const fleet = createFleet({
    async device(id) {
      reads.push(id);
      await setImmediate();
      return structuredClone(devices.get(id) ?? null);
    },
  });
  return { fleet, reads };
}

describe('tasks with one device', () => {
  test('run one at a time, in their order, whatever each of them does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ turns: fc.nat(3), fails: fc.boolean() })), async (tasks) => {
        const { fleet } = createWorld();
        let running = 0;
        const order: number[] = [];
        await Promise.allSettled(
          tasks.map(({ turns, fails }, i) =>
            fleet.with(A, async () => {
              expect(++running).toBe(1);
              for (let turn = 0; turn < turns; turn++) await setImmediate();
              running--;
              order.push(i);
              if (fails) throw new Error('failed');
            }),
          ),
        );
        expect(order).toEqual(tasks.map((_, i) => i));
      }),
      { numRuns: 50 },
    );
  });

  test('do not wait for those with another device', async () => {
    const { fleet } = createWorld();
    const held = Promise.withResolvers<void>();
    const slow = fleet.with(A, () => held.promise);
    expect(await fleet.with(B, async (device) => device?.record.id)).toBe(B);
    held.resolve();
    await slow;
  });

  test('see what the one before changed', async () => {
    const { fleet } = createWorld();
    const change = fleet.with(A, async (device) => {
      if (device) device.record.lastNumber = 5;
    });
    const look = fleet.with(A, async (device) => device?.record.lastNumber);
    await change;
    expect(await look).toBe(5);
  });

  test('see what is stored, not what one that failed had changed', async () => {
    const { fleet, reads } = createWorld();
    fleet.hold(A);
    const failed = fleet.with(A, async (device) => {
      if (device) device.record.lastNumber = 5;
      throw new Error('could not be stored');
    });
    await expect(failed).rejects.toThrow('could not be stored');
    expect(await fleet.with(A, async (device) => device?.record.lastNumber)).toBe(0);
    expect(reads).toEqual([A, A]);
  });

  test('are given null when there is no such device', async () => {
    const { fleet } = createWorld();
    expect(await fleet.with('nobody', async (device) => device)).toBeNull();
  });
});

describe('a device in memory', () => {
  test('stays while somebody holds it, and is let go with the last', async () => {
    const { fleet, reads } = createWorld();
    fleet.hold(A);
    fleet.hold(A);
    const look = () => fleet.with(A, async (device) => device?.record.id);
    await look();
    fleet.release(A);
    await look();
    expect(reads).toEqual([A]);
    fleet.release(A);
    await look();
    expect(reads).toEqual([A, A]);
  });

  test('is not kept for tasks that are done', async () => {
    const { fleet, reads } = createWorld();
    await fleet.with(A, async () => {});
    await fleet.with(A, async () => {});
    expect(reads).toEqual([A, A]);
  });
});
