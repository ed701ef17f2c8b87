// @ts-check
// What every npm script goes through first, on whatever Node the machine has (20 or newer): installs when
// node_modules is missing or stale, builds the console when its sources changed, then goes on in the project's own
// Node 26. Plain JavaScript without dependencies, because nothing is installed yet.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './bootstrap/lock.mjs';
import { Problem } from './bootstrap/run.mjs';
import { runtimeOf } from './bootstrap/runtime.mjs';
import { isReady, makeReady } from './bootstrap/setup.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

try {
  if (!existsSync(join(root, 'package-lock.json'))) throw new Problem(`${root} is not a checkout of Assay.`);
  const node = runtimeOf(root);
  if (!isReady(root, node)) await withLock(join(root, '.setup-lock'), () => makeReady(root, node));
  process.exitCode = await runScript(node, process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/**
 * Goes on in a script, and ends as it ends.
 * @param {string} node
 * @param {string[]} args
 */
async function runScript(node, [script, ...args]) {
  if (!script) return 0;
  // Halves the time until an agent of ours is up; where it cannot be written, Node does without.
  const NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules/.cache/node');
  const child = spawn(node, [join(root, script), ...args], {
    stdio: 'inherit',
    env: { ...process.env, NODE_COMPILE_CACHE },
  });
  // The child decides when it is done. A terminal's Ctrl-C reaches it, too, and npm gives it on once more: it must
  // not mind hearing it again.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  const [code, signal] = await once(child, 'exit');
  return signal ? 128 + constants.signals[/** @type {NodeJS.Signals} */ (signal)] : code;
}
