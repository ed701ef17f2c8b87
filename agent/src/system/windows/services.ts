import { type Exec, execProblemToOutcome } from '../exec.ts';
import { UntoldError, untold } from './untold.ts';

/** Of the states in SERVICE_STATUS (winsvc.h): `pending` is on the way to one of the others. */
export type ServiceState = 'running' | 'stopped' | 'paused' | 'pending';

const STATES: Record<string, ServiceState> = {
  1: 'stopped',
  2: 'pending',
  3: 'pending',
  4: 'running',
  5: 'pending',
  6: 'pending',
  7: 'paused',
};
const ERROR_SERVICE_DOES_NOT_EXIST = 1060;
/** There on every Windows since XP: a list without it is none. */
const WITNESS = 'eventlog';

/**
 * One service's state.
 * @returns undefined when there is no such service
 * @throws UntoldError when that cannot be told
 */
export async function readService(exec: Exec, name: string): Promise<ServiceState | undefined> {
  const answer = await exec.run('sc', ['query', name]);
  if (answer.status === 'exit' && answer.code === ERROR_SERVICE_DOES_NOT_EXIST) return undefined;
  if (answer.status !== 'ok') throw new UntoldError(execProblemToOutcome('sc', answer));
  const state = parseServices(answer.stdout).get(name.toLowerCase());
  if (!state) throw untold('unparsed', `sc query ${name}: no state`);
  return state;
}

/**
 * States of all services, by lower-case name.
 * @throws UntoldError when they cannot be told
 */
export async function readServices(exec: Exec): Promise<Map<string, ServiceState>> {
  // A smaller buffer cuts the list; this is the largest that sc.exe takes.
  const answer = await exec.run('sc', ['query', 'type=', 'service', 'state=', 'all', 'bufsize=', '262144']);
  if (answer.status !== 'ok') throw new UntoldError(execProblemToOutcome('sc', answer));
  const services = parseServices(answer.stdout);
  if (!services.has(WITNESS)) throw untold('unparsed', 'sc query: not a list of services');
  return services;
}

/**
 * Reads what `sc.exe query` prints. Labels may be in the system's language, so places and numbers count: a block
 * starts with `label: name` at the left edge, and the second of its indented `label : number` is the state.
 */
export function parseServices(text: string): Map<string, ServiceState> {
  const services = new Map<string, ServiceState>();
  for (const block of text.split(/(?:\r?\n){2,}/)) {
    const name = /^[^\s:][^:\r\n]*: (.+?)\r?$/m.exec(block)?.[1];
    const numbers = [...block.matchAll(/^[ \t]+[^:\r\n]+?[ \t]*: ([0-9a-f]+) /gm)];
    const state = STATES[numbers[1]?.[1] ?? ''];
    if (name && state) services.set(name.trim().toLowerCase(), state);
  }
  return services;
}
