import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const SCRIPTS = join(import.meta.dirname, '../../scripts');
const RUNTIME = `node_modules/node-${process.platform}-${process.arch}/bin/node`;

/** Installs what the set-up goes on with; hangs for as long as it is told to, ends with who started it, or fails. */
const NPM = `
const { appendFileSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const parent = process.ppid;
appendFileSync('did.log', 'npm ' + process.argv[2] + '\\n');
// As npm decides what to leave out.
const leftOut = process.env.NODE_ENV === 'production' && !process.argv.includes('--include=dev');
rmSync('node_modules', { recursive: true, force: true });
const put = (file, make) => { mkdirSync(dirname(file), { recursive: true }); make(file); };
const work = setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
  if (existsSync('npm-hangs')) return;
  clearInterval(work);
  if (existsSync('npm-fails')) { console.error('the registry is away'); process.exit(1); }
  put('${RUNTIME}', (file) => symlinkSync(process.execPath, file));
  if (!leftOut) put('node_modules/vite/bin/vite.js', (file) => writeFileSync(file, ${JSON.stringify(`
    const { appendFileSync, existsSync, mkdirSync } = require('node:fs');
    appendFileSync('did.log', 'vite build\\n');
    if (existsSync('vite-fails')) process.exit(1);
    mkdirSync('collector/console/dist', { recursive: true });
  `)}));
}, 50);
`;

/** What a run of the set-up ended with. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A run of the set-up. */
export interface Run {
  child: ChildProcess;
  /** What it has said so far. */
  said: Readonly<Record<'stdout' | 'stderr', string>>;
  ended: Promise<Ended>;
}

/** A checkout as far as the set-up sees it: its own scripts, a lock file, and an npm that notes what it did. */
export interface FakeCheckout {
  start(...args: string[]): Run;
  /** Of every start from now on. */
  env: Record<string, string>;
  write(path: string, text: string): void;
  remove(path: string): void;
  has(path: string): boolean;
  /** What was begun since `did` was last asked; a line each. */
  doing(): string;
  /** What was done since it was last asked, once nothing runs any more. */
  did(): string[];
  close(): void;
}

/** Makes one in a temporary directory. */
export function makeFakeCheckout(): FakeCheckout {
  const root = mkdtempSync(join(tmpdir(), 'assay set-up '));
  const log = join(root, 'did.log');
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const path of ['bootstrap.mjs', 'bootstrap'])
    cpSync(join(SCRIPTS, path), join(root, 'scripts', path), { recursive: true });
  write('npm-cli.js', NPM);
  write('package-lock.json', '{}');
  write('shared/src/index.ts', '');
  write('collector/console/index.html', '<html>');
  write('scripts/echo.mjs', 'console.log(JSON.stringify(process.argv.slice(2)));');

  const env: Record<string, string> = {};
  return {
    env,
    write,
    remove: (path) => rmSync(join(root, path), { recursive: true }),
    has: (path) => existsSync(join(root, path)),
    start(...args) {
      const child = spawn(process.execPath, [join(root, 'scripts/bootstrap.mjs'), ...args], {
        env: { ...process.env, ...env, npm_execpath: join(root, 'npm-cli.js') },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const said = { stdout: '', stderr: '' };
      child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk));
      child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk));
      return { child, said, ended: once(child, 'close').then(([code]) => ({ code, ...said })) };
    },
    doing: () => (existsSync(log) ? readFileSync(log, 'utf8') : ''),
    did() {
      if (!existsSync(log)) return [];
      const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
      rmSync(log);
      return lines;
    },
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}
