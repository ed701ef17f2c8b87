import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { RelyingParty } from './openid-provider.ts';

/** What a valid ID token says. `expiresAt` is milliseconds since 1970 UTC. */
export interface IdToken {
  subject: string;
  email: string;
  name: string;
  expiresAt: number;
}

interface Attempt {
  state: string;
  nonce: string;
  verifier: string;
}

interface Metadata {
  authorization_endpoint: string;
  token_endpoint: string;
  jwks_uri: string;
}

const secret = () => randomBytes(32).toString('base64url');

async function discover(issuer: string) {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`);
  const metadata = (await response.json()) as Metadata & { issuer: string };
  if (metadata.issuer !== issuer) throw new Error(`expected issuer ${issuer}, got ${metadata.issuer}`);
  return { metadata, keys: createRemoteJWKSet(new URL(metadata.jwks_uri)) };
}

export type AppClient = ReturnType<typeof createAppClient>;

/** OpenID Connect by authorization code with PKCE (RFC 7636), as the application sees it. */
export function createAppClient(issuer: string, { id, secret: clientSecret, redirectUri }: RelyingParty) {
  let found: ReturnType<typeof discover> | undefined;
  const provider = () => {
    found ??= discover(issuer);
    return found;
  };

  async function exchange(code: string, verifier: string): Promise<string> {
    const { metadata } = await provider();
    const response = await fetch(metadata.token_endpoint, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${id}:${clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        code_verifier: verifier,
        redirect_uri: redirectUri,
      }),
    });
    const answer = (await response.json()) as {
      id_token?: string;
      error?: string;
      error_description?: string;
    };
    if (!answer.id_token)
      throw new Error(`the provider gave no ID token: ${answer.error_description ?? answer.error}`);
    return answer.id_token;
  }

  return {
    /** The address to send the browser to, and what must be kept for its return. */
    async begin(): Promise<{ url: URL; attempt: Attempt }> {
      const { metadata } = await provider();
      const attempt = { state: secret(), nonce: secret(), verifier: secret() };
      const url = new URL(metadata.authorization_endpoint);
      url.search = new URLSearchParams({
        client_id: id,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'openid email profile',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: createHash('sha256').update(attempt.verifier).digest('base64url'),
        code_challenge_method: 'S256',
      }).toString();
      return { url, attempt };
    },

    /** @throws Error unless the browser came back to this attempt with a code that yields a valid ID token. */
    async finish(callback: URL, attempt: Attempt): Promise<IdToken> {
      const { state, code, iss, error, error_description } = Object.fromEntries(callback.searchParams);
      if (state !== attempt.state) throw new Error('expected the state of this attempt');
      if (iss !== issuer) throw new Error(`expected an answer of ${issuer}, got ${iss}`);
      if (!code) throw new Error(error_description ?? error ?? 'expected a code, got none');
      const { keys } = await provider();
      const { payload } = await jwtVerify(await exchange(code, attempt.verifier), keys, {
        issuer,
        audience: id,
        algorithms: ['ES256'],
        requiredClaims: ['sub', 'exp', 'iat', 'nonce', 'email', 'name'],
      });
      if (payload.nonce !== attempt.nonce) throw new Error('expected the nonce of this attempt');
      return {
        subject: String(payload.sub),
        email: String(payload.email),
        name: String(payload.name),
        expiresAt: Number(payload.exp) * 1000,
      };
    },

    /** The subject of a logout token (Back-Channel Logout 1.0 §2.6). @throws when it isn't a valid one. */
    async verifyLogout(token: string): Promise<string> {
      const { keys } = await provider();
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: id,
        algorithms: ['ES256'],
        typ: 'logout+jwt',
        requiredClaims: ['sub', 'iat', 'jti', 'events'],
      });
      const events = payload.events as Record<string, unknown>;
      if (!('http://schemas.openid.net/event/backchannel-logout' in events) || 'nonce' in payload) {
        throw new Error('expected a logout token');
      }
      return String(payload.sub);
    },
  };
}
