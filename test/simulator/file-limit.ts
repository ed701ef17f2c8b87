import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Beside the agents' sockets: database, log, modules, the other sockets of a process. */
const OTHERS = 500;

/**
 * Lets this process, and those it starts from now on, hold that many connections each. Only root may go beyond the hard
 * limit.
 * @throws Error that says what to do
 */
export function raiseFileLimit(connections: number): void {
  const needed = connections + OTHERS;
  const [, soft] = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
  if (soft === undefined || Number(soft) >= needed) return;
  try {
    execFileSync('prlimit', ['--pid', String(process.pid), `--nofile=${needed}`], { stdio: 'ignore' });
  } catch {
    throw new Error(
      `${connections} connections need ${needed} open files, and ${soft} are allowed: run "ulimit -n ${needed}" before, as root`,
    );
  }
}
