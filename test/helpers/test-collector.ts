import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Collector, type CollectorConfig, defaultConfig, startCollector } from '@assay/collector';
import { type ErrorCode, parseJoinString } from '@assay/shared';
import type { Timeline, TimelineEntry } from '@assay/shared/api';
import { pino } from 'pino';
import { Agent, fetch } from 'undici';
import { enrollRaw, type RawDevice } from './raw-agent.ts';
import type { Door } from './raw-connection.ts';
import { type Durable, lookInto } from './stored.ts';

/** A real collector in a directory of its own, and what can be seen of it from outside. */
export interface TestCollector {
  collector: Collector;
  door: Door;
  token(request?: { uses?: number; expiresInS?: number }): Promise<string>;
  enroll(): Promise<RawDevice>;
  /** Everything durable that an agent can cause, past the store's own operations. */
  stored(): Durable;
  /** As the API tells it, newest first. */
  timeline(deviceId: string): Promise<TimelineEntry[]>;
  /** By an administrator, over the API. */
  revoke(deviceId: string): Promise<void>;
  /** How many connections were refused with this code, by /metrics. */
  refused(code: ErrorCode): Promise<number>;
  close(): Promise<void>;
}

export async function startTestCollector(settings: Partial<CollectorConfig> = {}): Promise<TestCollector> {
  const dataDir = mkdtempSync(join(tmpdir(), 'assay-collector-'));
  // Not its own device among those of the tests, unless one asks for it.
  const config = { ...defaultConfig(), canaryIntervalS: 0, ...settings, dataDir, port: 0 };
  const collector = await startCollector(config, pino({ level: 'silent' }));
  const door = { url: collector.url, ca: readFileSync(collector.caFile, 'utf8') };
  const dispatcher = new Agent({ connect: { ca: door.ca } });
  const durable = lookInto(join(dataDir, 'assay.db'));

  const token: TestCollector['token'] = async (request = {}) =>
    parseJoinString((await collector.createEnrollmentToken(request)).joinString).token;

  return {
    collector,
    door,
    token,
    enroll: async () => enrollRaw(door, await token()),
    stored: durable.read,
    async timeline(deviceId) {
      const headers = { authorization: `Bearer ${collector.adminToken}` };
      const response = await fetch(`${door.url}/api/v1/devices/${deviceId}/timeline`, {
        dispatcher,
        headers,
      });
      return ((await response.json()) as Timeline).entries;
    },
    async revoke(deviceId) {
      const headers = {
        authorization: `Bearer ${collector.adminToken}`,
        'content-type': 'application/json',
      };
      const request = { dispatcher, headers, method: 'POST', body: '{"reason":"lost"}' };
      const response = await fetch(`${door.url}/api/v1/devices/${deviceId}/revoke`, request);
      if (!response.ok) throw new Error(`revoke answered ${response.status}: ${await response.text()}`);
    },
    async refused(code) {
      const response = await fetch(`${door.url}/metrics`, { dispatcher });
      const line = (await response.text()).match(
        new RegExp(`^assay_refused_total\\{code="${code}"\\} (\\d+)$`, 'm'),
      );
      return Number(line?.[1] ?? 0);
    },
    async close() {
      durable.close();
      await dispatcher.close();
      await collector.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
