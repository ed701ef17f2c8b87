import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';

// The one place besides system/exec.ts that starts a program: another version of this agent, which was signed.

/** How a version is started, without its arguments: one file, or the runtime, its options and a bundle. */
export type Program = readonly string[];

/**
 * What is fetched of a version: the one executable that it is, or the bundle alone, for the runtime that is installed
 * beside one and keeps its maker's signature.
 */
export const FORMS = ['executable', 'bundle'] as const;
export type Form = (typeof FORMS)[number];

/** The launcher of an agent that is installed as runtime and bundle says here where it is. */
const installedLauncher = (): string | undefined => process.env.ASSAY_EXECUTABLE;

export const installedForm = (): Form => (installedLauncher() ? 'bundle' : 'executable');

/** How a fetched file is started, whichever it is. */
export const programOf = (form: Form, file: string): Program =>
  form === 'bundle' ? [process.execPath, ...process.execArgv, file] : [file];

/** How this process was started, without its arguments: the program alone, or the runtime and its script. */
function selfCommand(): Program {
  const launcher = installedLauncher();
  if (launcher) return [launcher];
  const script = process.argv[1];
  return script && script !== process.execPath ? [process.execPath, script] : [process.execPath];
}

/** What says who started a version, for it to go back there. */
export const LAUNCHER = 'ASSAY_LAUNCHER';

/** Whether this process is a version on trial, watched by the one that started it. */
export const isOnTrial = (): boolean => process.env[LAUNCHER] === 'null';

/** Which version a program says it is. @throws Error when it does not start, or says nothing in time */
export async function versionOf([file = '', ...args]: Program): Promise<string> {
  const { stdout } = await promisify(execFile)(file, [...args, '--version'], { timeout: 60_000 });
  return stdout.trim();
}

/** Starts a version as a child, which says `acknowledged` when the collector has its first report. */
export const startOnTrial = ([file = '', ...before]: Program, args: readonly string[]): ChildProcess =>
  spawn(file, [...before, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [LAUNCHER]: JSON.stringify(null) },
  });

/**
 * Windows knows no way to become another program. The service host starts it there instead: it reads this file when
 * the agent ends with this code, and starts what it names; without a file, the installed agent. service-host.c has both.
 */
export const HAND_OVER_FILE = 'ASSAY_HAND_OVER';
export const HAND_OVER_CODE = 75;

const handOverFile = (): string | undefined => process.env[HAND_OVER_FILE];

/** Whether a process can give way to another version here. */
export const canBecome = (): boolean => typeof process.execve === 'function' || handOverFile() !== undefined;

/** Gives way to a version: under the same process id, so that whoever started this one has noticed nothing. */
export function become(program: Program, args: readonly string[]): never {
  const file = handOverFile();
  if (file) {
    writeFileSync(file, program[0] ?? '', { mode: 0o600 });
    process.exit(HAND_OVER_CODE);
  }
  const launcher = JSON.stringify([...selfCommand(), ...args]);
  return replaceBy([...program, ...args], { ...process.env, [LAUNCHER]: launcher });
}

/** Gives way to the installed version, as it was started at first. */
export function startAnew(): never {
  if (handOverFile()) process.exit(HAND_OVER_CODE);
  const { [LAUNCHER]: launcher, ...env } = process.env;
  const command: string[] = launcher ? JSON.parse(launcher) : [...selfCommand(), ...process.argv.slice(2)];
  return replaceBy(command, env);
}

function replaceBy(command: readonly string[], env: NodeJS.ProcessEnv): never {
  const [file = ''] = command;
  if (!process.execve) throw new Error('this platform has no execve');
  process.execve(file, command, env);
  throw new Error(`could not become ${file}`);
}
