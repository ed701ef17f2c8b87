import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import type {
  Client,
  KoaContextWithOIDC,
  Provider as OpenIdProvider,
  interactionPolicy as policies,
} from 'oidc-provider';
import { interactionPolicy, Provider } from './oidc-library.ts';
import { errorPage, sendPage } from './pages.ts';
import type { People } from './people.ts';
import type { ProviderStore } from './provider-store.ts';

export const DEVICE_NOT_IN_ORDER = 'device_not_in_order';
const SCOPE = 'openid email profile';

/** An application that people sign in to through the provider. */
export interface RelyingParty {
  id: string;
  secret: string;
  redirectUri: string;
  backchannelLogoutUri: string;
}

export interface OpenIdProviderOptions {
  issuer: string;
  store: ProviderStore;
  people: People;
  relyingParty: RelyingParty;
  /** Asked at every authorization and every token. */
  mayEnter(accountId: string): boolean;
}

/** Asked at each authorization request, so that a session from better days opens nothing. */
function createPolicy(mayEnter: (accountId: string) => boolean): policies.DefaultPolicy {
  const { Check, base } = interactionPolicy;
  const policy = base();
  policy.get('login')?.checks.add(
    new Check(
      DEVICE_NOT_IN_ORDER,
      'the device does not meet the security requirements',
      'access_denied',
      (ctx) => {
        const accountId = ctx.oidc.session?.accountId;
        return accountId !== undefined && !mayEnter(accountId);
      },
    ),
  );
  return policy;
}

/** The only application is the company's own: nobody is asked for consent. */
async function loadOrMakeGrant(ctx: KoaContextWithOIDC) {
  const { session, client, provider, result } = ctx.oidc;
  if (!session?.accountId || !client) return undefined;
  const grantId = result?.consent?.grantId ?? session.grantIdFor(client.clientId);
  const existing = grantId ? await provider.Grant.find(grantId) : undefined;
  if (existing) return existing;
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope(SCOPE);
  await grant.save();
  return grant;
}

/** A real OpenID provider whose login prompt is ours and which asks `mayEnter` wherever access is given. */
export async function createOpenIdProvider(options: OpenIdProviderOptions): Promise<OpenIdProvider> {
  const { issuer, store, people, relyingParty, mayEnter } = options;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return new Provider(issuer, {
    adapter: store.adapter,
    clients: [
      {
        client_id: relyingParty.id,
        client_secret: relyingParty.secret,
        redirect_uris: [relyingParty.redirectUri],
        backchannel_logout_uri: relyingParty.backchannelLogoutUri,
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: 'id-token' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    pkce: { required: () => true },
    scopes: SCOPE.split(' '),
    claims: { openid: ['sub'], email: ['email'], profile: ['name'] },
    conformIdTokenClaims: false,
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      Grant: 3600,
      IdToken: 3600,
      Interaction: 600,
      Session: 3600,
    },
    interactions: {
      policy: createPolicy(mayEnter),
      url: (_ctx, interaction) => `/sign-in/${interaction.uid}`,
    },
    loadExistingGrant: loadOrMakeGrant,
    findAccount: (_ctx, id, token) => {
      const account = people.find(id);
      if (!account || (token && !mayEnter(id))) return undefined;
      return { accountId: id, claims: () => ({ sub: id, email: account.email, name: account.name }) };
    },
    renderError: (ctx, { error, error_description }) =>
      sendPage(ctx.res, errorPage(error_description ?? error)),
    // Without the library's ban on loopback addresses: the only application lives on this very server.
    fetch: (input, init) => {
      if (new URL(input instanceof Request ? input.url : input).origin !== issuer) {
        throw new Error(`expected a request to ${issuer}, got ${String(input)}`);
      }
      const { dispatcher: _refused, ...rest } = (init ?? {}) as RequestInit & { dispatcher?: unknown };
      return fetch(input, rest);
    },
  });
}

/** Tells the application that a person's sign-in no longer holds (OpenID Connect Back-Channel Logout 1.0). */
export async function logOutOfApp(
  provider: OpenIdProvider,
  clientId: string,
  accountId: string,
): Promise<void> {
  const client = (await provider.Client.find(clientId)) as
    | (Client & { backchannelLogout(subject: string, sid?: string): Promise<void> })
    | undefined;
  await client?.backchannelLogout(accountId);
}
