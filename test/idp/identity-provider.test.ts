import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EVENT_TYPES } from './caep-events.ts';
import { type IdentityProvider, startIdentityProvider } from './identity-provider.ts';
import {
  AUDIENCE,
  complianceChange,
  push,
  startTransmitter,
  subjectOf,
  type Transmitter,
} from './testing/transmitter.ts';
import { createUserAgent } from './testing/user-agent.ts';

const ADA = { email: 'ada@example.com', name: 'Ada <b>Lovelace</b>', password: 'correct horse' };
const REASON = 'Your laptop ada-thinkpad does not meet the requirements: disk encryption is off.';

let transmitter: Transmitter;
let idp: IdentityProvider;

beforeAll(async () => {
  transmitter = await startTransmitter();
});
afterAll(() => transmitter.close());

beforeEach(async () => {
  idp = await startIdentityProvider({ users: [ADA], collector: transmitter, audience: AUDIENCE });
  return () => idp.close();
});

async function tell(claims: Record<string, unknown>): Promise<void> {
  const response = await push(idp.ssfEndpoint, await transmitter.sign(claims));
  expect(response.status).toBe(202);
}

async function signIn(agent = createUserAgent(), password = ADA.password) {
  const form = await agent.open(idp.appUrl);
  return { agent, page: await agent.submit(form.url, { email: ADA.email, password }) };
}

describe('signing in', () => {
  it('shows the data to somebody whose device is in order', async () => {
    await tell(complianceChange('compliant'));
    const { page } = await signIn();
    expect(page).toMatchObject({ status: 200, url: new URL(idp.appUrl) });
    expect(page.text).toContain('Production data');
    expect(page.text).toContain('Ada &lt;b&gt;Lovelace&lt;/b&gt;');
  });

  it('is refused without a known device', async () => {
    const { page } = await signIn();
    expect(page.status).toBe(403);
    expect(page.text).toContain('No device of yours is known here.');
  });

  it('is refused with the reason and since when, and a reload after mending lets one in', async () => {
    const at = Date.now() - 60_000;
    await tell(complianceChange('not-compliant', { at, reason: REASON }));
    const { agent, page } = await signIn();
    expect(page.status).toBe(403);
    expect(page.text).toContain(REASON);
    expect(page.text).toContain(new Date(at).toISOString());
    expect((await agent.open(`${page.url}/decision`)).status).toBe(403);

    await tell(complianceChange('compliant'));
    expect((await agent.open(`${page.url}/decision`)).status).toBe(200);
    const reloaded = await agent.open(page.url);
    expect(reloaded).toMatchObject({ status: 200, url: new URL(idp.appUrl) });
  });

  it('with a wrong password tells nothing about the device', async () => {
    await tell(complianceChange('not-compliant', { reason: REASON }));
    const { page } = await signIn(createUserAgent(), 'wrong');
    expect(page.status).toBe(401);
    expect(page.text).toContain('E-mail or password is wrong');
    expect(page.text).not.toContain(REASON);
  });

  it('that was begun in another browser is not continued', async () => {
    await tell(complianceChange('compliant'));
    const form = await createUserAgent().open(idp.appUrl);
    const page = await createUserAgent().submit(form.url, { email: ADA.email, password: ADA.password });
    expect(page.status).toBe(400);
  });

  it('does not accept a code in a browser that did not ask for it', async () => {
    const page = await createUserAgent().open(`${idp.appUrl}/callback?code=abc&state=def&iss=${idp.url}`);
    expect(page.status).toBe(400);
  });
});

describe('a session from better days', () => {
  it('ends with the event that tells of the fall: no access, no silent sign-in, the reason instead', async () => {
    await tell(complianceChange('compliant'));
    const { agent } = await signIn();
    expect((await agent.open(`${idp.appUrl}/session`)).status).toBe(200);

    await tell(complianceChange('not-compliant', { reason: REASON }));
    expect((await agent.open(`${idp.appUrl}/session`)).status).toBe(401);
    const refused = await agent.open(idp.appUrl);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain(REASON);
    expect(refused.text).not.toContain('Orders today');
  });

  it('is not resumed by mending: the password is asked again', async () => {
    await tell(complianceChange('compliant'));
    const { agent } = await signIn();
    await tell(complianceChange('not-compliant'));
    await tell(complianceChange('compliant'));
    const form = await agent.open(idp.appUrl);
    expect(form.text).toContain('autocomplete="current-password"');
    expect((await agent.submit(form.url, { email: ADA.email, password: ADA.password })).text).toContain(
      'Orders today',
    );
  });

  it('stays when a late older event arrives', async () => {
    await tell(complianceChange('compliant'));
    const { agent } = await signIn();
    await tell(complianceChange('not-compliant', { at: Date.now() - 3_600_000 }));
    expect((await agent.open(idp.appUrl)).text).toContain('Orders today');
  });

  it('stays when somebody else’s device falls', async () => {
    await tell(complianceChange('compliant'));
    const { agent } = await signIn();
    await tell(complianceChange('not-compliant', { deviceId: 'laptop-2', email: 'bob@example.com' }));
    expect((await agent.open(idp.appUrl)).text).toContain('Orders today');
  });

  it('ends when it is revoked although the device is in order', async () => {
    await tell(complianceChange('compliant'));
    const { agent } = await signIn();
    await tell({
      sub_id: subjectOf('laptop-1', ADA.email),
      events: { [EVENT_TYPES.sessionRevoked]: { reason_admin: { en: 'laptop reported lost' } } },
    });
    expect((await agent.open(`${idp.appUrl}/session`)).status).toBe(401);
  });

  it('opens nothing with a code that was given before the fall', async () => {
    await tell(complianceChange('compliant'));
    const agent = createUserAgent();
    const form = await agent.open(idp.appUrl);
    const credentials = { email: ADA.email, password: ADA.password };
    const returning = await agent.submit(form.url, credentials, /^\/app\/callback$/);
    expect(returning.url.searchParams.get('code')).toBeTruthy();
    await tell(complianceChange('not-compliant'));
    const page = await agent.open(returning.url);
    expect(page.status).toBe(400);
    expect(page.text).not.toContain('Orders today');
  });
});

describe('a sign-in that is half-way through', () => {
  it('comes to nothing when the device falls before its last step', async () => {
    await tell(complianceChange('compliant'));
    const agent = createUserAgent();
    const form = await agent.open(idp.appUrl);
    const credentials = { email: ADA.email, password: ADA.password };
    const passed = await agent.submit(form.url, credentials, /^\/auth\//);
    expect(passed.url.pathname).toMatch(/^\/auth\//);
    await tell(complianceChange('not-compliant', { reason: REASON }));
    expect((await agent.open(passed.url)).status).toBe(400);
    expect((await agent.open(idp.appUrl)).text).toContain(REASON);
  });
});

describe('the pages', () => {
  it('may run and load nothing but themselves', async () => {
    const { page } = await signIn();
    const response = await fetch(page.url);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});
