import { setTimeout as sleep } from 'node:timers/promises';
import { PLACES } from './places.ts';
import type { Machine, ServiceManager, ServiceState } from './service-manager.ts';

const { name } = PLACES.windows;
/** ERROR_SERVICE_DOES_NOT_EXIST, ERROR_SERVICE_ALREADY_RUNNING, ERROR_SERVICE_NOT_ACTIVE of winerror.h. */
const NOT_THERE = 1060;
const RUNS_ALREADY = 1056;
const NOT_ACTIVE = 1062;

/** SERVICE_START_PENDING, SERVICE_STOP_PENDING, SERVICE_RUNNING of winsvc.h. */
const START_PENDING = '2';
const STOP_PENDING = '3';
const RUNNING = '4';
const LOOK_AT_END_MS = 250;
const LOOKS_AT_END = 120;

/** "STATE : 4 RUNNING": the label is in the system's language, the number is not. */
const stateIn = (answer: string): string | undefined =>
  /^\s+\S+\s+:\s([1-7])\s/m.exec(answer.replace(/^.*TYPE.*$/m, ''))?.[1];

/** Beside the agent: it speaks with Windows' service manager, which Node cannot. */
const SERVICE_HOST = 'assay-agent-service.exe';

/** @param pause ms, between two looks whether it has ended */
export function windowsManager(
  { must, exec }: Machine,
  pause: (ms: number) => Promise<void> = sleep,
): ServiceManager {
  const hostOf = (executable: string) => executable.replace(/[^\\]+$/, SERVICE_HOST);
  const tolerate = async (code: number, ...args: string[]) => {
    const result = await exec.run('sc', args);
    if (result.status === 'exit' && result.code === code) return;
    if (result.status !== 'ok') await must('sc', ...args);
  };
  const query = () => exec.run('sc', ['query', name]);
  const state = async (): Promise<ServiceState> => {
    const answer = await query();
    if (answer.status === 'exit' && answer.code === NOT_THERE) return 'not_installed';
    if (answer.status !== 'ok') return 'unknown';
    const number = stateIn(answer.stdout);
    return number === RUNNING || number === START_PENDING ? 'running' : 'stopped';
  };
  /** `sc stop` only asks for it; one that is started amid its end stays stopped. */
  const ended = async () => {
    for (let looks = 0; looks < LOOKS_AT_END; looks++) {
      const answer = await query();
      if (answer.status !== 'ok' || stateIn(answer.stdout) !== STOP_PENDING) return;
      await pause(LOOK_AT_END_MS);
    }
  };
  return {
    state,
    async define(executable) {
      const binPath = `"${hostOf(executable)}"`;
      const config = await exec.run('sc', ['qc', name]);
      if (config.status === 'ok' && config.stdout.includes(binPath)) return false;
      const verb = config.status === 'ok' ? 'config' : 'create';
      await must('sc', verb, name, 'binPath=', binPath, 'start=', 'auto', 'DisplayName=', 'Assay agent');
      await must(
        'sc',
        'failure',
        name,
        'reset=',
        '86400',
        'actions=',
        'restart/5000/restart/60000/restart/300000',
      );
      return true;
    },
    async start() {
      // One that somebody disabled cannot be started, and one that is started by hand would not be at the next boot.
      await must('sc', 'config', name, 'start=', 'auto');
      await tolerate(RUNS_ALREADY, 'start', name);
    },
    async restart() {
      await tolerate(NOT_ACTIVE, 'stop', name);
      await ended();
      await tolerate(RUNS_ALREADY, 'start', name);
    },
    async remove() {
      await tolerate(NOT_ACTIVE, 'stop', name).catch(() => {});
      // Windows lets nobody remove a program that still runs, and what it has open.
      await ended();
      await exec.run('sc', ['delete', name]);
    },
  };
}
