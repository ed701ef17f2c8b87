import { expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';
import { type WatchedParts, watchByMetrics } from './self-watch.ts';
import { createStages } from './stages.ts';

it('gives out for how long a target has taken nothing, also where nothing waits for it any more', async () => {
  const metrics = createMetrics({ sessions: () => 0, queued: () => 0, stages: createStages() });
  const target = (name: string, failingSince: number | null, isForCanary = false) => ({
    ...{ name, isForCanary, health: { failingSince, queued: 0 } },
  });
  const targets = [target('idp', 400_000), target('siem', null), target('canary', 1, true)];
  const idle = {
    store: { status: () => ({ writer: { waitingMs: 0 }, reader: { waitingMs: 0 } }) },
    reassessor: { behindMs: () => 0 },
    publisher: { status: () => [...targets, { name: 'unusable', isForCanary: false, health: null }] },
    loop: { longestMs: () => 0 },
    devices: { silent: () => 0, hanging: () => 0 },
    clock: { now: () => 1_000_000 },
  } as unknown as WatchedParts;
  const door = { load: () => ({ connections: 0, pending: 0, inLine: 0 }) };
  const health = { current: () => ({ problems: [] }) };
  watchByMetrics(metrics, idle, { health, door, backlog: { bytes: 0 } } as never);
  const given = (await metrics.text()).match(/^assay_target_failing_seconds.*/gm);
  expect(given).toEqual([
    'assay_target_failing_seconds{target="idp"} 600',
    'assay_target_failing_seconds{target="siem"} 0',
    'assay_target_failing_seconds{target="unusable"} 0',
  ]);
});
