import { ok, unknown } from '@assay/shared';
import { execProblemToOutcome } from '../../system/exec.ts';
import { fileProblemToOutcome } from '../../system/file-error.ts';
import { readKey } from '../../system/windows/registry.ts';
import { UntoldError } from '../../system/windows/untold.ts';
import type { Probe } from '../probe.ts';
import type { Listener } from './listeners.ts';
import { toServices } from './services.ts';
import { readSshPorts } from './ssh-ports.ts';

const SSH_CONFIG = '/ProgramData/ssh/sshd_config';
const RDP = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp';

/** Ways into this machine that wait for other machines, on their well-known ports or on those they are set to. */
export const remoteAccessOnWindows: Probe<'remote_access'> = {
  signal: 'remote_access',
  watch: [SSH_CONFIG],
  everyMs: 300_000,
  deadlineMs: 15_000,
  async observe({ exec, files }) {
    const ipv4 = await exec.run('netstat', ['-an', '-p', 'TCP']);
    if (ipv4.status !== 'ok') return execProblemToOutcome('netstat', ipv4);
    const ipv6 = await exec.run('netstat', ['-an', '-p', 'TCPv6']);
    if (ipv6.status !== 'ok') return execProblemToOutcome('netstat', ipv6);
    const listeners = parseNetstat(ipv4.stdout);
    // Windows' own RPC always listens on IPv4: without any listener it is no answer.
    if (listeners.length === 0) return unknown('unparsed', 'netstat: no sockets');
    try {
      const rdp = (await readKey(exec, RDP))?.number('PortNumber');
      const set = { ssh: await readSshPorts(files, SSH_CONFIG), rdp: rdp === undefined ? [] : [rdp] };
      return ok({ services: toServices([...listeners, ...parseNetstat(ipv6.stdout)], set) });
    } catch (error) {
      return error instanceof UntoldError ? error.outcome : fileProblemToOutcome(error);
    }
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
