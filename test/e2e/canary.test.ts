import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Collector, type CollectorConfig, defaultConfig, startCollector } from '@assay/collector';
import { createSigner, encodeUnenrollment, parseJoinString, signEnvelope } from '@assay/shared';
import type {
  CanaryView,
  Coverage,
  DeviceDetail,
  DeviceList,
  EnrollmentTokenList,
  Health,
  TargetList,
} from '@assay/shared/api';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ApiClient, createApiClient } from '../../collector/src/commands/api-client.ts';
import { loadOwnTls } from '../../collector/src/keys/own-ca.ts';
import { posture } from '../helpers/posture.ts';
import { enrollRaw, openRawSession, signHello } from '../helpers/raw-agent.ts';
import { type Door, openRawConnection } from '../helpers/raw-connection.ts';
import { steadyPort } from '../helpers/steady-port.ts';
import { metricsOf } from '../load/metrics-of.ts';
import { startSsfReceiver } from '../receivers/ssf-receiver.ts';

const PATIENT = { timeout: 60_000, interval: 100 };
const AUDIENCE = 'https://idp.example';
let dir: string;
let collector: Collector;
let api: ApiClient;
let door: Door;
const closing: (() => unknown)[] = [];

async function start(settings: Partial<CollectorConfig> = {}): Promise<void> {
  const port = await steadyPort();
  const config = { ...defaultConfig(), canaryIntervalS: 1, ...settings, dataDir: dir, port };
  collector = await startCollector(config, pino({ level: 'silent' }));
  closing.push(() => collector.close());
  // Whatever it calls itself, it listens here.
  const url = `https://127.0.0.1:${port}`;
  api = createApiClient({ url, dataDir: dir });
  door = { url, ca: readFileSync(collector.caFile, 'utf8') };
}
async function stop(): Promise<void> {
  for (const step of closing.splice(0).reverse()) await step();
}
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'assay-canary-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await stop();
  rmSync(dir, { recursive: true, force: true });
});

const health = () => api.call<Health>('GET', '/health');
const until = (met: (canary: CanaryView) => void): Promise<CanaryView> =>
  vi.waitFor(async () => {
    const { canary } = await health();
    met(canary);
    return canary;
  }, PATIENT);
const told = (probes: number) =>
  until(({ recent }) =>
    expect(recent.filter((one) => one.toldMs !== null).length).toBeGreaterThan(probes - 1),
  );
const failing = () => until(({ state }) => expect(state).toBe('failing'));
const recovered = () => until(({ state }) => expect(state).toBe('ok'));

