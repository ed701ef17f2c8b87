import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const MAIN = fileURLToPath(new URL('../../agent/src/main.ts', import.meta.url));

/** What runs the agent's sources. */
const SOURCES: readonly string[] = [process.execPath, MAIN];

export interface AgentProcessOptions {
  /** What to run in place of the sources: a packaged agent. */
  executable?: string;
  joinString: string;
  stateDir: string;
  /** The tree it looks at. */
  root: string;
  /** What it logs beside; "info" unless said otherwise. */
  logLevel?: 'debug' | 'info';
  /** Each piece of its log, as it comes. */
  onLog?(piece: Buffer): void;
  /** Beside what this process has. */
  environment?: NodeJS.ProcessEnv;
  /** Called when it is enrolled and its process starts. */
  onSpawn?(): void;
  /** Whether its processes are numbered apart from the machine's, so that they can be counted; needs root. */
  ownPids?: boolean;
}

/** A real agent in a process of its own. */
export interface AgentProcess {
  deviceId: string;
  pid: number;
  /** What it has logged so far: for the message of a test that fails. */
  log(): string;
  stop(): Promise<void>;
}

/** Enrolls by the ordinary command, then runs by the ordinary command. */
export async function startAgentProcess({
  joinString,
  stateDir,
  root,
  logLevel = 'info',
  onLog,
  onSpawn,
  executable,
  environment = {},
  ownPids = false,
}: AgentProcessOptions): Promise<AgentProcess> {
  const [program = '', ...first] = executable ? [executable] : SOURCES;
  const places = ['--state-dir', stateDir, '--root', root];
  const { stdout } = await promisify(execFile)(program, [...first, 'enroll', '--json', ...places], {
    env: { ...process.env, ASSAY_JOIN_STRING: joinString },
  });
  const { device } = JSON.parse(stdout) as { device: string };
  onSpawn?.();
  const command = [program, ...first, 'run', '--log-level', logLevel, ...places];
  const [starter = '', ...args] = ownPids ? [...IN_OWN_PIDS, ...command] : command;
  const child = spawn(starter, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const lines: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => {
    lines.push(chunk);
    onLog?.(chunk);
  });
  const pid = ownPids ? await onlyChildOf(child.pid ?? 0) : (child.pid ?? 0);
  return {
    deviceId: device,
    pid,
    log: () => Buffer.concat(lines).toString('utf8'),
    stop: () => end(child, pid),
  };
}

/** What was started there waits for the agent to end, and does not hear of signals itself. */
const IN_OWN_PIDS = ['unshare', '--pid', '--fork', '--kill-child', '--'];

async function onlyChildOf(pid: number): Promise<number> {
  for (;;) {
    const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    if (child) return Number(child);
    await sleep(5);
  }
}

async function end(child: ChildProcess, pid: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  process.kill(pid, 'SIGTERM');
  await ended;
}
