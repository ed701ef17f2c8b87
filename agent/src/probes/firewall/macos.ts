import { type Firewall, type Outcome, ok, unknown } from '@assay/shared';
import { type Exec, execProblemToOutcome } from '../../system/exec.ts';
import type { Probe } from '../probe.ts';

/** The application firewall, by the number it gives its state: the words around it change with each release. */
export const firewallOnMacos: Probe<'firewall'> = {
  signal: 'firewall',
  // Before macOS 15 a change showed here; since then only the ladder sees it.
  watch: [
    '/Library/Preferences/com.apple.alf.plist',
    '/Library/Managed Preferences/com.apple.security.firewall.plist',
  ],
  everyMs: 60_000,
  deadlineMs: 25_000,
  async observe({ exec }) {
    const answer = await exec.run('socketfilterfw', ['--getglobalstate']);
    const state = answer.status === 'ok' ? parseGlobalState(answer.stdout) : undefined;
    if (state) return ok(state);
    const inventory = await askInventory(exec);
    if (inventory.status === 'ok' || answer.status === 'ok') return inventory;
    return execProblemToOutcome('socketfilterfw', answer);
  },
};

/** `(State = N)`: 0 off, 1 on, 2 on and closed to everything. */
function parseGlobalState(text: string): Firewall | undefined {
  const state = /\(State = ([012])\)/.exec(text)?.[1];
  return state === undefined ? undefined : toFirewall(state !== '0', `socketfilterfw State = ${state}`);
}

/** Seconds instead of milliseconds, so only where the quick way has no answer. */
async function askInventory(exec: Exec): Promise<Outcome<Firewall>> {
  const answer = await exec.run('system_profiler', ['-json', 'SPFirewallDataType'], { deadlineMs: 15_000 });
  if (answer.status !== 'ok') return execProblemToOutcome('system_profiler', answer);
  const key = /"spfirewall_globalstate"\s*:\s*"spfirewall_globalstate_(\w+)"/.exec(answer.stdout)?.[1];
  const enabled = key === undefined ? undefined : STATES[key];
  return enabled === undefined
    ? unknown('unparsed', 'neither socketfilterfw nor SPFirewallDataType gives a state that we know')
    : ok(toFirewall(enabled, `SPFirewallDataType ${key}`));
}

const STATES: Record<string, boolean> = { allow_all: false, limit_connections: true, block_all: true };

const toFirewall = (enabled: boolean, evidence: string): Firewall => ({
  enabled,
  backend: 'application firewall',
  evidence: [evidence],
});
