import { AssayError, type Clock } from '@assay/shared';
import { CreatedSignInCode, Me, NewSignInCode, SignIn } from '@assay/shared/api';
import cookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { toAuditEvent } from '../audit/actions.ts';
import { hashToken, newToken } from '../enrollment/tokens.ts';
import type { AccessReads, AccessWrites } from '../store/access.ts';
import type { Actor, AuditSource, AuditWrites } from '../store/audit.ts';
import type { Api } from './server.ts';

const COOKIE = '__Host-assay';
const SIGN_IN_MS = 12 * 3_600_000;
const LOCAL_ADMINISTRATOR = 'local administrator';
const CODE_MS = 15 * 60_000;
/** How the command line introduces itself. */
export const CLI = 'assay-collector/';

/** One-time codes that let a person at the console in; forgotten at restart. */
export interface SignInCodes {
  create(name?: string): string;
  /** Whose it is, once for each code and within 15 minutes; null otherwise. */
  use(code: string): string | null;
}

export function createSignInCodes(clock: Clock): SignInCodes {
  const codes = new Map<string, { name: string; expiresAt: number }>();
  return {
    create(name = LOCAL_ADMINISTRATOR) {
      const code = newToken();
      codes.set(hashToken(code).toString('hex'), { name, expiresAt: clock.now() + CODE_MS });
      return code;
    },
    use(code) {
      const key = hashToken(code).toString('hex');
      const known = codes.get(key);
      codes.delete(key);
      return known && known.expiresAt > clock.now() ? known.name : null;
    },
  };
}

export interface AccessServices {
  store: AccessReads & AccessWrites & AuditWrites;
  codes: SignInCodes;
  clock: Clock;
  collector: { version: string; id: string };
  /** Null: nobody said how others reach it. */
  publicUrl: string | null;
}

const secretOf = (request: FastifyRequest): string | null => {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() === 'bearer' && token) return token;
  return isFromElsewhere(request) ? null : (request.cookies[COOKIE] ?? null);
};

/**
 * By what the browser says of itself (Fetch Metadata): to `SameSite` every host below the same domain is one site, and what
 * needs no body needs no JSON either.
 */
const isFromElsewhere = ({ headers }: FastifyRequest): boolean =>
  !['same-origin', 'none', undefined].includes(headers['sec-fetch-site']?.toString());

/** What a request's token or sign-in opens still; null: nothing. */
export async function accessOf(
  request: FastifyRequest,
  { store, clock }: Pick<AccessServices, 'store' | 'clock'>,
): Promise<Awaited<ReturnType<AccessReads['access']>>> {
  const secret = secretOf(request);
  return secret ? store.access({ hash: hashToken(secret), at: clock.now() }) : null;
}

/**
 * A hook that lets only API tokens and signed-in people pass. A cookie alone never does anything for another site's page:
 * it is SameSite=Strict, and counts for pages of this very origin.
 * @throws AssayError `unauthorized`
 */
export function requireAccess(services: Pick<AccessServices, 'store' | 'clock'>) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const access = await accessOf(request, services);
    if (!access) {
      reply.header('www-authenticate', 'Bearer');
      throw new AssayError(
        'unauthorized',
        'expected an API token as "Authorization: Bearer …", or a sign-in',
      );
    }
    request.who = access.name;
    request.isToken = access.kind === 'api';
    request.actor = { name: access.name, source: request.isToken ? programOf(request) : 'console' };
  };
}

/** Our own command line says that it is one; whoever else has the token is a program. */
const programOf = ({ headers }: FastifyRequest): AuditSource =>
  headers['user-agent']?.startsWith(CLI) ? 'cli' : 'api';

/** Signing in with a one-time code, signing out, and who one is. */
export async function accessRoutes(app: Api, services: AccessServices): Promise<void> {
  const { store, codes, clock, collector, publicUrl } = services;
  await app.register(cookie);
  // Of wrong codes alone: whoever has the right one is not kept out by others of the same address, such as a proxy's.
  const wrongCodes = app.createRateLimit({ max: 20, timeWindow: '1 minute' });

  async function assertFew(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const tried = await wrongCodes(request);
    if (tried.isAllowed || !tried.isExceeded) return;
    reply.header('retry-after', tried.ttlInSeconds);
    throw new AssayError(
      'too_many_requests',
      `${tried.max} wrong codes came from this address: wait a minute`,
    );
  }

  app.post(
    '/api/v1/sign-in',
    {
      schema: {
        ...{ summary: 'Sign in with a one-time code', body: SignIn, response: { 204: Type.Null() } },
        security: [],
      },
    },
    async (request, reply) => {
      const name = codes.use(request.body.code);
      if (name === null) {
        await assertFew(request, reply);
        throw new AssayError(
          'sign_in_code_invalid',
          'this sign-in link was used or has expired: run `assay-collector sign-in` for a new one',
        );
      }
      const token = newToken();
      const at = clock.now();
      const access = {
        name,
        kind: 'sign_in' as const,
        at,
        expiresAt: at + SIGN_IN_MS,
      };
      const act = { action: 'sign_in.create', at, subject: name } as const;
      const audit = toAuditEvent({ name, source: 'console' }, act);
      await store.putAccess({ hash: hashToken(token), ...access, audit });
      const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' as const };
      reply.setCookie(COOKIE, token, { ...attributes, maxAge: SIGN_IN_MS / 1000 }).code(204);
      return null;
    },
  );

  app.delete(
    '/api/v1/sign-in',
    { schema: { summary: 'Sign out', response: { 204: Type.Null() }, security: [] } },
    async (request, reply) => {
      const token = request.cookies[COOKIE];
      const hash = token ? hashToken(token) : null;
      const access = hash && (await store.access({ hash, at: clock.now() }));
      if (hash && access) {
        const act = { action: 'sign_in.end', at: clock.now(), subject: access.name } as const;
        const audit = toAuditEvent({ name: access.name, source: 'console' }, act);
        await store.removeAccess({ hash, audit });
      }
      reply.clearCookie(COOKIE, { path: '/', secure: true }).code(204);
      return null;
    },
  );

  app.get(
    '/api/v1/me',
    { onRequest: requireAccess(services), schema: { summary: 'Who am I?', response: { 200: Me } } },
    async (request) => ({ name: request.who, collector }),
  );

  app.post(
    '/api/v1/sign-in-codes',
    {
      onRequest: requireAccess(services),
      schema: {
        summary: 'Make a one-time sign-in code for the console',
        body: NewSignInCode,
        response: { 201: CreatedSignInCode },
      },
    },
    async ({ body, who, isToken, actor }, reply) => {
      // Who signed in is who they are: only the collector's owner says who somebody is.
      if (body.name !== undefined && !isToken)
        throw new AssayError(
          'invalid_request',
          'expected no name: a code made at the console is for yourself',
        );
      const name = isToken ? body.name : who;
      const subject = name ?? LOCAL_ADMINISTRATOR;
      await store.record(toAuditEvent(actor, { action: 'sign_in_code.create', at: clock.now(), subject }));
      reply.code(201);
      return { code: codes.create(name), publicUrl };
    },
  );
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set by `requireAccess`. */
    who: string;
    /** Asked with an API token, not by a person who signed in. */
    isToken: boolean;
    /** The same, for the audit log. */
    actor: Actor;
  }
}
