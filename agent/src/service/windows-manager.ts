import { PLACES } from './places.ts';
import type { Machine, ServiceManager, ServiceState } from './service-manager.ts';

const { name } = PLACES.windows;
/** ERROR_SERVICE_DOES_NOT_EXIST, ERROR_SERVICE_ALREADY_RUNNING, ERROR_SERVICE_NOT_ACTIVE of winerror.h. */
const NOT_THERE = 1060;
const RUNS_ALREADY = 1056;
const NOT_ACTIVE = 1062;

/** Beside the agent: it speaks with Windows' service manager, which Node cannot. */
const SERVICE_HOST = 'assay-agent-service.exe';

export function windowsManager({ must, exec }: Machine): ServiceManager {
  const hostOf = (executable: string) => executable.replace(/[^\\]+$/, SERVICE_HOST);
  const tolerate = async (code: number, ...args: string[]) => {
    const result = await exec.run('sc', args);
    if (result.status === 'exit' && result.code === code) return;
    if (result.status !== 'ok') await must('sc', ...args);
  };
  const state = async (): Promise<ServiceState> => {
    const answer = await exec.run('sc', ['query', name]);
    if (answer.status === 'exit' && answer.code === NOT_THERE) return 'not_installed';
    if (answer.status !== 'ok') return 'unknown';
    // "STATE : 4 RUNNING": the label is in the system's language, the number is not.
    const [, number] = /^\s+\S+\s+:\s([1-7])\s/m.exec(answer.stdout.replace(/^.*TYPE.*$/m, '')) ?? [];
    return number === '4' || number === '2' ? 'running' : 'stopped';
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
    start: () => tolerate(RUNS_ALREADY, 'start', name),
    async restart() {
      await tolerate(NOT_ACTIVE, 'stop', name);
      await tolerate(RUNS_ALREADY, 'start', name);
    },
    async remove() {
      await tolerate(NOT_ACTIVE, 'stop', name).catch(() => {});
      await exec.run('sc', ['delete', name]);
    },
  };
}
