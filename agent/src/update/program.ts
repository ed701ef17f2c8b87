import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

// The one place besides system/exec.ts that starts a program: another version of this agent, which was signed.

/** How this process was started, without its arguments: the program alone, or the runtime and its script. */
export const selfCommand = (): string[] =>
  process.argv[1] && process.argv[1] !== process.execPath
    ? [process.execPath, process.argv[1]]
    : [process.execPath];

/** What says who started a version, for it to go back there. */
export const LAUNCHER = 'ASSAY_LAUNCHER';

/** Whether this process is a version on trial, watched by the one that started it. */
export const isOnTrial = (): boolean => process.env[LAUNCHER] === 'null';

/** Which version a program says it is. @throws Error when it does not start, or says nothing in time */
export async function versionOf(program: string): Promise<string> {
  const { stdout } = await promisify(execFile)(program, ['--version'], { timeout: 60_000, env: {} });
  return stdout.trim();
}

/** Starts a version as a child, which says `acknowledged` when the collector has its first report. */
export const startOnTrial = (program: string, args: readonly string[]): ChildProcess =>
  spawn(program, args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [LAUNCHER]: JSON.stringify(null) },
  });

/** Whether a process can become another program here: Windows knows nothing of the kind. */
export const canBecome = (): boolean => typeof process.execve === 'function';

/** Becomes another program, under the same process id: to whoever started it, nothing has happened. */
export function become([program = '', ...args]: readonly string[], env: NodeJS.ProcessEnv): never {
  if (!process.execve) throw new Error('this platform has no execve');
  process.execve(program, [program, ...args], env);
  throw new Error(`could not become ${program}`);
}
