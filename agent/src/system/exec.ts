import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { Readable } from 'node:stream';
import { type Outcome, type Platform, toPlatform, unknown } from '@assay/shared';
import { ALLOWED_COMMANDS, type CommandName, type Commands } from './allowed-commands/commands.ts';
import { findProgram } from './find-program.ts';

/** What came of running a program. Only `ok` means exit code 0. */
export type ExecResult =
  | { status: 'ok'; stdout: string; stderr: string }
  | { status: 'exit'; code: number | null; stdout: string; stderr: string }
  | { status: 'missing'; detail: string }
  | { status: 'refused'; detail: string }
  | { status: 'timeout'; detail: string }
  | { status: 'too_much_output'; detail: string };

interface ExecOptions {
  /** Default 5 s; then the program and its children are killed. */
  deadlineMs?: number;
}

/** Runs listed programs only: no shell, no input, an empty environment, low priority, a deadline, an output cap. */
export interface Exec {
  run(command: CommandName, args: readonly string[], options?: ExecOptions): Promise<ExecResult>;
}

const DEADLINE_MS = 5000;
const MAX_OUTPUT_BYTES = 1024 * 1024;
const PLATFORM = toPlatform(process.platform);

/**
 * Nothing of ours; Windows' own programs need to know where Windows is, and zypper that it only reads: its lock would
 * keep people from installing meanwhile.
 */
const ENVIRONMENTS: Record<Platform, NodeJS.ProcessEnv> = {
  linux: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', LANG: 'C', ZYPP_READONLY_HACK: '1' },
  macos: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', LANG: 'C' },
  windows: { PATH: 'C:\\Windows\\System32', SystemRoot: 'C:\\Windows', SystemDrive: 'C:' },
};

export interface ExecSetup {
  /** The root that probes look at: a program describes this machine, so any other root refuses them all. */
  root: string;
  commands?: Commands;
  /** What they find in their environment beside the least. */
  environment?: Readonly<Record<string, string>>;
  /** Told of each program that was started, when it has ended. */
  onRun?(command: CommandName, durationMs: number): void;
}

export function createExec({
  root,
  commands = ALLOWED_COMMANDS[PLATFORM],
  environment = {},
  onRun,
}: ExecSetup): Exec {
  return {
    async run(command, args, { deadlineMs = DEADLINE_MS } = {}) {
      if (root !== '/') {
        return { status: 'refused', detail: `${command} would describe this machine, not ${root}` };
      }
      const program = findProgram(commands[command] ?? []);
      if (program.status === 'missing') return { status: 'missing', detail: `${command} is not installed` };
      if (program.status === 'unsafe') return { status: 'refused', detail: program.detail };
      const since = performance.now();
      const result = await runProgram({ command, path: program.path, args, deadlineMs, environment });
      onRun?.(command, performance.now() - since);
      return result;
    },
  };
}

interface Run {
  command: string;
  path: string;
  args: readonly string[];
  deadlineMs: number;
  environment: Readonly<Record<string, string>>;
}

function runProgram({ command, path, args, deadlineMs, environment }: Run) {
  return new Promise<ExecResult>((resolve) => {
    // Its own process group, so that the deadline also ends what it has started.
    const child = spawn(path, [...args], {
      cwd: PLATFORM === 'windows' ? 'C:\\' : '/',
      env: { ...ENVIRONMENTS[PLATFORM], ...environment },
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const stop = (result: ExecResult) => {
      killGroup(child);
      if (PLATFORM === 'windows') child.kill();
      resolve(result);
    };
    const deadline = setTimeout(
      () => stop({ status: 'timeout', detail: `${command} did not answer within ${deadlineMs} ms` }),
      deadlineMs,
    );
    const tooMuch = () =>
      stop({ status: 'too_much_output', detail: `${command} printed more than ${MAX_OUTPUT_BYTES} bytes` });
    const stdout = gather(child.stdout, tooMuch);
    const stderr = gather(child.stderr, tooMuch);
    child.on('spawn', () => lowerPriority(child.pid));
    child.on('error', () => {
      clearTimeout(deadline);
      resolve({ status: 'refused', detail: `${path} could not be started` });
    });
    // What it leaves running would keep its output open, and outlive the answer.
    child.on('exit', () => killRest(child.pid));
    child.on('close', (code) => {
      clearTimeout(deadline);
      const output = { stdout: stdout(), stderr: stderr() };
      resolve(code === 0 ? { status: 'ok', ...output } : { status: 'exit', code, ...output });
    });
  });
}

function gather(stream: Readable, onTooMuch: () => void): () => string {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_OUTPUT_BYTES) onTooMuch();
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

function killGroup(child: ChildProcessByStdio<null, Readable, Readable>): void {
  child.stdout.destroy();
  child.stderr.destroy();
  if (child.exitCode === null && child.signalCode === null) killRest(child.pid);
}

/** The group's number stays taken as long as anybody is in it. */
function killRest(pid: number | undefined): void {
  if (pid === undefined || process.platform === 'win32') return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody left.
  }
}

function lowerPriority(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It ended by itself in between; priority is a courtesy.
  }
}

/** A program that gave no usable answer, as a probe's answer. */
export function execProblemToOutcome(
  command: CommandName,
  result: Exclude<ExecResult, { status: 'ok' }>,
): Outcome<never> {
  switch (result.status) {
    case 'missing':
    case 'refused':
      return unknown('tool_missing', result.detail);
    case 'timeout':
      return unknown('timeout', result.detail);
    case 'too_much_output':
      return unknown('unparsed', result.detail);
    case 'exit':
      return /permission denied|operation not permitted|must be root/i.test(result.stderr)
        ? unknown('permission', `${command} needs root`)
        : unknown('exit', `${command} ended with ${result.code ?? 'a signal'}`);
  }
}
