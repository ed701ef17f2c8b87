import type { RemoteAccessService } from '@assay/shared';
import { isLoopback, type Listener } from './listeners.ts';

const WELL_KNOWN: Record<number, string> = { 22: 'ssh', 23: 'telnet', 3389: 'rdp', 5900: 'vnc' };

/** Ports that a service is set to instead of its own. */
type SetPorts = Partial<Record<'ssh' | 'rdp', readonly number[]>>;

/** One for each address, by port. A firewall in front is another signal's business. */
export function toServices(listeners: readonly Listener[], set: SetPorts): RemoteAccessService[] {
  const setTo = (port: number) =>
    set.ssh?.includes(port) ? 'ssh' : set.rdp?.includes(port) ? 'rdp' : undefined;
  const services = listeners.flatMap((listener) => {
    const service = WELL_KNOWN[listener.port] ?? setTo(listener.port);
    if (!service || isLoopback(listener)) return [];
    return { service, port: listener.port, basis: `tcp ${toEndpoint(listener)} listening` };
  });
  return services.sort((a, b) => a.port - b.port || (a.basis < b.basis ? -1 : a.basis > b.basis ? 1 : 0));
}

const toEndpoint = ({ address, port }: Listener) =>
  `${address.includes(':') ? `[${address}]` : address}:${port}`;
