import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@assay/shared';
import { createApp } from './app.ts';
import type { CaepEvent } from './caep-events.ts';
import {
  type Decision,
  decide,
  devicesOf,
  type KnownDevice,
  type KnownDevices,
  learn,
} from './conditional-access.ts';
import { createOpenIdProvider, logOutOfApp } from './openid-provider.ts';
import { errorPage, sendPage } from './pages.ts';
import { createPeople, type Person } from './people.ts';
import { createProviderStore } from './provider-store.ts';
import { createSignIn } from './sign-in.ts';
import { createSsfReceiver } from './ssf-receiver.ts';
import { createTransmitterKeys, type Transmitter } from './transmitter-keys.ts';

export interface IdentityProviderOptions {
  /** 0, the default: any free one. */
  port?: number;
  users: readonly Person[];
  /** Whose security events are believed. */
  collector: Transmitter;
  /** The `aud` that the collector's stream is configured with. */
  audience: string;
  /** The exact `Authorization` header that the collector's stream is configured with, if any. */
  authorization?: string;
  /** Told after an event took effect: once for each, never for a repetition. */
  onEvent?(event: CaepEvent): void;
}

export interface IdentityProvider {
  /** Issuer and base address, http on loopback. */
  url: string;
  /** The protected application: start here with a browser. */
  appUrl: string;
  /** Where the collector pushes security event tokens to. */
  ssfEndpoint: string;
  /** May this person sign in now, and if not, why. */
  decide(email: string): Decision;
  devicesOf(email: string): KnownDevice[];
  close(): Promise<void>;
}

type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;

/** Listens before there is a route: the issuer's address must be known before the provider can be made. */
async function listen(
  port: number,
): Promise<{ url: string; route(route: Route): void; close(): Promise<void> }> {
  let current: Route = (_request, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    Promise.resolve(current(request, response, url)).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else
        sendPage(response, {
          ...errorPage(error instanceof Error ? error.message : 'unknown error'),
          status: 500,
        });
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    route: (route) => {
      current = route;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * An OpenID provider for demonstration and tests, with conditional access of its own: it hears of devices by
 * security events from the collector, refuses people whose devices are out of order, and ends what they had
 * open before it accepts the event.
 */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const clock = systemClock;
  const { url, route, close } = await listen(options.port ?? 0);
  const relyingParty = {
    id: 'production-data',
    secret: randomBytes(32).toString('base64url'),
    redirectUri: `${url}/app/callback`,
    backchannelLogoutUri: `${url}/app/backchannel-logout`,
  };
  const people = await createPeople(options.users);
  const store = createProviderStore(clock);
  let devices: KnownDevices = new Map();
  const mayEnter = (accountId: string) => decide(devices, accountId).allowed;
  const provider = await createOpenIdProvider({ issuer: url, store, people, relyingParty, mayEnter });

  async function endAccess(accountId: string): Promise<void> {
    store.forget(accountId);
    await logOutOfApp(provider, relyingParty.id, accountId);
  }

  async function onEvent(event: CaepEvent): Promise<void> {
    if (event.kind !== 'verification') {
      const owners = [event.owner, devices.get(event.deviceId)?.owner?.email];
      devices = learn(devices, event);
      owners.push(devices.get(event.deviceId)?.owner?.email);
      for (const owner of new Set(owners)) {
        if (owner && (event.kind === 'session-revoked' || !mayEnter(owner))) await endAccess(owner);
      }
    }
    options.onEvent?.(event);
  }

  const transmitter = createTransmitterKeys(options.collector);
  const receiver = createSsfReceiver({
    issuer: options.collector.issuer,
    audience: options.audience,
    keys: transmitter.keys,
    clock,
    onEvent,
    ...(options.authorization === undefined ? undefined : { authorization: options.authorization }),
  });
  const signIn = createSignIn({ provider, people, clock, decide: (accountId) => decide(devices, accountId) });
  const app = createApp({ issuer: url, relyingParty, clock });
  const toProvider = provider.callback();

  route((request, response, address) => {
    const { pathname } = address;
    if (pathname === '/') return void response.writeHead(302, { location: '/app' }).end();
    if (pathname === '/ssf/push') return receiver.handle(request, response);
    if (pathname === '/app' || pathname.startsWith('/app/')) return app(request, response, address);
    if (pathname.startsWith('/sign-in/')) return signIn(request, response, pathname);
    return toProvider(request, response);
  });

  return {
    url,
    appUrl: `${url}/app`,
    ssfEndpoint: `${url}/ssf/push`,
    decide: (email) => decide(devices, email),
    devicesOf: (email) => devicesOf(devices, email),
    close: async () => {
      await close();
      await transmitter.close();
    },
  };
}
