import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '@assay/shared';
import type { Interaction, Provider } from 'oidc-provider';
import type { Decision } from './conditional-access.ts';
import { readBody, readCookie } from './http.ts';
import { errors } from './oidc-library.ts';
import { DEVICE_NOT_IN_ORDER } from './openid-provider.ts';
import { errorPage, refusalPage, sendPage, signInPage } from './pages.ts';
import type { People } from './people.ts';

const BROWSER_COOKIE = 'known_browser';
const MAX_FORM_BYTES = 16 * 1024;
const PROOF_LASTS_MS = 600_000;

export interface SignInOptions {
  provider: Provider;
  people: People;
  clock: Clock;
  decide(accountId: string): Decision;
}

/**
 * The sign-in page and the refusal. Whoever gave the right password and is refused keeps that proof for this
 * one attempt, so that a reload after mending lets them in. A browser whose session was ended is told why
 * before it is asked for a password again.
 */
export function createSignIn({ provider, people, clock, decide }: SignInOptions) {
  const proofs = new Map<string, { accountId: string; until: number }>();
  const browsers = new Map<string, string>();

  function provenAccount({ uid, session, prompt }: Interaction): string | undefined {
    if (session?.accountId && prompt.reasons.every((reason) => reason === DEVICE_NOT_IN_ORDER)) {
      return session.accountId;
    }
    const proof = proofs.get(uid);
    return proof && proof.until > clock.now() ? proof.accountId : undefined;
  }

  const browserAccount = (request: IncomingMessage): string | undefined =>
    browsers.get(readCookie(request, BROWSER_COOKIE) ?? '');

  const refuse = (
    response: ServerResponse,
    accountId: string,
    decision: Decision & { allowed: false },
    uid: string,
  ) =>
    sendPage(
      response,
      refusalPage(people.find(accountId)?.email ?? accountId, decision, `/sign-in/${uid}/decision`),
    );

  async function show(
    request: IncomingMessage,
    response: ServerResponse,
    interaction: Interaction,
  ): Promise<void> {
    const proven = provenAccount(interaction);
    const accountId = proven ?? browserAccount(request);
    const decision = accountId === undefined ? undefined : decide(accountId);
    if (accountId !== undefined && decision?.allowed === false) {
      return refuse(response, accountId, decision, interaction.uid);
    }
    if (proven !== undefined) {
      proofs.delete(interaction.uid);
      return provider.interactionFinished(request, response, { login: { accountId: proven, amr: ['pwd'] } });
    }
    const email = (accountId && people.find(accountId)?.email) ?? '';
    sendPage(response, signInPage({ email, trouble: null }));
  }

  /** Answers 303 to the page itself, so that a reload never sends the password again. */
  async function submit(
    request: IncomingMessage,
    response: ServerResponse,
    { uid }: Interaction,
  ): Promise<void> {
    const form = new URLSearchParams((await readBody(request, MAX_FORM_BYTES)) ?? '');
    const email = form.get('email') ?? '';
    const account = await people.authenticate(email, form.get('password') ?? '');
    if (!account) {
      const trouble = 'E-mail or password is wrong. Check both and try again.';
      return sendPage(response, signInPage({ email, trouble }));
    }
    const now = clock.now();
    for (const [old, { until }] of proofs) if (until <= now) proofs.delete(old);
    proofs.set(uid, { accountId: account.id, until: now + PROOF_LASTS_MS });
    const browser = randomBytes(24).toString('base64url');
    browsers.set(browser, account.id);
    response.writeHead(303, {
      location: `/sign-in/${uid}`,
      'set-cookie': `${BROWSER_COOKIE}=${browser}; Path=/sign-in; HttpOnly; SameSite=Lax; Max-Age=3600`,
    });
    response.end();
  }

  function tellDecision(request: IncomingMessage, response: ServerResponse, interaction: Interaction): void {
    const accountId = provenAccount(interaction) ?? browserAccount(request);
    const allowed = accountId !== undefined && decide(accountId).allowed;
    response.writeHead(allowed ? 200 : 403, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
    });
    response.end(JSON.stringify({ allowed }));
  }

  /** Answers a request below /sign-in/. */
  return async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    try {
      const interaction = await provider.interactionDetails(request, response);
      if (path === `/sign-in/${interaction.uid}/decision`)
        return tellDecision(request, response, interaction);
      if (request.method === 'POST') return await submit(request, response, interaction);
      return await show(request, response, interaction);
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      sendPage(response, errorPage('This sign-in has expired or was begun in another browser.'));
    }
  };
}
