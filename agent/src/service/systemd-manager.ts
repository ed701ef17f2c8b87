import { PLACES } from './places.ts';
import type { Machine, ServiceManager } from './service-manager.ts';
import { systemdUnit } from './systemd-unit.ts';

const { name, definition } = PLACES.linux;
/** Where the packages put it; ours in /etc would hide it for ever. */
const PACKAGED = `/usr/lib/systemd/system/${name}.service`;

export function systemdManager(machine: Machine): ServiceManager {
  const { must, exec } = machine;
  return {
    async define(executable) {
      if (machine.read(PACKAGED) !== null || !machine.write(definition, systemdUnit(executable)))
        return false;
      await must('systemctl', 'daemon-reload');
      return true;
    },
    async start() {
      await must('systemctl', 'enable', '--now', name);
    },
    async restart() {
      await must('systemctl', 'restart', name);
    },
    async remove() {
      await exec.run('systemctl', ['disable', '--now', name]);
      machine.remove(definition);
      await exec.run('systemctl', ['daemon-reload']);
    },
    async state() {
      if (machine.read(PACKAGED) === null && machine.read(definition) === null) return 'not_installed';
      const answer = await exec.run('systemctl', ['show', '--property=ActiveState,SubState', name]);
      if (answer.status !== 'ok') return 'unknown';
      // One that ends again and again is activating, too, while systemd waits to start it anew.
      const waits = /^SubState=auto-restart/m.test(answer.stdout);
      return /^ActiveState=(active|activating|reloading)$/m.test(answer.stdout) && !waits
        ? 'running'
        : 'stopped';
    },
  };
}
