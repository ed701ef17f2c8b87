import { ok, parseJoinString, type Signals } from '@assay/shared';
import type {
  AuditLog,
  CreatedSignInCode,
  ExemptionList,
  ExemptionView,
  NoticeList,
  NoticeView,
} from '@assay/shared/api';
import { Agent, fetch } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DISK_AND_FIREWALL } from '../helpers/policies.ts';
import { posture } from '../helpers/posture.ts';
import { openRawSession, type RawDevice, type RawSession } from '../helpers/raw-agent.ts';
import { type LifecycleWorld, startLifecycleWorld } from './lifecycle-world.ts';

const HOUR = 3_600_000;

let world: LifecycleWorld;
let dispatcher: Agent;
let device: RawDevice;
let session: RawSession;

beforeAll(async () => {
  world = await startLifecycleWorld();
  await world.call('POST', '/policy/apply', { source: DISK_AND_FIREWALL, reason: 'a test' });
  dispatcher = new Agent({ connect: { ca: world.door.ca } });
});
afterAll(async () => {
  await dispatcher?.close();
  await world?.close();
});

const off = () => ({ ...ok({ enabled: false, backend: 'ufw', evidence: [] }), observedAt: Date.now() });
/** The firewall costs 10 points, no more. */
const noFirewall = (): Signals => ({ ...posture({ encrypted: true }), firewall: off() });
/** The disk is required. */
const broken = (): Signals => ({ ...posture({ encrypted: false }), firewall: off() });

beforeEach(async () => {
  device = await world.join({});
  session = await openRawSession(world.door, device);
});

