import { launchDaemon, watchdogDaemon } from './launch-daemon.ts';
import { PLACES } from './places.ts';
import type { Machine, ServiceManager } from './service-manager.ts';

const { name, definition } = PLACES.macos;
const WATCHDOG_DEFINITION = `/Library/LaunchDaemons/${name}.watchdog.plist`;
const JOBS = [
  [name, definition],
  [`${name}.watchdog`, WATCHDOG_DEFINITION],
] as const;

/**
 * What defines the service, by where it belongs: here and in the package alike.
 * @param executable absolute path of the agent
 */
export const launchdFiles = (executable: string): Record<string, string> => ({
  [definition]: launchDaemon(executable),
  [WATCHDOG_DEFINITION]: watchdogDaemon(),
});

export function launchdManager(machine: Machine): ServiceManager {
  const { must, exec } = machine;
  const isLoaded = async (job: string) =>
    (await exec.run('launchctl', ['print', `system/${job}`])).status === 'ok';
  return {
    async define(executable) {
      const files = Object.entries(launchdFiles(executable));
      return files.map(([path, content]) => machine.write(path, content)).includes(true);
    },
    async start() {
      for (const [job, file] of JOBS) {
        await exec.run('launchctl', ['enable', `system/${job}`]);
        if (!(await isLoaded(job))) await must('launchctl', 'bootstrap', 'system', file);
      }
    },
    async restart() {
      await must('launchctl', 'kickstart', '-k', `system/${name}`);
    },
    async remove() {
      for (const [job, file] of JOBS) {
        await exec.run('launchctl', ['bootout', `system/${job}`]);
        machine.remove(file);
      }
    },
    async state() {
      if (machine.read(definition) === null) return 'not_installed';
      const answer = await exec.run('launchctl', ['print', `system/${name}`]);
      if (answer.status === 'exit') return 'stopped';
      if (answer.status !== 'ok') return 'unknown';
      return /^\s*state = running$/m.test(answer.stdout) ? 'running' : 'stopped';
    },
  };
}
