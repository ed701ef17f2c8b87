import { Agent, fetch } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { posture } from '../helpers/posture.ts';
import { openRawSession, type RawDevice, type RawSession } from '../helpers/raw-agent.ts';
import { startTestCollector, type TestCollector } from '../helpers/test-collector.ts';

const SERIAL = 'PF0TEST1';
let world: TestCollector;
let dispatcher: Agent;
let device: RawDevice;
let session: RawSession;

const api = (
  path: string,
  init: { method?: string; headers?: Record<string, string>; body?: unknown } = {},
) => {
  const { method = 'GET', headers = {}, body } = init;
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  return fetch(world.door.url + path, {
    dispatcher,
    method,
    headers: { authorization: `Bearer ${world.collector.adminToken}`, ...json, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
};
// biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely here; their schema is tested by itself
const get = async (path: string): Promise<any> => (await api(path)).json();

beforeAll(async () => {
  world = await startTestCollector();
  dispatcher = new Agent({ connect: { ca: world.door.ca } });
  device = await world.enroll();
  session = await openRawSession(world.door, device);
  await session.report(1, posture({ encrypted: true, serial: SERIAL }));
  await session.report(2, posture({ encrypted: false, serial: SERIAL }));
});

afterAll(async () => {
  await session.close();
  await dispatcher.close();
  await world.close();
});

describe('a device', () => {
  test('is listed with its tier, and counted by tier', async () => {
    const list = await get('/api/v1/devices');
    expect(list).toMatchObject({
      total: 1,
      next: null,
      tiers: { trusted: 0, limited: 0, untrusted: 1, unjudged: 0 },
    });
    expect(list.devices[0]).toMatchObject({
      id: device.deviceId,
      hostname: 'test-laptop',
      serial: SERIAL,
      tier: 'untrusted',
      connected: true,
      failing: ['The system disk is encrypted'],
    });
  });

  test.each([
    ['part of its host name', 'LAPTOP', 1],
    ['its serial number', 'pf0test1', 1],
    ['a percent sign, which is no wildcard', '%', 0],
    ['another name', 'elsewhere', 0],
  ])('is found by %s', async (_, search, total) => {
    expect(await get(`/api/v1/devices?search=${encodeURIComponent(search)}`)).toMatchObject({ total });
  });

  test('answers why: the points sum to the score, the cause is the device, the evidence is named', async () => {
    const { assessment, cause, signals, evidence } = await get(`/api/v1/devices/${device.deviceId}`);
    const sum = assessment.checks.reduce(
      (total: number, { points }: { points: number }) => total + points,
      0,
    );
    expect(sum + (assessment.cap?.points ?? 0)).toBe(assessment.score);
    expect(assessment.cap).toMatchObject({ check: 'disk-encryption', limit: 49 });
    expect(cause).toMatchObject({
      kind: 'device',
      text: expect.stringContaining('The system disk is encrypted'),
    });
    expect(evidence).toMatchObject({ lastReportNumber: 2, keyAlgorithm: 'ES256' });
    expect(signals).toContainEqual(expect.objectContaining({ name: 'disk_encryption', status: 'ok' }));
  });

  test('has a timeline, newest first, that pages without gaps', async () => {
    const path = `/api/v1/devices/${device.deviceId}/timeline`;
    const whole = await get(path);
    expect(whole.entries.map(({ kind }: { kind: string }) => kind)).toEqual(['tier', 'tier', 'enrolled']);
    const first = await get(`${path}?limit=1`);
    const second = await get(`${path}?limit=1&cursor=${first.next}`);
    expect([...first.entries, ...second.entries]).toEqual(whole.entries.slice(0, 2));
  });

  test('can be asked to look again, and its agent hears it', async () => {
    const response = await api(`/api/v1/devices/${device.deviceId}/recheck`, { method: 'POST' });
    expect([response.status, await response.json()]).toEqual([202, { asked: true }]);
    expect(await session.connection.expect('command')).toEqual({ type: 'command', command: 'recheck' });
  });
});

describe('a target', () => {
  let id: string;

  test('is made with a secret that is shown once', async () => {
    const body = { name: 'siem', kind: 'webhook', config: { url: 'https://siem.example/hook' } };
    const response = await api('/api/v1/targets', { method: 'POST', body });
    expect(response.status).toBe(201);
    // biome-ignore lint/suspicious/noExplicitAny: see above
    const { secret, target } = (await response.json()) as any;
    id = target.id;
    expect(secret).toMatch(/^whsec_/);
    expect(JSON.stringify(await get('/api/v1/targets'))).not.toContain(secret);
  });

  test.each([
    [
      'a name that is taken',
      { name: 'siem', kind: 'webhook', config: { url: 'https://x.example' } },
      /named "siem"/,
    ],
    ['an unknown kind', { name: 'a', kind: 'pigeon', config: {} }, /unknown kind/],
    ['an unencrypted address', { name: 'b', kind: 'webhook', config: { url: 'http://x.example' } }, /url/],
  ])('is refused with %s', async (_, body, detail) => {
    const response = await api('/api/v1/targets', { method: 'POST', body });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'invalid_request',
      detail: expect.stringMatching(detail),
    });
  });

  test('is removed once', async () => {
    expect((await api(`/api/v1/targets/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await api(`/api/v1/targets/${id}`, { method: 'DELETE' })).status).toBe(404);
  });
});

describe('access', () => {
  test.each([
    ['without a token', {}],
    ['with a wrong token', { authorization: 'Bearer wrong' }],
    ['with a cookie that is none', { cookie: '__Host-assay=wrong' }],
  ])('is refused %s, as problem+json', async (_, headers) => {
    const response = await fetch(`${world.door.url}/api/v1/devices`, { dispatcher, headers });
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await response.json()).toMatchObject({ status: 401, code: 'unauthorized' });
  });

  test('is given by a sign-in link once, in a cookie that scripts and other sites cannot use', async () => {
    const code = new URL(world.collector.signInUrl()).hash.replace('#code=', '');
    const signIn = () =>
      api('/api/v1/sign-in', { method: 'POST', body: { code }, headers: { authorization: '' } });
    const first = await signIn();
    expect(first.status).toBe(204);
    const cookie = first.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-assay=/);
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Strict']) expect(cookie).toContain(attribute);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect((await fetch(`${world.door.url}/api/v1/me`, { dispatcher, headers })).status).toBe(200);
    // A form on another host of the same domain, to which the browser adds the cookie.
    const forged = { ...headers, 'sec-fetch-site': 'same-site', 'content-type': 'text/plain' };
    const form = { dispatcher, headers: forged, method: 'POST', body: '' };
    expect((await fetch(`${world.door.url}/api/v1/devices/nobody/approve`, form)).status).toBe(401);
    const own = { ...form, headers: { ...headers, 'sec-fetch-site': 'same-origin' } };
    expect((await fetch(`${world.door.url}/api/v1/devices/nobody/approve`, own)).status).toBe(404);
    const second = await signIn();
    expect([second.status, await second.json()]).toEqual([
      401,
      expect.objectContaining({ code: 'sign_in_code_invalid' }),
    ]);
    await fetch(`${world.door.url}/api/v1/sign-in`, { dispatcher, headers, method: 'DELETE' });
    expect((await fetch(`${world.door.url}/api/v1/me`, { dispatcher, headers })).status).toBe(401);
  });
});

test.each([
  ['an unknown device', '/api/v1/devices/nobody', 404, 'not_found'],
  ['an unknown path', '/api/v1/nothing', 404, 'not_found'],
  ['a limit out of range', '/api/v1/devices?limit=0', 400, 'invalid_request'],
  [
    'a time that no date has',
    '/api/v1/devices/nobody/assessment?at=9000000000000000',
    400,
    'invalid_request',
  ],
  ['a tier that is none', '/api/v1/devices?tier=excellent', 400, 'invalid_request'],
])('%s is a problem with a code', async (_, path, status, code) => {
  const response = await api(path);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ status, code });
});

test('a field that there is not is refused by its name, and nothing is done', async () => {
  const before = await get('/api/v1/enrollment-tokens');
  const response = await api('/api/v1/enrollment-tokens', { method: 'POST', body: { aproval: true } });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    code: 'invalid_request',
    detail: 'body must NOT have additional properties: aproval',
  });
  expect(await get('/api/v1/enrollment-tokens')).toEqual(before);
});

test('the API describes itself: every path of /api/v1 is in the OpenAPI document', async () => {
  const { openapi, paths } = await get('/api/docs/json');
  expect(openapi).toMatch(/^3\.1/);
  for (const path of [
    '/api/v1/devices',
    '/api/v1/devices/{id}',
    '/api/v1/devices/{id}/timeline',
    '/api/v1/targets',
  ]) {
    expect(paths[path].get.responses['200']).toBeDefined();
  }
});

test('the OpenAPI document asks for no more than the API does, and says what an error looks like', async () => {
  const { paths } = await get('/api/docs/json');
  const { parameters, responses } = paths['/api/v1/devices'].get;
  for (const { required } of parameters) expect(required ?? false).toBe(false);
  expect(responses.default.content['application/problem+json'].schema.required).toContain('code');
  const isOpen = (path: string, method: string) => paths[path][method].security?.length === 0;
  expect(isOpen('/ssf/jwks.json', 'get')).toBe(true);
  expect(isOpen('/api/v1/sign-in', 'post')).toBe(true);
  expect(isOpen('/api/v1/devices', 'get')).toBe(false);
});

test('the transmitter tells where its keys are, and gives out public ones only', async () => {
  const { issuer, jwks_uri } = await get('/.well-known/ssf-configuration');
  expect(issuer).toBe(world.door.url);
  const { keys } = await get(new URL(jwks_uri).pathname);
  expect(keys.map(({ alg }: { alg: string }) => alg).sort()).toEqual(['ES256', 'RS256']);
  for (const key of keys) expect(Object.keys(key)).not.toContain('d');
});

test('a live watcher hears of a new assessment', async () => {
  const abort = new AbortController();
  const response = await fetch(`${world.door.url}/api/v1/events`, {
    dispatcher,
    headers: { authorization: `Bearer ${world.collector.adminToken}` },
    signal: abort.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  await session.report(3, posture({ encrypted: true, serial: SERIAL }));
  let heard = '';
  while (!heard.includes(`{"kind":"assessment","device":"${device.deviceId}"}`)) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) throw new Error(`the stream ended: ${heard}`);
    heard += chunk.value;
  }
  abort.abort();
  expect(heard).toContain('event: change\n');
});

test.each(['', 0, false, 'ada', 'ada\u200b@example.com', 'ada@example.com\0', '\ud800@example.com'])(
  '%j is no owner, and not nobody either',
  async (owner) => {
    const path = `/api/v1/devices/${device.deviceId}`;
    expect((await api(`${path}/owner`, { method: 'PUT', body: { owner: 'ada@example.com' } })).status).toBe(
      204,
    );
    const response = await api(`${path}/owner`, { method: 'PUT', body: { owner } });
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ code: 'invalid_request' }),
    ]);
    expect((await get(path)).device.owner).toBe('ada@example.com');
    expect((await api(`${path}/owner`, { method: 'PUT', body: { owner: null } })).status).toBe(204);
  },
);
