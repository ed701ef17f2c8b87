import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import { Agent, fetch } from 'undici';

// Keys may rotate at any time, and a wrong refusal costs more here than one more question over loopback.
const COOLDOWN_MS = 0;

/** Whose events are believed, and the CA that its certificate must come from. */
export interface Transmitter {
  issuer: string;
  caPem: string;
}

/** SSF 1.0 §7.2: the well-known part goes between host and path. */
function toMetadataUrl(issuer: string): URL {
  const { origin, pathname } = new URL(issuer);
  return new URL(`${origin}/.well-known/ssf-configuration${pathname.replace(/\/$/, '')}`);
}

/**
 * The transmitter's signing keys, found by discovery over TLS at the first token and again when a key id is
 * unknown. Throws an ordinary error while the transmitter can't be reached: the token may be sent again.
 */
export function createTransmitterKeys(transmitter: Transmitter): {
  keys: JWTVerifyGetKey;
  close(): Promise<void>;
} {
  const dispatcher = new Agent({ connect: { ca: transmitter.caPem } });

  async function discover(): Promise<JWTVerifyGetKey> {
    const url = toMetadataUrl(transmitter.issuer);
    const response = await fetch(url, { dispatcher, signal: AbortSignal.timeout(5_000) });
    if (!response.ok) throw new Error(`expected 200 from ${url}, got ${response.status}`);
    const metadata = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
    if (metadata.issuer !== transmitter.issuer) {
      throw new Error(`expected issuer ${transmitter.issuer} in ${url}, got ${String(metadata.issuer)}`);
    }
    if (typeof metadata.jwks_uri !== 'string' || !metadata.jwks_uri.startsWith('https:')) {
      throw new Error(`expected an https jwks_uri in ${url}, got ${String(metadata.jwks_uri)}`);
    }
    return createRemoteJWKSet(new URL(metadata.jwks_uri), {
      cooldownDuration: COOLDOWN_MS,
      [customFetch]: async (address, options) => {
        const { status, headers, body } = await fetch(address, {
          dispatcher,
          signal: options.signal,
          redirect: 'error',
        }).then(async (answer) => ({
          status: answer.status,
          headers: [...answer.headers],
          body: await answer.text(),
        }));
        return new Response(body, { status, headers });
      },
    });
  }

  let discovered: Promise<JWTVerifyGetKey> | undefined;
  return {
    keys: async (header, token) => {
      discovered ??= discover().catch((error: unknown) => {
        discovered = undefined;
        throw error;
      });
      return (await discovered)(header, token);
    },
    close: () => dispatcher.close(),
  };
}
