import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { ssfKind } from '../publish/ssf/stream.ts';
import type { TargetKind } from '../publish/target.ts';

/** Id and kind of the canary's own target. */
export const CANARY_TARGET = 'canary';

const AUDIENCE = 'assay:canary';
/** A SET is some two kilobytes. */
const MAX_BYTES = 64 * 1024;
/** Those that came before somebody waited for them. */
const REMEMBERED = 16;

/** An SSF push stream as any other, of which the canary alone is the subject. */
export const canaryKind = {
  ...ssfKind,
  kind: CANARY_TARGET,
  isForCanary: true,
  // After an outage only what holds is told: nobody waits for the rest.
  carries: 'state',
} as TargetKind;

/** A receiver on the loopback interface, as strict as a consumer's. */
export interface CanaryReceiver {
  /** What the target is configured with. */
  config: Record<string, unknown>;
  /** Resolves to when the SET of this transaction was accepted, ms, monotonic. */
  told(txn: string): Promise<number>;
  close(): Promise<void>;
}

export async function startCanaryReceiver(issuer: string, jwks: JSONWebKeySet): Promise<CanaryReceiver> {
  const keys = createLocalJWKSet(jwks);
  const authorization = `Bearer ${randomBytes(32).toString('base64url')}`;
  const accepted = new Map<string, number>();
  const waiting = new Map<string, (at: number) => void>();

  function accept(txn: string): void {
    const at = performance.now();
    waiting.get(txn)?.(at);
    waiting.delete(txn);
    accepted.set(txn, at);
    for (const old of [...accepted.keys()].slice(0, -REMEMBERED)) accepted.delete(old);
  }

  /** @returns the status of RFC 8935 */
  async function take(request: IncomingMessage): Promise<number> {
    if (request.headers.authorization !== authorization) return 401;
    const { payload } = await jwtVerify(await bodyOf(request), keys, {
      ...{ issuer, audience: AUDIENCE, typ: 'secevent+jwt', algorithms: ['ES256'] },
    });
    accept(String(payload.txn));
    return 202;
  }

  const server = createServer((request, response) => {
    take(request)
      .catch(() => 400)
      .then((status) => response.writeHead(status).end());
  });
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    config: {
      endpoint_url: `http://127.0.0.1:${port}/`,
      aud: AUDIENCE,
      authorization_header: authorization,
      alg: 'ES256',
      events: ['device-compliance-change'],
    },
    told(txn) {
      const at = accepted.get(txn);
      if (at !== undefined) return Promise.resolve(at);
      const { promise, resolve } = Promise.withResolvers<number>();
      waiting.clear();
      waiting.set(txn, resolve);
      return promise;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > MAX_BYTES) throw new Error('too large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
