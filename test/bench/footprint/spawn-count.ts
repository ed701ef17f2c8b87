import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What the kernel says was started between two looks. */
export interface SpawnWindow {
  /** Wall-clock, ms. */
  from: number;
  to: number;
  /** Processes and threads, however short they lived. */
  started: number;
}

/**
 * Counts what starts beside a process that has a namespace of process numbers of its own: the kernel numbers processes
 * and threads in order, so two looks at the last number tell exactly how many there were in between. Needs root,
 * util-linux and a kernel with CONFIG_CHECKPOINT_RESTORE, as distributions have it.
 */
export async function countSpawns(pid: number, everyMs: number) {
  const windows: SpawnWindow[] = [];
  let last = await look(pid);
  let looking = Promise.resolve();
  const next = () => {
    looking = looking.then(async () => {
      const now = await look(pid);
      // The one that looks has a number there as well.
      windows.push({ from: last.at, to: now.at, started: now.number - last.number - 1 });
      last = now;
    });
    return looking;
  };
  const timer = setInterval(() => next().catch(() => clearInterval(timer)), everyMs);
  return {
    /** @throws Error when the process is gone: what it started is not known to the end then */
    async stop(): Promise<SpawnWindow[]> {
      clearInterval(timer);
      await next();
      return windows;
    },
  };
}

async function look(pid: number): Promise<{ at: number; number: number }> {
  const args = ['--target', String(pid), '--pid', 'cat', '/proc/sys/kernel/ns_last_pid'];
  const { stdout } = await promisify(execFile)('nsenter', args);
  return { at: Date.now(), number: Number(stdout) };
}
