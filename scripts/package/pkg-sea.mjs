// @ts-check
// Makes a single executable with pkg's SEA mode, in the Node version of the runtime: the blob's layout belongs to it.
// pkg's command line passes no SEA options on, so its function is called. Argument: PkgJob of executable.ts, as JSON.

import childProcess from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import { makeCacheSteady, STEADY_FLAGS } from './steady-code-cache.mjs';

const execFile = promisify(childProcess.execFile);
const { main, output, target, seaConfig } = JSON.parse(process.argv[2] ?? '');

// How pkg starts the generator is not to be set from outside: in the bundle's directory, because the name of the
// bundle becomes part of the executable, and the same bundle elsewhere should make the same one.
const generate = async (/** @type {string} */ node, /** @type {string[]} */ args) => {
  // Some flags change the code that V8 makes: a cache made without the product's own would be thrown away.
  const own = seaConfig.useCodeCache ? (seaConfig.execArgv ?? []) : [];
  const flags = seaConfig.useCodeCache ? STEADY_FLAGS : [];
  const done = await execFile(node, [...own, ...flags, ...args], { cwd: dirname(main) });
  const { output: blob } = JSON.parse(readFileSync(/** @type {string} */ (args.at(-1)), 'utf8'));
  if (seaConfig.useCodeCache) makeCacheSteady(blob, node, own);
  return done;
};
Object.assign(childProcess, { execFile: Object.assign(() => {}, { [promisify.custom]: generate }) });

const require = createRequire(import.meta.url);
const { default: sea } = require('@yao-pkg/pkg/lib-es5/sea.js');
require('@yao-pkg/pkg/lib-es5/options.js').default.set({});
const config = { ...seaConfig, main: basename(main) };
await sea(main, { signature: false, seaConfig: config, targets: [{ ...target, output }] });
