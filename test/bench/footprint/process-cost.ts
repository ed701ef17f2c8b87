import { readdirSync, readFileSync } from 'node:fs';

/** What a process holds and has used so far, by the kernel's own account. Linux only. */
export interface ProcessCost {
  rssMb: number;
  /** Its share of what it shares with others counted once. */
  pssMb: number;
  /** Its own data, without pages of files: what ending it would give back even while others run the same program. */
  privateMb: number;
  /** Of all its threads, and of its children that have ended. */
  cpuS: number;
}

const CLOCK_TICKS_PER_S = 100; // sysconf(_SC_CLK_TCK) on every Linux we know

/** Throws when the process is gone. */
export function readProcessCost(pid: number): ProcessCost {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const mb = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0) / 1024;
  // proc_pid_stat(5), counted after the name in parentheses: field 16 and 17 are cutime and cstime.
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
    .map(Number);
  const childTicks = (stat[13] ?? 0) + (stat[14] ?? 0);
  return {
    rssMb: mb('Rss'),
    pssMb: mb('Pss'),
    privateMb: mb('Private_Dirty'),
    cpuS: threadsS(pid) + childTicks / CLOCK_TICKS_PER_S,
  };
}

/**
 * CPU that the threads of a process have used, s. To the nanosecond, where clock ticks would hide what an idle process
 * does. Linux only.
 */
export function threadsS(pid: number): number {
  const ran = readdirSync(`/proc/${pid}/task`).map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
  );
  return ran.reduce((sum, ns) => sum + ns, 0) / 1e9;
}