describe('the canary of a collector', () => {
  it('measures from a turn of its signal until a target was told, and says how it keeps the promise', async () => {
    await start();
    const canary = await told(3);
    expect(canary).toMatchObject({ state: 'ok', intervalS: 1, lastFailure: null });
    expect(canary.objective).toEqual({ withinMs: 1000, share: 0.999 });
    for (const window of canary.windows) {
      expect(window).toMatchObject({ failed: 0 });
      expect(window.probes).toBeGreaterThanOrEqual(3);
    }
    const device = await api.call<DeviceDetail>('GET', `/devices/${canary.device}`);
    expect(device.device).toMatchObject({ canary: true, hostname: 'canary', connected: true });

    const figures = await metricsOf(door);
    expect(figures.get('assay_canary_seconds_count{until="acknowledged"}')).toBeGreaterThanOrEqual(3);
    expect(figures.get('assay_canary_seconds_count{until="told"}')).toBeGreaterThanOrEqual(3);
    expect(figures.get('assay_canary_probes_total{result="failed"}')).toBe(0);
    expect(figures.get('assay_canary_told_in_time_ratio{window="1h"}')).toBeGreaterThan(0);
    expect(figures.get('assay_canary_failing')).toBe(0);
  });

  it('is in no list, count, plan or figure of the fleet', async () => {
    await start();
    const { device } = await told(2);
    const { devices, total, tiers } = await api.call<DeviceList>('GET', '/devices');
    expect({ devices, total, tiers }).toEqual({
      devices: [],
      total: 0,
      tiers: { trusted: 0, limited: 0, untrusted: 0, unjudged: 0 },
    });
    for (const search of ['canary', device])
      expect((await api.call<DeviceList>('GET', `/devices?search=${search}`)).total).toBe(0);
    const coverage = await api.call<Coverage>('GET', '/coverage');
    expect(coverage.now).toMatchObject({ enrolled: 0, reporting: 0, judged: 0, fresh: 0 });
    expect(coverage.mending).toEqual([]);
    expect((await api.call<TargetList>('GET', '/targets')).targets).toEqual([]);
    expect((await api.call<EnrollmentTokenList>('GET', '/enrollment-tokens')).tokens).toEqual([]);

    const figures = await metricsOf(door);
    for (const name of ['assay_sessions', 'assay_reports_accepted_total', 'assay_deliveries_queued'])
      expect(figures.get(name), name).toBe(0);
    expect(figures.get('assay_stage_seconds_count{stage="report"}')).toBe(0);
    expect([...figures.keys()].filter((name) => name.startsWith('assay_delivery_attempts_total'))).toEqual(
      [],
    );
  });

  it('is told to nobody else, and hears of nobody else', async () => {
    await start();
    const jwksUri = `${door.url}/ssf/jwks.json`;
    const idp = await startSsfReceiver({ issuer: collector.url, audience: AUDIENCE, jwksUri, ca: door.ca });
    closing.push(() => idp.close());
    const config = { endpoint_url: idp.url, aud: AUDIENCE };
    await api.call('POST', '/targets', { name: 'idp', kind: 'ssf', config });
    const token = parseJoinString((await collector.createEnrollmentToken({})).joinString).token;
    const device = await enrollRaw(door, token);
    const session = await openRawSession(door, device);
    closing.push(() => session.close());
    await session.report(1, posture({ encrypted: true }));
    await idp.waitForAccepted(2);
    const before = (await told(1)).recent.length;
    const { device: canary } = await told(before + 2);
    const subjects = idp.accepted.map(
      ({ claims }) => (claims.sub_id as { device: { id: string } }).device.id,
    );
    expect(new Set(subjects)).toEqual(new Set([device.deviceId]));
    expect(subjects).not.toContain(canary);
    const { targets } = await api.call<DeviceDetail>('GET', `/devices/${device.deviceId}`);
    expect(targets.map(({ name }) => name)).toEqual(['idp']);
  });

  it('is nobody else’s to be, even with its key, and nobody’s to revoke, give away or excuse', async () => {
    await start();
    const { device } = await told(1);
    const file = join(dir, 'keys/canary.pem');
    expect(statSync(file).mode & 0o077).toBe(0);
    const stolen = {
      deviceId: String(device),
      signer: createSigner(createPrivateKey(readFileSync(file)), 'file'),
      lastReport: { number: 1_000_000, digest: new Uint8Array(32) },
    };
    const intruder = await openRawConnection(door);
    intruder.send({ type: 'hello', envelope: await signHello(intruder, stolen) });
    expect((await intruder.ended).refusal?.code).toBe('device_unknown');
    const leaver = await openRawConnection(door);
    const leave = encodeUnenrollment({ deviceId: stolen.deviceId, ...leaver.challenge });
    leaver.send({ type: 'unenroll', envelope: await signEnvelope('unenrollment', leave, stolen.signer) });
    expect((await leaver.ended).refusal?.code).toBe('invalid_request');

    const refused = expect.objectContaining({ code: 'invalid_request' });
    const path = `/devices/${device}`;
    await expect(api.call('POST', `${path}/revoke`, { reason: 'lost' })).rejects.toEqual(refused);
    await expect(api.call('PUT', `${path}/owner`, { owner: 'ada@example.com' })).rejects.toEqual(refused);
    const exemption = { check: 'edr-running', device, reason: 'because', until: Date.now() + 3_600_000 };
    await expect(api.call('POST', '/exemptions', exemption)).rejects.toEqual(refused);
    const { state, recent } = await told(3);
    expect({ state, failed: recent.filter(({ toldMs }) => toldMs === null) }).toEqual({
      state: 'ok',
      failed: [],
    });
  });

  it('is the same after a restart, and goes on counting', async () => {
    await start();
    const before = await told(3);
    await stop();
    await start();
    const after = await told(1);
    expect(after.device).toBe(before.device);
    expect(after.lastFailure).toBeNull();
    const [, day] = after.windows;
    expect(day?.probes).toBeGreaterThanOrEqual(4);
  });

  it('can be switched off: it is as if it were not there, and nobody is let in as it', async () => {
    await start();
    const { device } = await told(1);
    await stop();
    await start({ canaryIntervalS: 0 });
    const { status, canary } = await health();
    expect(status).toBe('ready');
    expect(canary).toMatchObject({ state: 'off', device, windows: [], recent: [] });
    expect((await api.call<DeviceList>('GET', '/devices')).total).toBe(0);
    const { connected } = (await api.call<DeviceDetail>('GET', `/devices/${device}`)).device;
    expect(connected).toBe(false);
  });

  it('sees a writer that is stuck', async () => {
    await start();
    await told(1);
    const other = new Database(join(dir, 'assay.db'));
    closing.push(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    const { lastFailure } = await failing();
    expect(lastFailure?.step).toMatch(/report|connect/);
    expect(lastFailure?.reason).toMatch(/acknowledged|store_unavailable|no session/);
    const { problems } = await health();
    const problem = problems.find(({ code }) => code === 'canary_failing');
    expect(problem).toMatchObject({ severity: 'degraded' });
    expect((await metricsOf(door)).get('assay_canary_failing')).toBe(1);
    other.exec('ROLLBACK');
    await recovered();
    expect((await health()).problems.map(({ code }) => code)).not.toContain('canary_failing');
  });

  it('sees a publisher that is stuck, while reports are acknowledged as ever', async () => {
    await start();
    await told(1);
    // Signatures of SETs that do not come; reports are signed and verified elsewhere.
    const { promise, reject } = Promise.withResolvers<ArrayBuffer>();
    const signing = vi.spyOn(crypto.subtle, 'sign').mockReturnValue(promise);
    const { lastFailure } = await failing();
    expect(lastFailure).toMatchObject({
      step: 'tell',
      reason: 'its report was acknowledged, but no target was told within 5 s',
    });
    const { status, problems } = await health();
    expect(status).toBe('degraded');
    expect(problems.map(({ code }) => code)).toContain('canary_failing');
    signing.mockRestore();
    reject(new Error('the key is gone'));
    await recovered();
  });

  it('sees a certificate that agents would not take', async () => {
    const company = await loadOwnTls(join(dir), [], Date.now());
    const files = {
      certFile: join(dir, 'chain.pem'),
      keyFile: join(dir, 'key.pem'),
      caFile: join(dir, 'ca.pem'),
    };
    writeFileSync(files.certFile, company.cert);
    writeFileSync(files.keyFile, company.key);
    await start({ tls: files, publicUrl: 'https://collector.elsewhere.example' });
    const { lastFailure } = await failing();
    expect(lastFailure?.step).toBe('connect');
    expect(lastFailure?.reason).toMatch(/collector\.elsewhere\.example/);
  });
});
