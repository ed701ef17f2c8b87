import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { EVENT_TYPES } from '../caep-events.ts';

export const AUDIENCE = 'https://idp.example/ssf';

type Alg = 'ES256' | 'RS256';
type Claims = Record<string, unknown>;

/** Self-signed, for 127.0.0.1. */
const testdata = (name: string) => readFileSync(new URL(`testdata/${name}`, import.meta.url), 'utf8');

async function createSigner(alg: Alg) {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const kid = randomUUID();
  return { alg, kid, privateKey, jwk: { ...(await exportJWK(publicKey)), alg, kid, use: 'sig' } };
}

/** A transmitter of security event tokens with real keys, real signatures and a real TLS server. */
export async function startTransmitter() {
  const caPem = testdata('transmitter.pem');
  let signers = { ES256: await createSigner('ES256'), RS256: await createSigner('RS256') };
  let available = true;
  const server = createServer({ cert: caPem, key: testdata('transmitter-key.pem') }, (request, response) => {
    const documents: Record<string, unknown> = {
      '/.well-known/ssf-configuration': { spec_version: '1_0', issuer, jwks_uri: `${issuer}/jwks.json` },
      '/jwks.json': { keys: Object.values(signers).map(({ jwk }) => jwk) },
    };
    const document = documents[request.url ?? ''];
    response.writeHead(!available ? 503 : document ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(document ?? {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function sign(claims: Claims, { alg = 'ES256', header = {} }: { alg?: Alg; header?: Claims } = {}) {
    const { kid, privateKey } = signers[alg];
    const defaults = { iss: issuer, aud: AUDIENCE, iat: Math.floor(Date.now() / 1000), jti: randomUUID() };
    return new SignJWT({ ...defaults, ...claims })
      .setProtectedHeader({ alg, kid, typ: 'secevent+jwt', ...header })
      .sign(privateKey);
  }

  return {
    issuer,
    caPem,
    sign,
    rotateKeys: async () => {
      signers = { ES256: await createSigner('ES256'), RS256: await createSigner('RS256') };
    },
    setAvailable: (value: boolean) => {
      available = value;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

export type Transmitter = Awaited<ReturnType<typeof startTransmitter>>;

export const subjectOf = (deviceId: string, email: string) => ({
  format: 'complex',
  device: { format: 'opaque', id: deviceId },
  user: { format: 'email', email },
});

const secondsOf = (at: number) => at / 1000;

/** Claims of a compliance change; `at` is milliseconds since 1970 UTC. */
export function complianceChange(
  current: 'compliant' | 'not-compliant',
  {
    deviceId = 'laptop-1',
    email = 'ada@example.com',
    at = Date.now(),
    reason = 'Disk encryption is off.',
  } = {},
): Claims {
  return {
    sub_id: subjectOf(deviceId, email),
    events: {
      [EVENT_TYPES.compliance]: {
        previous_status: current === 'compliant' ? 'not-compliant' : 'compliant',
        current_status: current,
        event_timestamp: secondsOf(at),
        initiating_entity: 'policy',
        reason_admin: { en: `check disk-encryption: ${reason}` },
        ...(current === 'compliant'
          ? {}
          : { reason_user: { de: 'Festplatte unverschlüsselt.', en: reason } }),
      },
    },
  };
}

/** Claims of a change of a device's risk level. */
export function riskChange(
  current: 'LOW' | 'MEDIUM' | 'HIGH',
  { deviceId = 'laptop-1', email = 'ada@example.com', at = Date.now() } = {},
): Claims {
  return {
    sub_id: subjectOf(deviceId, email),
    events: {
      [EVENT_TYPES.risk]: { principal: 'DEVICE', current_level: current, event_timestamp: secondsOf(at) },
    },
  };
}

/** Posts a token as RFC 8935 §2.1 demands. */
export const push = (
  endpoint: string,
  token: string,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/secevent+jwt', accept: 'application/json', ...headers },
    body: token,
  });
