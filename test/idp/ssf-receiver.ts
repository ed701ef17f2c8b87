import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '@assay/shared';
import type { JWTVerifyGetKey } from 'jose';
import type { CaepEvent } from './caep-events.ts';
import { readBody } from './http.ts';
import { verifySet } from './security-event-token.ts';
import { SetError, type SetErrorCode } from './set-error.ts';

const MAX_TOKEN_BYTES = 64 * 1024;
const MAX_REMEMBERED_TOKENS = 100_000;

export interface SsfReceiverOptions {
  issuer: string;
  audience: string;
  keys: JWTVerifyGetKey;
  clock: Clock;
  /** The exact `Authorization` header the stream was given, if any. */
  authorization?: string;
  /** Takes effect before the token is answered with 202; never called twice for one `jti`. */
  onEvent(event: CaepEvent): Promise<void>;
}

/** The answer to one push: RFC 8935 §2.2-2.4; 503 while the transmitter's keys can't be fetched. */
export type PushAnswer =
  | { status: 202; repeated: boolean }
  | { status: 400 | 401; err: SetErrorCode; description: string }
  | { status: 503; err: 'keys_unavailable'; description: string };

export interface SsfReceiver {
  receive(token: string): Promise<PushAnswer>;
  /** One HTTP request of the push endpoint. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const media = (header: string | undefined): string => (header ?? '').toLowerCase();

/** The request's own rules: RFC 8935 §2.1. */
function assertPush(request: IncomingMessage, authorization: string | undefined): void {
  if (request.method !== 'POST')
    throw new SetError('invalid_request', `expected POST, got ${request.method}`);
  if (authorization !== undefined && request.headers.authorization !== authorization) {
    throw new SetError('authentication_failed', 'the stream’s authorization header is missing or differs');
  }
  if (media(request.headers['content-type']) !== 'application/secevent+jwt') {
    throw new SetError('invalid_request', 'content-type: expected application/secevent+jwt');
  }
  if (!media(request.headers.accept).includes('application/json')) {
    throw new SetError('invalid_request', 'accept: expected application/json');
  }
}

function toRefusal(error: unknown): PushAnswer {
  if (!(error instanceof SetError)) {
    return {
      status: 503,
      err: 'keys_unavailable',
      description: error instanceof Error ? error.message : 'unknown',
    };
  }
  const status = error.code === 'authentication_failed' ? 401 : 400;
  return { status, err: error.code, description: error.message };
}

function write(response: ServerResponse, answer: PushAnswer): void {
  if (answer.status === 202) {
    response.writeHead(202, { 'content-length': 0 }).end();
    return;
  }
  const { status, ...body } = answer;
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(status === 503 ? { 'retry-after': '1' } : undefined),
  });
  response.end(JSON.stringify(body));
}

/** Receives pushed security event tokens (RFC 8935): strict on what it takes, once only for each `jti`. */
export function createSsfReceiver(options: SsfReceiverOptions): SsfReceiver {
  const effects = new Map<string, Promise<void>>();

  /** A repetition waits for the first one's effect, so that 202 always means that it has happened. */
  async function takeEffect(jti: string, event: CaepEvent): Promise<boolean> {
    const earlier = effects.get(jti);
    const effect = earlier ?? options.onEvent(event);
    effects.set(jti, effect);
    const [oldest] = effects.keys();
    if (effects.size > MAX_REMEMBERED_TOKENS && oldest !== undefined) effects.delete(oldest);
    await effect.catch((error: unknown) => {
      effects.delete(jti);
      throw error;
    });
    return earlier !== undefined;
  }

  async function receive(token: string): Promise<PushAnswer> {
    const { issuer, audience, keys, clock } = options;
    let verified: Awaited<ReturnType<typeof verifySet>>;
    try {
      verified = await verifySet(token, { issuer, audience, keys, now: clock.now() });
    } catch (error) {
      return toRefusal(error);
    }
    return { status: 202, repeated: await takeEffect(verified.jti, verified.event) };
  }

  return {
    receive,
    async handle(request, response) {
      try {
        assertPush(request, options.authorization);
      } catch (error) {
        return write(response, toRefusal(error));
      }
      const body = await readBody(request, MAX_TOKEN_BYTES);
      if (body === undefined) {
        const description = `expected at most ${MAX_TOKEN_BYTES} bytes`;
        return write(response, { status: 400, err: 'invalid_request', description });
      }
      write(response, await receive(body));
    },
  };
}
