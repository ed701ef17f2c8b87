import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
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
}: AgentProcessOptions): Promise<AgentProcess> {
  const [program = '', ...first] = executable ? [executable] : SOURCES;
  const places = ['--state-dir', stateDir, '--root', root];
  const { stdout } = await promisify(execFile)(program, [...first, 'enroll', '--json', ...places], {
    env: { ...process.env, ASSAY_JOIN_STRING: joinString },
  });
  const { device } = JSON.parse(stdout) as { device: string };
  onSpawn?.();
  const child = spawn(program, [...first, 'run', '--log-level', logLevel, ...places], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const lines: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => {
    lines.push(chunk);
    onLog?.(chunk);
  });
  return {
    deviceId: device,
    pid: child.pid ?? 0,
    log: () => Buffer.concat(lines).toString('utf8'),
    stop: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
