import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFleet, type Fleet } from './fleet.ts';
import { makeStoredDevice } from './store/test-records.ts';

const A = 'device-a';
const B = 'device-b';

/** A fleet over a store that holds two devices and counts how often each is read. */
function createWorld() {
  let at = 0;
  const devices = new Map([A, B].map((id) => [id, makeStoredDevice(id)]));
  const reads: string[] = [];
  const fleet = createFleet(
    {
      async device(id) {
        reads.push(id);
        await setImmediate();
        return structuredClone(devices.get(id) ?? null);
      },
    },
    () => at,
  );
  return {
    fleet,
    reads,
    pass(ms: number) {
      at += ms;
    },
  };
}

/** Looks at somebody else until nobody is left whose time has come. */
const lookAround = async (fleet: Fleet) => {
  for (let i = 0; i < 3; i++) await fleet.look(B, () => {});
};

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

describe('a device that is held and makes no report', () => {
  const look = (fleet: Fleet) => fleet.look(A, (device) => device?.record.lastNumber);

  test('rests after a while: a look does not wake it, a task reads it again', async () => {
    const { fleet, reads, pass } = createWorld();
    fleet.hold(A);
    fleet.hold(B);
    await fleet.with(A, async () => {});
    pass(60_000);
    await lookAround(fleet);
    expect(await look(fleet)).toBe(0);
    expect(reads).toEqual([A, B]);
    expect(await fleet.with(A, async (device) => device?.record.id)).toBe(A);
    expect(reads).toEqual([A, B, A]);
  });

  test('stays awake while it has tasks', async () => {
    const { fleet, reads, pass } = createWorld();
    fleet.hold(A);
    fleet.hold(B);
    for (let i = 0; i < 5; i++) {
      await fleet.with(A, async () => {});
      pass(5000);
      await lookAround(fleet);
    }
    expect(reads).toEqual([A, B]);
  });

  test('does not rest in the middle of a task, however long that takes', async () => {
    const { fleet, reads, pass } = createWorld();
    fleet.hold(A);
    fleet.hold(B);
    const held = Promise.withResolvers<void>();
    const slow = fleet.with(A, async (device) => {
      await held.promise;
      if (device) device.record.lastNumber = 5;
    });
    await setImmediate();
    await setImmediate();
    pass(60_000);
    await lookAround(fleet);
    held.resolve();
    await slow;
    expect(await look(fleet)).toBe(5);
    expect(reads).toEqual([A, B]);
  });

  test('rests at once where thousands had a task since', async () => {
    const ids = Array.from({ length: 4100 }, (_, i) => `device-${i}`);
    const reads: string[] = [];
    const fleet = createFleet(
      {
        async device(id) {
          reads.push(id);
          return makeStoredDevice(id);
        },
      },
      () => 0,
    );
    for (const id of ids) {
      fleet.hold(id);
      await fleet.with(id, async () => {});
    }
    await fleet.with('device-4099', async () => {});
    await fleet.with('device-0', async () => {});
    expect(reads).toEqual([...ids, 'device-0']);
  });

  test('is kept as it was when it came to rest', async () => {
    const { fleet, pass } = createWorld();
    fleet.hold(A);
    fleet.hold(B);
    await fleet.with(A, async (device) => {
      if (device)
        Object.assign(device.record, { lastNumber: 5, state: 'quarantined', stateReason: 'a copy' });
    });
    pass(60_000);
    await lookAround(fleet);
    expect(await fleet.look(A, (device) => device)).toEqual({
      record: { id: A, canary: false, lastNumber: 5, state: 'quarantined', stateReason: 'a copy' },
      report: null,
    });
  });

  test('a look waits for the tasks before it, and is null for no such device', async () => {
    const { fleet } = createWorld();
    const change = fleet.with(A, async (device) => {
      await setImmediate();
      if (device) device.record.lastNumber = 7;
    });
    expect(await look(fleet)).toBe(7);
    await change;
    expect(await fleet.look('nobody', (device) => device)).toBeNull();
  });
});
