import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatJoinString, parseJoinString, systemClock } from '@assay/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { examine } from '../../agent/src/doctor/examine.ts';
import type { Finding, Step } from '../../agent/src/doctor/finding.ts';
import { openDeviceKeys } from '../../agent/src/key/device-keys.ts';
import { connect } from '../../agent/src/session/connection.ts';
import { openPrivateDir } from '../../agent/src/state/private-dir.ts';
import { loadOwnTls } from '../../collector/src/keys/own-ca.ts';
import { type HttpProxy, startHttpProxy } from '../helpers/http-proxy.ts';
import { posture } from '../helpers/posture.ts';
import { openRawSession } from '../helpers/raw-agent.ts';
import { openRawConnection } from '../helpers/raw-connection.ts';
import { startTestCollector, type TestCollector } from '../helpers/test-collector.ts';

const MAIN = fileURLToPath(new URL('../../agent/src/main.ts', import.meta.url));
const HOUR = 3_600_000;

let world: TestCollector;
let dir: string;
let stateDir: string;
let deviceId: string;
let root: string;

beforeAll(async () => {
  world = await startTestCollector();
  dir = mkdtempSync(join(tmpdir(), 'assay-network-'));
  root = mkdtempSync(join(dir, 'root-'));
  stateDir = join(dir, 'enrolled');
  ({ device: deviceId } = JSON.parse((await enroll(stateDir)).stdout));
});
afterAll(async () => {
  await world?.close();
  rmSync(dir, { recursive: true, force: true });
});

interface Result {
  code: number;
  stdout: string;
  stderr: string;
}

