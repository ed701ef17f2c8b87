import type { IncomingMessage } from 'node:http';
import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { Agent, fetch } from 'undici';
import { type Judgement, type Receiver, type ServerOptions, startReceiver } from './receiver.ts';
import { setProblem } from './set-rules.ts';

/** A SET as its receiver sees it. */
export interface ReceivedSet {
  jti: string;
  /** Last part of the event type's URI. */
  event: string;
  /** The event's own members. */
  members: Record<string, unknown>;
  claims: JWTPayload;
  alg: string;
  /** The compact JWS as it came. */
  jws: string;
}

export interface SsfReceiverOptions extends Partial<ServerOptions> {
  issuer: string;
  audience: string;
  jwksUri: string;
  /** Exactly what must come as Authorization; without it, none may come. */
  authorization?: string;
  algorithms?: string[];
  /** PEM of the CA behind `jwksUri`, if it is no public one. */
  ca?: string;
}

/**
 * A receiver by RFC 8935, SSF 1.0 and CAEP 1.0: verifies signatures against the transmitter's live JWKS, answers 202 or
 * 400 with the right `err`. A repeated jti is accepted and counted.
 */
export function startSsfReceiver(options: SsfReceiverOptions): Promise<Receiver<ReceivedSet>> {
  const keys = remoteKeys(options);
  return startReceiver({ path: '/events', ...options }, async (request, body) => {
    const problem = requestProblem(request, options);
    if (problem) return problem;
    return verifySet(body.toString('latin1'), keys, options);
  });
}

function remoteKeys({ jwksUri, ca }: SsfReceiverOptions): JWTVerifyGetKey {
  if (!ca) return createRemoteJWKSet(new URL(jwksUri), { cooldownDuration: 0 });
  const dispatcher = new Agent({ connect: { ca } });
  return createRemoteJWKSet(new URL(jwksUri), {
    cooldownDuration: 0,
    [customFetch]: async (url, { headers, signal }) => {
      const response = await fetch(url, { headers: Object.fromEntries(headers), signal, dispatcher });
      return new Response(await response.text(), { status: response.status });
    },
  });
}

function requestProblem(
  request: IncomingMessage,
  options: SsfReceiverOptions,
): Judgement<ReceivedSet> | undefined {
  const { headers, method } = request;
  if (method !== 'POST') return refuse('invalid_request', `expected POST, got ${method}`, 405);
  if (headers['content-type'] !== 'application/secevent+jwt') {
    return refuse('invalid_request', `expected application/secevent+jwt, got ${headers['content-type']}`);
  }
  if (headers.accept !== 'application/json') {
    return refuse('invalid_request', `expected Accept: application/json, got ${headers.accept}`);
  }
  if (headers.authorization !== options.authorization) {
    return refuse('authentication_failed', 'authorization is not as agreed');
  }
  return undefined;
}

async function verifySet(
  jws: string,
  keys: JWTVerifyGetKey,
  options: SsfReceiverOptions,
): Promise<Judgement<ReceivedSet>> {
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(jws)) return refuse('invalid_request', 'expected a compact JWS');
  try {
    const { payload, protectedHeader } = await jwtVerify(jws, keys, {
      issuer: options.issuer,
      audience: options.audience,
      typ: 'secevent+jwt',
      algorithms: options.algorithms ?? ['RS256', 'ES256'],
    });
    if (!protectedHeader.kid) return refuse('invalid_key', 'kid is missing');
    const problem = setProblem(payload, Math.floor(Date.now() / 1_000));
    if (problem) return refuse('invalid_request', problem);
    return {
      accepted: true,
      status: 202,
      id: String(payload.jti),
      message: toReceived(payload, protectedHeader.alg, jws),
    };
  } catch (error) {
    return refuse(errorCode(error), error instanceof Error ? error.message : 'unreadable');
  }
}

function toReceived(claims: JWTPayload, alg: string, jws: string): ReceivedSet {
  const [entry] = Object.entries(claims.events as Record<string, Record<string, unknown>>);
  const [uri, members] = entry ?? ['', {}];
  return { jti: String(claims.jti), event: uri.slice(uri.lastIndexOf('/') + 1), members, claims, alg, jws };
}

function errorCode(error: unknown): string {
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'iss') return 'invalid_issuer';
    if (error.claim === 'aud') return 'invalid_audience';
    return 'invalid_request';
  }
  if (error instanceof errors.JWTInvalid || error instanceof errors.JWSInvalid) return 'invalid_request';
  return 'invalid_key';
}

const refuse = (err: string, reason: string, status = 400) =>
  ({ accepted: false, status, reason: `${err}: ${reason}`, reply: { err, description: reason } }) as const;
