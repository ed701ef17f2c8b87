import { spawnSync } from 'node:child_process';

/**
 * Has all threads of a process run as soon as they have something to do, whatever else the machine does: real laptops
 * have processors of their own. For little load only, since nothing goes before it. Linux, as root; elsewhere it waits
 * for its turn like everybody, and `fleet_loop_late_p99_ms` tells.
 */
export function makePrompt(pid: number): void {
  spawnSync('chrt', ['--all-tasks', '--fifo', '--pid', '1', String(pid)]);
}