/** The API as a person who signed in under this name. */
async function signedIn(name: string) {
  const { body } = await world.call('POST', '/sign-in-codes', { name });
  const { code } = body as CreatedSignInCode;
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${world.door.url}/api/v1/sign-in`, {
    ...{ dispatcher, method: 'POST', headers, body: JSON.stringify({ code }) },
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return async (method: string, path: string, sent?: unknown) => {
    const response = await fetch(`${world.door.url}/api/v1${path}`, {
      ...{ dispatcher, method },
      headers: sent === undefined ? { cookie } : { ...headers, cookie },
      ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
    });
    return { status: response.status, body: (await response.json().catch(() => null)) as unknown };
  };
}

const grant = (more: Record<string, unknown> = {}) =>
  world.call('POST', '/exemptions', {
    ...{ check: 'firewall', device: device.deviceId, reason: 'router swap', until: Date.now() + HOUR },
    ...more,
  });
const check = async (name: string) =>
  (await world.detail(device.deviceId)).assessment?.checks.find((result) => result.check === name);
const list = async (query = '') => (await world.call('GET', `/exemptions${query}`)).body as ExemptionList;

describe('an exemption', () => {
  it('takes effect at once, is told by whom and until when, and is in timeline and audit log', async () => {
    await session.report(1, noFirewall());
    expect((await world.detail(device.deviceId)).assessment?.score).toBe(90);
    const { status, body } = await grant();
    expect(status).toBe(201);
    const { id, until } = body as ExemptionView;
    expect(body).toMatchObject({
      state: 'active',
      by: 'admin token',
      devices: 1,
      points: 10,
      approvedBy: null,
    });

    const { assessment, cause } = await world.detail(device.deviceId);
    expect(assessment).toMatchObject({ score: 100, nextLookAt: until });
    expect(await check('firewall')).toMatchObject({
      ...{ outcome: 'fail', points: 10 },
      excuse: { kind: 'exempt', id, until, by: 'admin token', reason: 'router swap' },
    });
    expect(cause).toMatchObject({
      kind: 'exemption',
      text: 'An exemption began: "The check firewall" is exempt.',
    });
    const timeline = await world.timeline(device.deviceId);
    expect(timeline.find(({ kind }) => kind === 'exemption')).toMatchObject({
      title: expect.stringMatching(/^Exempt from “The check firewall” until .* UTC$/),
      detail: 'router swap; by admin token',
    });
    const { entries } = (await world.call('GET', '/audit')).body as AuditLog;
    expect(entries[0]).toMatchObject({ who: 'admin token', action: 'exemption.grant', subject: id });
    expect((await world.call('GET', '/audit/verify')).body).toEqual({ brokenAt: null });
  });

  it('ends by itself, and the verdict falls at that moment because of it', async () => {
    await session.report(1, noFirewall());
    await grant({ until: Date.now() + 1500 });
    const after = await world.until(device.deviceId, ({ assessment }) => assessment?.score === 90);
    expect(after.cause).toMatchObject({
      kind: 'exemption',
      text: 'An exemption ended: "The check firewall" is no longer exempt.',
    });
  });

  it('ends when somebody ends it, once', async () => {
    await session.report(1, noFirewall());
    const { id } = (await grant()).body as ExemptionView;
    expect((await world.call('POST', `/exemptions/${id}/end`)).status).toBe(204);
    expect((await world.detail(device.deviceId)).assessment?.score).toBe(90);
    expect((await world.call('POST', `/exemptions/${id}/end`)).status).toBe(400);
    expect((await world.call('GET', `/exemptions/${id}`)).body).toMatchObject({ state: 'ended', devices: 0 });
    expect((await list('?state=past')).exemptions.map((one) => one.id)).toContain(id);
  });

  it('is told to the device, with its end and without who granted it', async () => {
    await session.report(1, noFirewall());
    const { until } = (await grant()).body as ExemptionView;
    const again = await openRawSession(world.door, device);
    const { assessment } = await again.report(2, noFirewall());
    expect(assessment?.findings).toMatchObject([
      { check: 'firewall', excuse: 'exempt', excusedUntil: until },
    ]);
    expect(JSON.stringify(assessment)).not.toMatch(/admin token|router swap/);
  });
});

describe('what cannot be granted', () => {
  it.each([
    ['without an end', { until: undefined }, 400, 'invalid_request'],
    ['without a reason', { reason: '  ' }, 400, 'invalid_request'],
    ['in the past', { until: Date.now() - 1 }, 400, 'invalid_request'],
    ['for longer than the policy allows', { until: Date.now() + 31 * 24 * HOUR }, 422, 'exemption_refused'],
    ['for ever', { until: Number.MAX_SAFE_INTEGER }, 422, 'exemption_refused'],
    ['from a check that is not there', { check: 'firewal' }, 400, 'invalid_request'],
    ['for nobody', { device: undefined }, 400, 'invalid_request'],
    ['for two at once', { group: 'lab' }, 400, 'invalid_request'],
    ['for a device that is not there', { device: 'nobody' }, 404, 'not_found'],
    ['for a group that nobody is in', { device: undefined, group: 'labb' }, 404, 'not_found'],
  ])('%s', async (_, more, status, code) => {
    const answer = await grant(more);
    expect(answer).toMatchObject({ status, body: { code, detail: expect.any(String) } });
  });

  it('the same twice', async () => {
    expect((await grant()).status).toBe(201);
    expect(await grant()).toMatchObject({ status: 422, body: { code: 'exemption_refused' } });
  });
});

describe('a required check, and a renewal', () => {
  it('wait for a second person, who is another one', async () => {
    await session.report(1, broken());
    const ada = await signedIn('ada');
    const until = Date.now() + HOUR;
    const asked = await ada('POST', '/exemptions', {
      ...{ check: 'disk-encryption', device: device.deviceId, reason: 'new disk is ordered', until },
    });
    expect(asked).toMatchObject({ status: 201, body: { state: 'waiting', from: null, by: 'ada' } });
    const { id } = asked.body as ExemptionView;
    expect(await check('disk-encryption')).toMatchObject({ counts: true });

    expect(await ada('POST', `/exemptions/${id}/approve`)).toMatchObject({
      ...{ status: 403, body: { code: 'second_person_required' } },
    });
    const grace = await signedIn('grace');
    expect(await grace('POST', `/exemptions/${id}/approve`)).toMatchObject({
      ...{ status: 200, body: { state: 'active', by: 'ada', approvedBy: 'grace' } },
    });
    expect((await world.detail(device.deviceId)).device.tier).toBe('trusted');
    expect((await grace('POST', `/exemptions/${id}/approve`)).status).toBe(400);
  });

  it('keeps what it renews until it is approved, then takes its place and its age', async () => {
    await session.report(1, noFirewall());
    const first = (await grant()).body as ExemptionView;
    const until = first.until + HOUR;
    const renewed = await world.call('POST', `/exemptions/${first.id}/renew`, { reason: 'still', until });
    expect(renewed).toMatchObject({ status: 201, body: { state: 'waiting', renews: first.id } });
    const { id } = renewed.body as ExemptionView;
    expect(await check('firewall')).toMatchObject({ excuse: { id: first.id } });

    const grace = await signedIn('grace');
    await grace('POST', `/exemptions/${id}/approve`);
    expect(await check('firewall')).toMatchObject({ excuse: { id, until } });
    expect((await world.call('GET', `/exemptions/${first.id}`)).body).toMatchObject({ state: 'ended' });
    const { debt, exemptions } = await list();
    expect(exemptions.find((one) => one.id === id)).toMatchObject({ devices: 1 });
    expect(debt.renewals).toBeGreaterThanOrEqual(1);
    expect(debt.oldest?.since).toBeLessThanOrEqual(first.requestedAt);
  });

  it('nobody names who they are at the console', async () => {
    const ada = await signedIn('ada');
    expect((await ada('POST', '/sign-in-codes', { name: 'grace' })).status).toBe(400);
    expect((await ada('POST', '/sign-in-codes', {})).status).toBe(201);
  });
});

it('a group’s exemption reaches its members, now and later, and shows as debt', async () => {
  const { collector } = world;
  const { joinString } = await collector.createEnrollmentToken({ uses: 3, groups: ['lab'] });
  const { token } = parseJoinString(joinString);
  const [one, later] = [await world.join({ token }), await world.join({ token })];
  await (await openRawSession(world.door, one)).report(1, noFirewall());
  const before = (await list()).debt;
  expect((await grant({ device: undefined, group: 'lab' })).status).toBe(201);
  await world.until(one.deviceId, ({ assessment }) => assessment?.score === 100);
  await (await openRawSession(world.door, later)).report(1, noFirewall());
  expect((await world.detail(later.deviceId)).assessment?.score).toBe(100);

  const { debt } = await list();
  expect(debt.devices - before.devices).toBe(2);
  expect(debt.pointsWaived - before.pointsWaived).toBe(20);
  const metrics = await (await fetch(`${world.door.url}/metrics`, { dispatcher })).text();
  expect(metrics).toContain(`assay_exemptions_points_waived ${debt.pointsWaived}`);
});

describe('break-glass', () => {
  it('lets everybody in until it ends, with an alarm and in the audit log', async () => {
    await session.report(1, broken());
    const revoked = await world.join({});
    await (await openRawSession(world.door, revoked)).report(1, broken());
    await world.call('POST', `/devices/${revoked.deviceId}/revoke`, { reason: 'stolen' });

    const start = (until: number) =>
      world.call('POST', '/break-glass', { reason: 'EDR update broke', until });
    expect(await start(Date.now() + 9 * HOUR)).toMatchObject({ status: 422 });
    expect(await start(Date.now() + HOUR)).toMatchObject({
      status: 201,
      body: { on: { by: 'admin token' } },
    });
    expect((await start(Date.now() + HOUR)).status).toBe(400);
    await world.until(device.deviceId, (detail) => detail.device.tier === 'trusted');
    expect((await world.detail(revoked.deviceId)).device.tier).toBe('untrusted');
    expect((await world.call('GET', '/health')).body).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ code: 'break_glass' })]),
    });

    expect((await world.call('DELETE', '/break-glass')).status).toBe(204);
    await world.until(device.deviceId, (detail) => detail.device.tier === 'untrusted');
    expect((await world.call('GET', '/break-glass')).body).toEqual({ on: null });
    const { entries } = (await world.call('GET', '/audit')).body as AuditLog;
    expect(entries.slice(0, 2).map(({ action }) => action)).toEqual(['break_glass.end', 'break_glass.start']);
  });

  it('what was told of it is listed page by page, newest first', async () => {
    const page = async (cursor = '') =>
      (await world.call('GET', `/notices?limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`))
        .body as NoticeList;
    const all = async () => ((await world.call('GET', '/notices')).body as NoticeList).notices;
    await world.call('POST', '/break-glass', { reason: 'again', until: Date.now() + HOUR });
    await world.call('DELETE', '/break-glass');
    const isEnd = ({ event, data }: NoticeView) =>
      event === 'break_glass.ended' && (data.breakGlass as { reason: string }).reason === 'again';
    await expect.poll(async () => (await all()).some(isEnd), { timeout: 20_000 }).toBe(true);

    const seen: NoticeView[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { notices, next: older }: NoticeList = await page(next);
      seen.push(...notices);
      next = older;
    }
    expect(seen).toEqual(await all());
    const times = seen.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect((await world.call('GET', '/notices?cursor=yesterday')).status).toBe(400);
  });
});
