import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@assay/shared';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from './conditional-access.ts';
import { createOpenIdProvider } from './openid-provider.ts';
import { createPeople } from './people.ts';
import { createProviderStore } from './provider-store.ts';
import { createSignIn } from './sign-in.ts';
import { createUserAgent } from './testing/user-agent.ts';

const ADA = { email: 'ada@example.com', name: 'Ada Lovelace', password: 'correct horse' };
const REFUSED: Decision = { allowed: false, headline: 'Not today.', refusals: [], whatToDo: [] };

let allowed: boolean;
let authorization: URL;

/** A provider whose sessions nobody ends: only what is asked at each step stands in the way. */
beforeEach(async () => {
  allowed = true;
  let listener: RequestListener = () => {};
  const server = createServer((request, response) => listener(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = await createPeople([ADA]);
  const relyingParty = {
    id: 'app',
    secret: 'secret',
    redirectUri: `${issuer}/callback`,
    backchannelLogoutUri: `${issuer}/logout`,
  };
  const store = createProviderStore(systemClock);
  const provider = await createOpenIdProvider({
    issuer,
    store,
    people,
    relyingParty,
    mayEnter: () => allowed,
  });
  const decide = () => (allowed ? ({ allowed, because: '' } as const) : REFUSED);
  const signIn = createSignIn({ provider, people, clock: systemClock, decide });
  listener = (request, response) => {
    const { pathname } = new URL(request.url ?? '/', issuer);
    if (pathname.startsWith('/sign-in/')) void signIn(request, response, pathname);
    else provider.callback()(request, response);
  };
  authorization = new URL(`${issuer}/auth`);
  authorization.search = new URLSearchParams({
    client_id: relyingParty.id,
    redirect_uri: relyingParty.redirectUri,
    response_type: 'code',
    scope: 'openid',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', // RFC 7636, appendix B
    code_challenge_method: 'S256',
  }).toString();
  return () => {
    server.closeAllConnections();
    server.close();
  };
});

async function signInOnce() {
  const agent = createUserAgent();
  const form = await agent.open(authorization);
  const done = await agent.submit(form.url, ADA);
  expect(done.url.pathname).toBe('/callback');
  return agent;
}

describe('a session that is still there', () => {
  it('gives a new code without a password while its person may enter', async () => {
    const agent = await signInOnce();
    expect((await agent.open(authorization)).url.searchParams.has('code')).toBe(true);
  });

  it('gives none while its person may not, and goes on afterwards', async () => {
    const agent = await signInOnce();
    allowed = false;
    const refused = await agent.open(authorization);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('Not today.');
    allowed = true;
    expect((await agent.open(refused.url)).url.searchParams.has('code')).toBe(true);
  });

  it('gives a hidden request an error instead of a page', async () => {
    const agent = await signInOnce();
    allowed = false;
    authorization.searchParams.set('prompt', 'none');
    expect((await agent.open(authorization)).url.searchParams.get('error')).toBe('access_denied');
  });
});

it('asks for PKCE', async () => {
  authorization.searchParams.delete('code_challenge');
  authorization.searchParams.delete('code_challenge_method');
  expect((await createUserAgent().open(authorization)).url.searchParams.get('error')).toBe('invalid_request');
});
