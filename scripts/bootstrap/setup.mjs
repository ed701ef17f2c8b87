// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Problem, run } from './run.mjs';

/**
 * Whether everything is installed and built for the sources as they are.
 * @param {string} root
 * @param {string} node the project's own Node
 */
export const isReady = (root, node) =>
  existsSync(node) && [installStamp(root), consoleStamp(root)].every(isFresh);

/**
 * Installs and builds what is missing or stale.
 * @param {string} root
 * @param {string} node the project's own Node
 */
export async function makeReady(root, node) {
  const installed = installStamp(root);
  if (!isFresh(installed) || !existsSync(node)) await stamped(installed, () => install(root, node));
  const built = consoleStamp(root);
  if (!isFresh(built)) await stamped(built, () => buildConsole(root, node));
}

/**
 * @param {string} root
 * @param {string} node
 */
async function install(root, node) {
  const what = existsSync(join(root, 'node_modules')) ? 'Updating dependencies' : 'Installing dependencies';
  // NODE_ENV=production, as on many servers, would leave out what builds the console.
  const all = ['--include=dev', '--include=optional'];
  const args = ['ci', ...all, '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath ?? '';
  // Other package managers set it too; only npm reads our lock file.
  await run(
    what,
    npm.endsWith('npm-cli.js')
      ? { command: process.execPath, args: [npm, ...args], root }
      : { command: 'npm', args, root },
  );
  if (existsSync(node)) return;
  throw new Problem(
    `npm did not install ${relative(root, node)}: check that optional dependencies are not left out (npm config get omit).`,
  );
}

/**
 * @param {string} root
 * @param {string} node
 */
const buildConsole = (root, node) =>
  run('Building the console', {
    command: node,
    args: [
      join(root, 'node_modules/vite/bin/vite.js'),
      ...['build', join(root, 'collector/console'), '--logLevel', 'error'],
    ],
    root,
  });

/** @typedef {{ file: string, wanted: string }} Stamp A file that names what a step was last done for. */

/** @param {string} root @returns {Stamp} */
const installStamp = (root) => ({
  file: join(root, 'node_modules/.assay-installed'),
  wanted: digest(root, [join(root, 'package-lock.json')]),
});

/** @param {string} root @returns {Stamp} */
const consoleStamp = (root) => ({
  file: join(root, 'collector/console/dist/.assay-built'),
  wanted: digest(root, [
    ...filesBelow(join(root, 'collector/console')),
    ...filesBelow(join(root, 'shared/src')),
    join(root, 'package-lock.json'),
  ]),
});

/** @param {Stamp} stamp */
const isFresh = ({ file, wanted }) => existsSync(file) && readFileSync(file, 'utf8') === wanted;

/**
 * A step that fails half-way leaves no stamp, not even that of the time before.
 * @param {Stamp} stamp
 * @param {() => Promise<void>} step
 */
async function stamped({ file, wanted }, step) {
  rmSync(file, { force: true });
  await step();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, wanted);
}

/**
 * @param {string} root
 * @param {string[]} files
 */
function digest(root, files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

/** @param {string} dir @returns {string[]} */
function filesBelow(dir) {
  return readdirSync(dir, { withFileTypes: true })
    .filter(({ name }) => !['node_modules', 'dist'].includes(name) && !/\.test\.tsx?$/.test(name))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(dir, entry.name)) : [join(dir, entry.name)]))
    .sort();
}
