import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '@assay/shared';
import { readBody, readCookie } from './http.ts';
import { type AppClient, createAppClient, type IdToken } from './oidc-client.ts';
import type { RelyingParty } from './openid-provider.ts';
import { errorPage, productionDataPage, sendPage } from './pages.ts';

const SESSION_COOKIE = 'app_session';
const ATTEMPT_COOKIE = 'app_attempt';
const MAX_BODY_BYTES = 16 * 1024;

const cookie = (name: string, value: string, maxAgeS: number): string =>
  `${name}=${value}; Path=/app; HttpOnly; SameSite=Lax; Max-Age=${maxAgeS}`;

type Attempt = Awaited<ReturnType<AppClient['begin']>>['attempt'];

/**
 * The protected application: shows its data only on a valid ID token, and forgets a person at once when the
 * provider says so by back-channel logout. Knows nothing of devices.
 */
export function createApp({
  issuer,
  relyingParty,
  clock,
}: {
  issuer: string;
  relyingParty: RelyingParty;
  clock: Clock;
}) {
  const client = createAppClient(issuer, relyingParty);
  const sessions = new Map<string, IdToken>();
  const attempts = new Map<string, Attempt>();

  function findSession(request: IncomingMessage): IdToken | undefined {
    const session = sessions.get(readCookie(request, SESSION_COOKIE) ?? '');
    return session && session.expiresAt > clock.now() ? session : undefined;
  }

  async function begin(response: ServerResponse): Promise<void> {
    const { url, attempt } = await client.begin();
    const id = randomBytes(24).toString('base64url');
    attempts.set(id, attempt);
    response.writeHead(302, { location: url.href, 'set-cookie': cookie(ATTEMPT_COOKIE, id, 600) });
    response.end();
  }

  async function finish(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const id = readCookie(request, ATTEMPT_COOKIE) ?? '';
    const attempt = attempts.get(id);
    attempts.delete(id);
    if (!attempt) return sendPage(response, errorPage('This sign-in was not begun in this browser.'));
    const idToken = await client.finish(url, attempt).catch((error: unknown) => String(error));
    if (typeof idToken === 'string') return sendPage(response, errorPage(idToken));
    const session = randomBytes(24).toString('base64url');
    sessions.set(session, idToken);
    response.writeHead(303, { location: '/app', 'set-cookie': cookie(SESSION_COOKIE, session, 3600) });
    response.end();
  }

  async function logOut(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams((await readBody(request, MAX_BODY_BYTES)) ?? '');
    const subject = await client.verifyLogout(form.get('logout_token') ?? '').catch(() => undefined);
    for (const [id, session] of sessions) if (session.subject === subject) sessions.delete(id);
    response.writeHead(subject === undefined ? 400 : 200, { 'cache-control': 'no-store' }).end();
  }

  /** Answers a request to /app or below. */
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const session = findSession(request);
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /app':
        return session ? sendPage(response, productionDataPage(session)) : begin(response);
      case 'GET /app/callback':
        return finish(request, response, url);
      case 'GET /app/session':
        response.writeHead(session ? 200 : 401, { 'cache-control': 'no-store' }).end();
        return;
      case 'POST /app/backchannel-logout':
        return logOut(request, response);
      default:
        return sendPage(response, { ...errorPage('There is nothing at this address.'), status: 404 });
    }
  };
}
