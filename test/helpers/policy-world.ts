import { readFileSync } from 'node:fs';
import { type Collector, type CollectorConfig, defaultConfig, startCollector } from '@assay/collector';
import { parseJoinString, type Signals } from '@assay/shared';
import type { DeviceDetail } from '@assay/shared/api';
import { pino } from 'pino';
import { type ApiClient, createApiClient } from '../../collector/src/commands/api-client.ts';
import { enrollRaw, openRawSession, type RawDevice } from './raw-agent.ts';
import type { Door } from './raw-connection.ts';

/** A real collector on a directory that outlives it, its API as the commands call it, and devices that report. */
export interface PolicyWorld {
  readonly collector: Collector;
  readonly api: ApiClient;
  readonly door: Door;
  token(uses?: number): Promise<string>;
  /** One device for each posture, enrolled and judged by it. */
  judgedDevices<const T extends readonly Signals[]>(postures: T): Promise<{ [K in keyof T]: RawDevice }>;
  /** In a session of its own. */
  report(device: RawDevice, number: number, signals: Signals): Promise<void>;
  detail(device: RawDevice): Promise<DeviceDetail>;
  /** Of all devices that were judged here, in order. */
  details(): Promise<DeviceDetail[]>;
  restart(settings?: Partial<CollectorConfig>): Promise<void>;
  close(): Promise<void>;
}

export async function openPolicyWorld(
  dataDir: string,
  settings: Partial<CollectorConfig> = {},
): Promise<PolicyWorld> {
  const start = (more: Partial<CollectorConfig>) =>
    startCollector(
      { ...defaultConfig(), canaryIntervalS: 0, ...more, dataDir, port: 0 },
      pino({ level: 'silent' }),
    );
  let collector = await start(settings);
  let api = createApiClient({ url: collector.url, dataDir });
  let isOpen = true;
  const all: RawDevice[] = [];
  const doorOf = (): Door => ({ url: collector.url, ca: readFileSync(collector.caFile, 'utf8') });
  const close = async () => {
    if (isOpen) await collector.close();
    isOpen = false;
  };

  const world: PolicyWorld = {
    get collector() {
      return collector;
    },
    get api() {
      return api;
    },
    get door() {
      return doorOf();
    },
    token: async (uses = 1) =>
      parseJoinString((await collector.createEnrollmentToken({ uses })).joinString).token,
    async judgedDevices(postures) {
      const token = await world.token(postures.length);
      const devices: RawDevice[] = [];
      for (const signals of postures) {
        const device = await enrollRaw(doorOf(), token);
        await world.report(device, 1, signals);
        devices.push(device);
      }
      all.push(...devices);
      return devices as { [K in keyof typeof postures]: RawDevice };
    },
    async report(device, number, signals) {
      const session = await openRawSession(doorOf(), device);
      await session.report(number, signals);
      await session.close();
    },
    detail: ({ deviceId }) => api.call<DeviceDetail>('GET', `/devices/${deviceId}`),
    details: () => Promise.all(all.map((device) => world.detail(device))),
    async restart(more = {}) {
      await close();
      collector = await start(more);
      api = createApiClient({ url: collector.url, dataDir });
      isOpen = true;
    },
    close,
  };
  return world;
}
