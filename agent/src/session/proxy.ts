import { Agent } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { AssayError } from '@assay/shared';

/** Of a process's environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The HTTP proxy on the way to a collector, as the environment says; null: the way is direct. HTTPS_PROXY in capitals
 * or not; NO_PROXY with names (their subdomains too), addresses, networks as 10.0.0.0/8, each with a port or not, and
 * `*`.
 * @throws AssayError `proxy_failed` when it is no URL of a proxy that we can use
 */
export function proxyFor(collectorUrl: string, env: Environment): URL | null {
  const address = env.https_proxy || env.HTTPS_PROXY;
  if (!address || isExempt(new URL(collectorUrl), env.no_proxy || env.NO_PROXY || '')) return null;
  const proxy = URL.parse(address.includes('://') ? address : `http://${address}`);
  if (proxy && /^https?:$/.test(proxy.protocol) && proxy.hostname) return proxy;
  throw new AssayError(
    'proxy_failed',
    'HTTPS_PROXY is not the URL of an HTTP proxy: expected http://[user:password@]host:port',
  );
}

/** Opens connections through the proxy, where there is one; user and password go by its URL. */
export const createAgent = (proxy: URL | null): Agent =>
  new Agent({ keepAlive: false, ...(proxy ? { proxyEnv: { HTTPS_PROXY: proxy.href } } : {}) });

const agents = new Map<string, Agent>();

/**
 * The one agent for all connections by this way. It keeps the collector's TLS tickets, so that coming back after a
 * collector's restart costs both sides a fifth to a quarter less.
 */
export function resumingAgent(proxy: URL | null): Agent {
  const way = proxy?.href ?? '';
  const agent = agents.get(way) ?? createAgent(proxy);
  agents.set(way, agent);
  return agent;
}

/** For messages: without user and password. */
export const nameOf = ({ protocol, host }: URL): string => `${protocol}//${host}`;

function isExempt(url: URL, noProxy: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port || '443';
  return noProxy
    .split(/[\s,]+/)
    .filter(Boolean)
    .some((entry) => {
      const { name, port: onlyPort } = splitPort(entry);
      return (onlyPort === null || onlyPort === port) && matches(host, name);
    });
}

function splitPort(entry: string): { name: string; port: string | null } {
  const [, name = entry, port = null] = /^(\[[^\]]*\]|[^:]*):(\d+)$/.exec(entry) ?? [];
  return { name: name.replace(/^\[|\]$/g, ''), port };
}

function matches(host: string, name: string): boolean {
  if (name === '*') return true;
  const family = isIP(host);
  if (family > 0) return isInNetwork(host, family === 4 ? 'ipv4' : 'ipv6', name);
  const suffix = name.toLowerCase().replace(/^\*?\./, '');
  return host === suffix || host.endsWith(`.${suffix}`);
}

function isInNetwork(host: string, family: 'ipv4' | 'ipv6', entry: string): boolean {
  const [address = '', bits] = entry.split('/');
  if (isIP(address) !== (family === 'ipv4' ? 4 : 6)) return false;
  const list = new BlockList();
  try {
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  } catch {
    return false;
  }
  return list.check(host, family);
}
