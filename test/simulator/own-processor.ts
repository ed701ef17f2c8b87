import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

/** Whether a process can be held to one of several processors here. */
export const hasOwnProcessor = (): boolean =>
  cpus().length > 1 && spawnSync('taskset', ['--version']).status === 0;

/**
 * Holds all threads of a process to the last processor, where there are several: laptops take none of the collector's time,
 * and a fleet that shakes hands with all its agents at once would take turns with it on every one. Linux only; elsewhere
 * both run where the system puts them.
 */
export function holdToOwnProcessor(pid: number): void {
  const last = cpus().length - 1;
  if (last > 0) spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(last), String(pid)]);
}