/** The ordinary command, with this in its environment and no other proxy. */
function assayAgent(args: string[], env: Record<string, string> = {}): Promise<Result> {
  const { HTTPS_PROXY: _, https_proxy: __, NO_PROXY: ___, no_proxy: ____, ...rest } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { env: { ...rest, ...env } }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

async function enroll(
  into: string,
  env: Record<string, string> = {},
  request: { approval?: boolean } = {},
): Promise<Result> {
  const { joinString } = await world.collector.createEnrollmentToken(request);
  const places = ['--json', '--state-dir', into, '--root', root];
  return assayAgent(['enroll', ...places], { ...env, ASSAY_JOIN_STRING: joinString });
}

/** What the doctor finds, by step. */
async function diagnose({
  env = {},
  url = null,
  offBy = 0,
  state = stateDir,
}: {
  env?: Record<string, string>;
  url?: string | null;
  offBy?: number;
  state?: string;
} = {}) {
  const clock = { now: () => systemClock.now() + offBy };
  const findings = await examine({ stateDir: state, url, env, clock });
  return Object.fromEntries(findings.map((finding) => [finding.step, finding])) as Record<Step, Finding>;
}

const codes = (findings: Record<Step, Finding>) =>
  Object.fromEntries(Object.values(findings).map(({ step, code }) => [step, code]));

const WELL = {
  enrollment: 'enrolled',
  key: 'key_private',
  dns: 'address_given',
  tcp: 'connected',
  proxy: 'no_proxy',
  tls: 'tls_spoken',
  pin: 'trusted',
  session: 'accepted',
  clock: 'clock_right',
};
const NOTHING_BEHIND = {
  session: 'not_reached',
  clock: 'not_reached',
  pin: 'not_reached',
  tls: 'not_reached',
};

describe('the doctor', () => {
  it('finds nothing wrong where nothing is, and says so to machines', async () => {
    expect(codes(await diagnose())).toMatchObject({ ...WELL, last_ack: 'never_acknowledged' });
    const { code, stdout } = await assayAgent(['doctor', '--json', '--state-dir', stateDir]);
    expect(code).toBe(1);
    const { ok, findings } = JSON.parse(stdout);
    expect(ok).toBe(false);
    expect(findings.filter(({ state }: Finding) => state === 'failed')).toEqual([
      expect.objectContaining({ step: 'last_ack', remedy: expect.stringMatching(/start the agent/) }),
    ]);
  });

  it('never pushes a running agent out, and flags nothing', async () => {
    const { signer } = openDeviceKeys(openPrivateDir(stateDir));
    const session = await openRawSession(world.door, { deviceId, signer });
    await session.report(1, posture({ encrypted: true }));
    const before = await world.timeline(deviceId);

    expect((await diagnose()).session).toMatchObject({
      code: 'accepted',
      found: expect.stringMatching(/score 100/),
    });

    await session.report(2, posture({ encrypted: true }));
    expect(await world.timeline(deviceId)).toEqual(before);
    await session.close();
  });

  it('names a name that nobody knows', async () => {
    const findings = await diagnose({ url: 'https://assay.invalid:7443' });
    expect(codes(findings)).toMatchObject({ dns: 'dns_failed', tcp: 'not_reached', ...NOTHING_BEHIND });
    expect(findings.dns.found).toContain('assay.invalid');
  });

  it('names a port that nobody listens on', async () => {
    expect(codes(await diagnose({ url: 'https://127.0.0.1:9' }))).toMatchObject({
      tcp: 'port_closed',
      ...NOTHING_BEHIND,
    });
  });

  it.each([
    [3 * HOUR + 60_000, /3 h 1 min ahead of/],
    [-2 * HOUR, /2 h 0 min behind/],
  ])('names a clock that is off by %i ms, and is let in all the same', async (offBy, words) => {
    const { clock, session } = await diagnose({ offBy });
    expect(clock).toMatchObject({
      state: 'failed',
      code: 'clock_wrong',
      found: expect.stringMatching(words),
    });
    expect(session.code).toBe('accepted');
  });

  it('names a key that others may read', async () => {
    const file = join(stateDir, 'device-key.pem');
    chmodSync(file, 0o644);
    expect(codes(await diagnose())).toMatchObject({ key: 'state_unsafe', session: 'not_reached' });
    chmodSync(file, 0o600);
  });

  it('says that this machine is not enrolled, and makes nothing', async () => {
    expect(codes(await diagnose({ state: join(dir, 'nothing') }))).toMatchObject({
      enrollment: 'not_enrolled',
      key: 'not_reached',
      dns: 'not_reached',
    });
    expect((await assayAgent(['doctor', '--state-dir', join(dir, 'nothing')])).code).toBe(1);
  });

  it('says that the device waits for approval, though it is let in', async () => {
    const state = join(dir, 'pending');
    const { device } = JSON.parse((await enroll(state, {}, { approval: true })).stdout);
    const { signer } = openDeviceKeys(openPrivateDir(state));
    const session = await openRawSession(world.door, { deviceId: device, signer });
    await session.report(1, posture({ encrypted: true }));
    await session.close();
    expect((await diagnose({ state })).session).toMatchObject({
      state: 'failed',
      code: 'device_restricted',
      found: expect.stringMatching(/approv/),
    });
  });

  it('says that the device was revoked, and what to do', async () => {
    const revoked = join(dir, 'revoked');
    const { device } = JSON.parse((await enroll(revoked)).stdout);
    await world.revoke(device);
    const { session } = await diagnose({ state: revoked });
    expect(session).toMatchObject({
      state: 'failed',
      code: 'device_revoked',
      remedy: expect.stringMatching(/ask/),
    });
  });
});

describe('an HTTP proxy', () => {
  let proxy: HttpProxy;
  beforeEach(async () => {
    proxy = await startHttpProxy({ credentials: 'ada:pass word' });
    return () => proxy.close();
  });
  const through = (credentials = 'ada:pass%20word@') => `http://${credentials}127.0.0.1:${proxy.port}`;

  it('is gone through by everything the agent does', async () => {
    const { code, stderr } = await enroll(join(dir, 'by-proxy'), { https_proxy: through() });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const { host } = new URL(world.door.url);
    expect(proxy.asked).toEqual([host, host]);
    const findings = await diagnose({ env: { HTTPS_PROXY: through() } });
    expect(codes(findings)).toMatchObject({ ...WELL, proxy: 'tunnel_open' });
    expect(JSON.stringify(findings)).not.toContain('pass');
  });

  it.each(['', 'ada:wrong@'])(
    'that wants other credentials than "%s" is told, without a password',
    async (credentials) => {
      const env = { HTTPS_PROXY: through(credentials) };
      const { code, stderr } = await enroll(join(dir, 'no-auth'), env);
      expect(code).toBe(1);
      expect(stderr).toMatch(/user and password.*\[proxy_failed\]/);
      expect(stderr).not.toContain('wrong');
      const findings = await diagnose({ env });
      expect(codes(findings)).toMatchObject({
        proxy: 'proxy_auth_required',
        ...NOTHING_BEHIND,
        clock: 'no_time',
      });
    },
  );

  it('is not used where NO_PROXY says so', async () => {
    const env = { HTTPS_PROXY: 'http://127.0.0.1:9', NO_PROXY: '127.0.0.0/8' };
    expect(codes(await diagnose({ env }))).toMatchObject(WELL);
    const { code } = await enroll(join(dir, 'exempt'), env);
    expect(code).toBe(0);
  });

  it('that is not there is told apart from a collector that is not there', async () => {
    const env = { HTTPS_PROXY: 'http://127.0.0.1:9' };
    const { stderr } = await enroll(join(dir, 'no-proxy'), env);
    expect(stderr).toMatch(/the proxy http:\/\/127\.0\.0\.1:9 does not lead to .*\[proxy_failed\]/);
    const { tcp } = await diagnose({ env });
    expect(tcp).toMatchObject({ code: 'port_closed', remedy: expect.stringMatching(/start the proxy/) });
  });
});

describe('a proxy that opens TLS', () => {
  let proxy: HttpProxy;
  let inspector: string;
  beforeEach(async () => {
    const { cert, key, caPin } = await loadOwnTls(mkdtempSync(join(dir, 'inspector-')), [], Date.now());
    inspector = caPin ?? '';
    proxy = await startHttpProxy({ inspectWith: { cert, key } });
    return () => proxy.close();
  });

  it('learns nothing, and is told with its issuer against the one expected', async () => {
    const { joinString } = await world.collector.createEnrollmentToken({});
    const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, ASSAY_JOIN_STRING: joinString };
    const { code, stderr } = await assayAgent(
      ['enroll', '--state-dir', join(dir, 'inspected'), '--root', root],
      env,
    );
    expect(code).toBe(1);
    const { token, caPin } = parseJoinString(joinString);
    expect(stderr).toMatch(/is issued by ".*\[certificate_untrusted\]/);
    expect(stderr).toContain(caPin);
    expect(proxy.overheard()).toContain('GET /ca.pem');
    expect(proxy.overheard()).not.toContain('/agent');
    expect(proxy.overheard()).not.toContain(token);

    const { tls, pin, session } = await diagnose({ env });
    expect(tls.state).toBe('ok');
    expect(pin).toMatchObject({ state: 'failed', code: 'certificate_untrusted' });
    expect(pin.found).toContain(inspector);
    expect(pin.found).toContain(caPin);
    expect(session.code).toBe('not_reached');
  });
});

it("without a pin the system's CA store decides, and nothing else", async () => {
  const { joinString } = await world.collector.createEnrollmentToken({});
  const unpinned = { ...parseJoinString(joinString), caPin: null };
  const ASSAY_JOIN_STRING = formatJoinString(unpinned);
  const args = ['enroll', '--state-dir', join(dir, 'unpinned'), '--root', root];
  const stranger = await assayAgent(args, { ASSAY_JOIN_STRING });
  expect(stranger.code).toBe(1);
  expect(stranger.stderr).toMatch(/expected is one of a CA in the system's store.*\[certificate_untrusted\]/);

  const SSL_CERT_FILE = join(dir, 'system-store.pem');
  writeFileSync(SSL_CERT_FILE, world.door.ca);
  const { stderr, code } = await assayAgent(args, { ASSAY_JOIN_STRING, SSL_CERT_FILE });
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

it('an answer in the place of a session is told, and its Retry-After heeded', async () => {
  const { cert, key, caPem } = await loadOwnTls(mkdtempSync(join(dir, 'busy-')), [], Date.now());
  const server = createServer({ cert, key });
  server.on('upgrade', (_, socket) =>
    socket.end('HTTP/1.1 503 Service Unavailable\r\nRetry-After: 17\r\nContent-Length: 0\r\n\r\n'),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ending = await connect({ url, caPem, proxy: null }, () => {}).ended;
  expect(ending).toMatchObject({
    error: { code: 'collector_unreachable', message: expect.stringContaining('503') },
    retry: true,
    retryAfterMs: 17_000,
  });
  server.close();
});

it('a collector that drains says when to come back, to those who come too late as well', async () => {
  const going = await startTestCollector();
  const stuck = await openRawConnection(going.door);
  stuck.socket.pause();
  const closed = going.collector.close();
  const endpoint = { url: going.door.url, caPem: going.door.ca, proxy: null };
  const ending = await connect(endpoint, () => {}).ended;
  expect(ending?.error.message).toContain('503');
  expect(ending?.retryAfterMs).toBeGreaterThanOrEqual(1000);
  stuck.socket.terminate();
  await closed;
  await going.close();
});
