import { type Outcome, ok, type RemoteAccess, unknown } from '@assay/shared';
import { type Exec, execProblemToOutcome } from '../../system/exec.ts';
import type { Probe } from '../probe.ts';

const SERVICES = [
  { service: 'ssh', port: 22, label: 'com.openssh.sshd' },
  { service: 'vnc', port: 5900, label: 'com.apple.screensharing' },
] as const;

/** Ways in that launchd keeps open, by its own list: the setting tool would need access to the whole disk. */
export const remoteAccessOnMacos: Probe<'remote_access'> = {
  signal: 'remote_access',
  watch: ['/var/db/com.apple.xpc.launchd'],
  everyMs: 300_000,
  deadlineMs: 20_000,
  async observe({ exec }) {
    const answer = await exec.run('launchctl', ['print-disabled', 'system']);
    if (answer.status !== 'ok') return execProblemToOutcome('launchctl', answer);
    const switches = parseSwitches(answer.stdout);
    return switches ? toRemoteAccess(exec, switches) : unknown('unparsed', 'launchctl lists no services');
  },
};

async function toRemoteAccess(exec: Exec, switches: Map<string, boolean>): Promise<Outcome<RemoteAccess>> {
  const services: RemoteAccess['services'] = [];
  for (const { service, port, label } of SERVICES) {
    // Never switched either way: then only launchd can say whether it has it loaded.
    const on = switches.get(label) ?? (await isLoaded(exec, label));
    if (on === undefined) return unknown('exit', `launchctl does not say whether ${label} is on`);
    if (on) services.push({ service, port, basis: `launchd ${label}` });
  }
  return ok({ services });
}

/**
 * Reads `launchctl print-disabled`; older releases say in true and false whether a service is *disabled*.
 * @returns label → whether it is on
 */
function parseSwitches(text: string): Map<string, boolean> | undefined {
  if (!/^\s*disabled services = \{/m.test(text)) return undefined;
  const rows = [...text.matchAll(/^\s*"([\w.-]+)" => (enabled|disabled|true|false)\s*$/gm)];
  return new Map(rows.map(([, label = '', word]) => [label, word === 'enabled' || word === 'false']));
}

const NO_SUCH_SERVICE = 113;

async function isLoaded(exec: Exec, label: string): Promise<boolean | undefined> {
  const answer = await exec.run('launchctl', ['print', `system/${label}`]);
  if (answer.status === 'ok') return true;
  return answer.status === 'exit' && answer.code === NO_SUCH_SERVICE ? false : undefined;
}
