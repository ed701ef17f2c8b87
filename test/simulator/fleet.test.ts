import type { DeviceList } from '@assay/shared/api';
import { afterEach, expect, it } from 'vitest';
import { simulateDevice } from './device.ts';
import { REQUIRED } from './posture/ailments.ts';
import { startSimulation } from './start-simulation.ts';

const SEED = 11;
const AGENTS = 60;

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of closing.splice(0).reverse()) await step();
});

const start = () =>
  startSimulation({
    agents: AGENTS,
    seed: SEED,
    progress: () => {},
    atEnd: (step) => void closing.push(step),
  });

it('a fleet enrolled directly is let in by its keys, and judged by what is out of order on each laptop', async () => {
  const { fleet, collector } = await start();
  expect(await fleet.connect({ report: true })).toMatchObject({ connected: AGENTS });
  const devices = Array.from({ length: AGENTS }, (_, index) => simulateDevice(SEED, index));
  const isBad = ({ ailments }: (typeof devices)[number]) => [...ailments].some((name) => REQUIRED.has(name));
  const { tiers } = await collector.api.call<DeviceList>('GET', '/devices');
  expect(tiers.untrusted).toBe(devices.filter(isBad).length);
  expect(tiers.untrusted + tiers.limited + tiers.trusted).toBe(AGENTS);
  expect(new Set(devices.map(({ platform }) => platform))).toEqual(new Set(['windows', 'macos', 'linux']));
  expect((await fleet.status()).refused).toEqual({});
}, 60_000);

it('what a fleet sends is acknowledged, counted, and survives the collector being killed', async () => {
  const simulation = await start();
  const { fleet } = simulation;
  await fleet.connect({ report: true, comesBack: true });
  const load = await fleet.load({ mix: { report: 2, change: 1, unchanged: 1 }, seconds: 1 });
  expect(load.sent).toBeGreaterThanOrEqual(AGENTS);
  expect(load).toMatchObject({ acknowledged: load.sent, ended: 0 });
  expect(load.took.count).toBe(load.acknowledged);

  await simulation.collector.kill();
  closing.push((await simulation.restart()).stop);
  expect(await fleet.waitOpen({ count: AGENTS, timeoutMs: 60_000 })).toBe(AGENTS);
  await fleet.leave({});
  expect(await fleet.status()).toMatchObject({ open: 0, lost: AGENTS, lostReports: 0 });
}, 120_000);
