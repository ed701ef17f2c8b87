import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { vi } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
/** Also for a machine that is busy with other tests. */
const PATIENCE = { timeout: 60_000, interval: 50 };

/** One line of `--json`. */
export type Event = Record<string, unknown>;

/** `npm start -- --json` as a process, in a process group of its own, as a shell starts it. */
export interface Start {
  pid: number;
  /** What it has printed so far. */
  events: Event[];
  /** Waits for the first event of a name. */
  event(name: string): Promise<Event>;
  /** Ctrl-C: SIGINT to the whole group. */
  interrupt(): void;
  /** SIGINT or SIGTERM to npm alone, as a supervisor sends it. */
  stop(signal: 'SIGINT' | 'SIGTERM'): void;
  /** Exit code, and everything on standard error. */
  ended: Promise<{ code: number | null; stderr: string }>;
  /** Waits until no process of the group is left. */
  allGone(): Promise<void>;
}

interface StartOptions {
  args: string[];
  env?: Record<string, string>;
  /** `npm`: as a person types it. `script`: without npm and set-up, so that its process id is the starter's own. */
  through?: 'npm' | 'script';
}

/** @throws what `spawn` throws */
export function npmStart({ args, env = {}, through = 'npm' }: StartOptions): Start {
  const [program, before] =
    through === 'npm'
      ? ['npm', ['start', '--', '--json']]
      : [process.execPath, [join(ROOT, 'scripts/start.ts'), '--json']];
  const child = spawn(program, [...before, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const pid = child.pid ?? 0;
  const events: Event[] = [];
  const strange: string[] = [];
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
    if (line.startsWith('{')) events.push(JSON.parse(line));
    else if (line !== '' && !line.startsWith('> ')) strange.push(line);
  });
  return {
    pid,
    events,
    event: (name) =>
      vi.waitFor(() => {
        const event = events.find((event) => event.event === name);
        if (!event) throw new Error(`no event ${name} so far; instead: ${JSON.stringify([events, strange])}`);
        return event;
      }, PATIENCE),
    interrupt: () => process.kill(-pid, 'SIGINT'),
    stop: (signal) => process.kill(pid, signal),
    ended: endOf(child),
    allGone: () =>
      vi.waitFor(() => {
        if (isGroupAlive(pid)) throw new Error(`processes of group ${pid} are left`);
      }, PATIENCE),
  };
}

async function endOf(child: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk));
  const [code] = await once(child, 'close');
  return { code, stderr };
}

function isGroupAlive(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}
