import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const SCRIPTS = join(import.meta.dirname, '../../scripts');
const RUNTIME = `node_modules/node-${process.platform}-${process.arch}/bin/node`;

/** Installs what the set-up goes on with, and takes its time, or fails as it is told to. */
const NPM = `
const { appendFileSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const hangs = existsSync('npm-hangs');
appendFileSync('did.log', 'npm ' + process.argv[2] + '\\n');
rmSync('node_modules', { recursive: true, force: true });
const put = (file, make) => { mkdirSync(dirname(file), { recursive: true }); make(file); };
const parent = process.ppid;
if (hangs) setInterval(() => process.ppid !== parent && process.exit(1), 50);
else setTimeout(() => {
  if (existsSync('npm-fails')) { console.error('the registry is away'); process.exit(1); }
  put('${RUNTIME}', (file) => symlinkSync(process.execPath, file));
  put('node_modules/vite/bin/vite.js', (file) => writeFileSync(file, ${JSON.stringify(`
    const { appendFileSync, existsSync, mkdirSync } = require('node:fs');
    appendFileSync('did.log', 'vite build\\n');
    if (existsSync('vite-fails')) process.exit(1);
    mkdirSync('collector/console/dist', { recursive: true });
  `)}));
}, 300);
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
  ended: Promise<Ended>;
}

/** A checkout as far as the set-up sees it: its own scripts, a lock file, and an npm that notes what it did. */
export interface FakeCheckout {
  start(...args: string[]): Run;
  write(path: string, text: string): void;
  remove(path: string): void;
  has(path: string): boolean;
  /** What was done since it was last asked. */
  did(): string[];
  close(): void;
}

/** Makes one in a temporary directory. */
export function makeFakeCheckout(): FakeCheckout {
  const root = mkdtempSync(join(tmpdir(), 'assay set-up '));
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

  return {
    write,
    remove: (path) => rmSync(join(root, path), { recursive: true }),
    has: (path) => existsSync(join(root, path)),
    start(...args) {
      const child = spawn(process.execPath, [join(root, 'scripts/bootstrap.mjs'), ...args], {
        env: { ...process.env, npm_execpath: join(root, 'npm-cli.js') },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      return { child, ended: endOf(child) };
    },
    did() {
      const log = join(root, 'did.log');
      if (!existsSync(log)) return [];
      const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
      rmSync(log);
      return lines;
    },
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}

async function endOf(child: ChildProcess): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (said.stdout += chunk));
  child.stderr?.on('data', (chunk: Buffer) => (said.stderr += chunk));
  const [code] = await once(child, 'close');
  return { code, ...said };
}
