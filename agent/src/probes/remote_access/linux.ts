import { ok, type RemoteAccessService } from '@assay/shared';
import { fileProblemToOutcome, ifThere } from '../../system/file-error.ts';
import type { Probe } from '../probe.ts';
import { whileRunning } from '../running-units.ts';
import { isLoopback, LISTENING_MARK, type Listener, parseListeners } from './listeners.ts';

const SERVICES: Record<number, string> = { 22: 'ssh', 23: 'telnet', 3389: 'rdp', 5900: 'vnc' };

/** Of the distributions' packages; who listens otherwise is seen by the ladder. */
const UNITS = ['ssh', 'sshd', 'xrdp', 'gnome-remote-desktop', 'vncserver', 'telnet'].flatMap((name) => [
  `${name}.service`,
  `${name}.socket`,
]);

/** Ways into this machine that wait for other machines, on their well-known ports. */
export const remoteAccessOnLinux: Probe<'remote_access'> = {
  signal: 'remote_access',
  watch: whileRunning(UNITS),
  // The kernel walks all of its sockets to print this: ten milliseconds.
  everyMs: 300_000,
  deadlineMs: 5000,
  async observe({ files }) {
    try {
      // Of a busy machine they are megabytes.
      const ipv4 = await files.linesWith('/proc/net/tcp', LISTENING_MARK);
      const ipv6 = (await ifThere(files.linesWith('/proc/net/tcp6', LISTENING_MARK))) ?? [];
      return ok({ services: toServices(parseListeners([...ipv4, ...ipv6])) });
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

/** One for each address, by port. A firewall in front is another signal's business. */
function toServices(listeners: readonly Listener[]): RemoteAccessService[] {
  const services = listeners.flatMap((listener) => {
    const service = SERVICES[listener.port];
    if (!service || isLoopback(listener)) return [];
    return { service, port: listener.port, basis: `tcp ${toEndpoint(listener)} listening` };
  });
  return services.sort((a, b) => a.port - b.port || (a.basis < b.basis ? -1 : a.basis > b.basis ? 1 : 0));
}

const toEndpoint = ({ address, port }: Listener) =>
  `${address.includes(':') ? `[${address}]` : address}:${port}`;
