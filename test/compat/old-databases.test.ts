import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Collector, defaultConfig, startCollector } from '@assay/collector';
import type { DeviceDetail, DeviceList, Timeline } from '@assay/shared/api';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApiClient } from '../../collector/src/commands/api-client.ts';
import { beforeUpgrade, newestSchemaVersion } from '../../collector/src/store/sqlite/database.ts';

const DATABASES = join(import.meta.dirname, 'testdata/databases');
const LEVELS = readdirSync(DATABASES).flatMap((name) => {
  const [, level] = /^schema-(\d+)\.db\.gz$/.exec(name) ?? [];
  return level ? [Number(level)] : [];
});

let dir: string;
let collector: Collector | null;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'assay-old-database-'));
  collector = null;
});
afterEach(async () => {
  await collector?.close();
  rmSync(dir, { recursive: true, force: true });
});

const unpack = (level: number): Buffer => gunzipSync(readFileSync(join(DATABASES, `schema-${level}.db.gz`)));
async function start(): Promise<Collector> {
  const config = { ...defaultConfig(), dataDir: dir, port: 0 };
  collector = await startCollector(config, pino({ level: 'silent' }));
  return collector;
}

describe('the database that a collector of an earlier schema left', () => {
  it.each(LEVELS)(
    '%s: is brought forward with its device, verdict and past, and a copy is kept',
    async (level) => {
      const file = join(dir, 'assay.db');
      writeFileSync(file, unpack(level), { mode: 0o600 });
      const { url } = await start();
      const api = createApiClient({ url, dataDir: dir });
      const { devices } = await api.call<DeviceList>('GET', '/devices');
      expect(devices).toHaveLength(1);
      const [device] = devices as [(typeof devices)[0]];
      const detail = await api.call<DeviceDetail>('GET', `/devices/${device.id}`);
      expect(detail).toMatchObject({ device: { state: 'active' }, evidence: { agentVersion: '0.1.0' } });
      expect(detail.assessment?.tier).toBe('untrusted');
      expect(detail.signals.find(({ name }) => name === 'os')).toMatchObject({ status: 'ok' });
      const { entries } = await api.call<Timeline>('GET', `/devices/${device.id}/timeline`);
      expect(entries.length).toBeGreaterThan(2);
      expect(await api.call('GET', '/audit/verify')).toEqual({ brokenAt: null });
      if (level < newestSchemaVersion) expect(statSync(beforeUpgrade(file, level)).size).toBeGreaterThan(0);
    },
    60_000,
  );

  it('of a later schema: is refused by its number, and nothing is changed', async () => {
    const file = join(dir, 'assay.db');
    writeFileSync(file, unpack(Math.max(...LEVELS)), { mode: 0o600 });
    const db = new Database(file);
    db.pragma('journal_mode = WAL');
    db.pragma(`user_version = ${newestSchemaVersion + 1}`);
    db.close();
    const before = readFileSync(file);
    await expect(start()).rejects.toThrow(expect.objectContaining({ code: 'database_newer' }));
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});
