// @ts-check
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** What a person must be told; without a stack, for it is no fault of ours. */
export class Problem extends Error {}

/** @param {string} text */
export const say = (text) => process.stderr.write(`${text}\n`);

/**
 * Runs one step of the set-up, quietly unless it fails. Ends with this process, and this process with it when it is
 * told to stop, so that no step goes on behind the next start's back.
 * @param {string} what for people
 * @param {{ command: string, args: string[], root: string }} step
 */
export async function run(what, { command, args, root }) {
  const started = Date.now();
  /** @type {import('node:child_process').ChildProcess | null} */
  let child = null;
  let stopped = false;
  const stop = () => {
    stopped = true;
    child?.kill('SIGTERM');
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  say(`${what} …`);
  child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // What installs compile or run goes with the Node that will use it.
      PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
    },
    // npm is a batch file there, which only a shell starts. Its arguments are ours, and need no quotes.
    shell: process.platform === 'win32' && !command.endsWith('.exe'),
  });
  const { failure, said } = await endOf(child);
  process.off('SIGINT', stop).off('SIGTERM', stop);
  if (stopped) process.exit(130);
  if (failure)
    throw new Problem(
      `${said}\n${what} failed (${failure}): what it said is above. The next start tries again.`,
    );
  say(`${what}: done in ${Math.round((Date.now() - started) / 1000)} s`);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<{ failure: string | null, said: string }>}
 */
function endOf(child) {
  /** @type {Buffer[]} */
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    /** @param {string | null} failure */
    const end = (failure) => resolve({ failure, said: `${Buffer.concat(chunks)}` });
    child.on('error', (error) => end(error.message));
    child.on('close', (code, signal) => end(code === 0 ? null : (signal ?? `exit code ${code}`)));
  });
}
