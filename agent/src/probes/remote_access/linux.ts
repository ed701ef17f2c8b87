import { ok } from '@assay/shared';
import { fileProblemToOutcome, ifThere } from '../../system/file-error.ts';
import type { Probe } from '../probe.ts';
import { whileRunning } from '../running-units.ts';
import { LISTENING_MARK, parseListeners } from './listeners.ts';
import { toServices } from './services.ts';
import { readSshPorts } from './ssh-ports.ts';

const SSH_CONFIG = '/etc/ssh/sshd_config';

/** Of the distributions' packages; who listens otherwise is seen by the ladder. */
const UNITS = ['ssh', 'sshd', 'xrdp', 'gnome-remote-desktop', 'vncserver', 'telnet'].flatMap((name) => [
  `${name}.service`,
  `${name}.socket`,
]);

/** Ways into this machine that wait for other machines, on their well-known ports; ssh also where it is set to. */
export const remoteAccessOnLinux: Probe<'remote_access'> = {
  signal: 'remote_access',
  watch: [...whileRunning(UNITS), SSH_CONFIG, `${SSH_CONFIG}.d`],
  // The kernel walks all of its sockets to print this: ten milliseconds.
  everyMs: 300_000,
  deadlineMs: 5000,
  async observe({ files }) {
    try {
      // Of a busy machine they are megabytes.
      const ipv4 = await files.linesWith('/proc/net/tcp', LISTENING_MARK);
      const ipv6 = (await ifThere(files.linesWith('/proc/net/tcp6', LISTENING_MARK))) ?? [];
      const ssh = await readSshPorts(files, SSH_CONFIG);
      return ok({ services: toServices(parseListeners([...ipv4, ...ipv6]), { ssh }) });
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};
