import { lookup } from 'node:dns/promises';
import { connect, isIP } from 'node:net';
import { failed, type Outcome, ok, skipped } from './finding.ts';

/** Where the first connection goes: to the proxy, or to the collector itself. */
export interface FirstHop {
  host: string;
  port: number;
  what: 'collector' | 'proxy';
}

export function firstHop(collectorUrl: string, proxy: URL | null): FirstHop {
  const url = proxy ?? new URL(collectorUrl);
  const port = Number(url.port) || (url.protocol === 'http:' ? 80 : 443);
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port, what: proxy ? 'proxy' : 'collector' };
}

const TIMEOUT_MS = 10_000;

export async function examineDns({ host, what }: FirstHop): Promise<Outcome> {
  if (isIP(host)) return skipped('address_given', `${host} is an address`);
  try {
    const found = await lookup(host, { all: true });
    return ok('resolved', `${host} is ${found.map(({ address }) => address).join(', ')}`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return failed(
      'dns_failed',
      `${host} is not known here (${code})`,
      `check that the ${what}'s name is right, and that this machine has network and a DNS server that knows it`,
    );
  }
}

export function examineTcp({ host, port, what }: FirstHop): Promise<Outcome> {
  const address = `${host}:${port}`;
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: TIMEOUT_MS });
    const end = (outcome: Outcome) => {
      socket.destroy();
      resolve(outcome);
    };
    socket.on('connect', () => end(ok('connected', `${address} answers`)));
    socket.on('timeout', () =>
      end(
        failed(
          'tcp_timeout',
          `${address} did not answer within ${TIMEOUT_MS / 1000} s`,
          `a firewall may drop the connection: allow this machine to reach ${address}`,
        ),
      ),
    );
    socket.on('error', ({ code }: NodeJS.ErrnoException) =>
      end(
        code === 'ECONNREFUSED'
          ? failed(
              'port_closed',
              `nothing listens on ${address}`,
              `start the ${what}, or correct its address and port`,
            )
          : failed('tcp_failed', `${address}: ${code}`, `check the way to ${address}: routes, VPN, firewall`),
      ),
    );
  });
}
