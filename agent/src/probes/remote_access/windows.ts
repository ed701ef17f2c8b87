import { ok, type RemoteAccessService, unknown } from '@assay/shared';
import { execProblemToOutcome } from '../../system/exec.ts';
import type { Probe } from '../probe.ts';
import { isLoopback, type Listener } from './listeners.ts';

const SERVICES: Record<number, string> = { 22: 'ssh', 23: 'telnet', 3389: 'rdp', 5900: 'vnc' };

/** Ways into this machine that wait for other machines, on their well-known ports. */
export const remoteAccessOnWindows: Probe<'remote_access'> = {
  signal: 'remote_access',
  watch: [],
  everyMs: 300_000,
  deadlineMs: 15_000,
  async observe({ exec }) {
    const ipv4 = await exec.run('netstat', ['-an', '-p', 'TCP']);
    if (ipv4.status !== 'ok') return execProblemToOutcome('netstat', ipv4);
    const ipv6 = await exec.run('netstat', ['-an', '-p', 'TCPv6']);
    if (ipv6.status !== 'ok') return execProblemToOutcome('netstat', ipv6);
    const listeners = parseNetstat(ipv4.stdout);
    // Windows' own RPC always listens on IPv4: without any listener it is no answer.
    if (listeners.length === 0) return unknown('unparsed', 'netstat: no sockets');
    return ok({ services: toServices([...listeners, ...parseNetstat(ipv6.stdout)]) });
  },
};

/** The state is a word in the system's language; only who listens has nobody on the other side. */
function parseNetstat(text: string): Listener[] {
  const lines = text.matchAll(/^\s+TCP\s+(\S+):(\d{1,5})\s+(?:0\.0\.0\.0|\[::\]):0\s/gm);
  return [...lines].map(([, address = '', port]) => ({
    address: address.replace(/^\[|\]$/g, '').replace(/%.*$/, ''),
    port: Number(port),
  }));
}

function toServices(listeners: readonly Listener[]): RemoteAccessService[] {
  return listeners
    .flatMap((listener) => {
      const service = SERVICES[listener.port];
      if (!service || isLoopback(listener)) return [];
      const host = listener.address.includes(':') ? `[${listener.address}]` : listener.address;
      return { service, port: listener.port, basis: `tcp ${host}:${listener.port} listening` };
    })
    .sort((a, b) => a.port - b.port || (a.basis < b.basis ? -1 : a.basis > b.basis ? 1 : 0));
}
