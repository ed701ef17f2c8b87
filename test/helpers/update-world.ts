import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openPrivateDir } from '../../agent/src/state/private-dir.ts';
import { loadUpdateState, type UpdateState } from '../../agent/src/update/update-state.ts';
import { makeKeys } from '../../scripts/release/keys.ts';
import type { ReleaseRepository } from '../../scripts/release/metadata.ts';
import { addBuild, initRepository } from '../../scripts/release/repository.ts';

const MAIN = fileURLToPath(new URL('../../agent/src/main.ts', import.meta.url));
const PATIENCE_MS = 60_000;

/** How a build of the agent behaves; `--version` it always answers. */
export type Behaviour = 'well' | 'crashes' | 'never reports' | 'lies about its version';

/** A repository as `npm run release` makes it, with a collector's updates directory in it. */
export interface UpdateWorld {
  dir: string;
  repository: ReleaseRepository;
  /** The trusted root, as IT installs it. */
  rootFile: string;
  /** Writes a program that is the agent of this checkout under another version. @returns its file */
  build(version: string, behaviour?: Behaviour): string;
  add(version: string, options?: { behaviour?: Behaviour; rollout?: number }): void;
  close(): void;
}

export function createUpdateWorld(now = Date.now()): UpdateWorld {
  const dir = mkdtempSync(join(tmpdir(), 'assay-updates-'));
  const repository = { dir: join(dir, 'repository'), keysDir: join(dir, 'keys'), now };
  makeKeys(repository.keysDir);
  initRepository(repository);
  const rootFile = join(dir, 'root.json');
  writeFileSync(rootFile, readFileSync(join(repository.dir, 'metadata/1.root.json')));
  mkdirSync(join(dir, 'builds'));
  const build: UpdateWorld['build'] = (version, behaviour = 'well') => {
    const file = join(dir, 'builds', `${version}-${behaviour.replaceAll(' ', '-')}`);
    writeFileSync(file, programText(version, behaviour), { mode: 0o755 });
    return file;
  };
  return {
    dir,
    repository,
    rootFile,
    build,
    add(version, { behaviour = 'well', rollout = 100 } = {}) {
      const platform = process.platform === 'linux' ? 'linux' : 'macos';
      addBuild(repository, build(version, behaviour), {
        version,
        platform,
        arch: process.arch,
        form: 'executable',
        rollout,
      });
    },
    close: () => rmSync(dir, { recursive: true, force: true }),
  };
}

function programText(version: string, behaviour: Behaviour): string {
  const said = behaviour === 'lies about its version' ? '9.9.9' : version;
  const instead = {
    well: '',
    'lies about its version': '',
    crashes: 'if (process.argv.includes("run")) process.exit(1);',
    'never reports': 'if (process.argv.includes("run")) return setInterval(() => {}, 1000);',
  }[behaviour];
  return `#!${process.execPath}
(() => {
  ${instead}
  require('node:module').registerHooks({
    load(url, context, next) {
      if (!url.endsWith('/shared/package.json')) return next(url, context);
      return { format: 'json', shortCircuit: true, source: ${JSON.stringify(JSON.stringify({ version: said }))} };
    },
  });
  import(${JSON.stringify(MAIN)});
})();
`;
}

/** A real agent that updates itself, in a process group of its own. */
export interface UpdatingAgent {
  pid: number;
  log(): string;
  /** SIGKILL for it and all that it started, as a power cut does. */
  cutPower(): Promise<void>;
  stop(): Promise<void>;
}

export interface UpdatingAgentOptions {
  stateDir: string;
  /** Null: the one that was installed with it. */
  rootFile: string | null;
  trialS?: number;
  extra?: string[];
  program?: string;
}

export function startUpdatingAgent({
  stateDir,
  rootFile,
  trialS = 40,
  extra = [],
  program,
}: UpdatingAgentOptions): UpdatingAgent {
  const command = program ? [program] : [process.execPath, MAIN];
  const args = [
    ...['run', '--state-dir', stateDir, '--updates', 'on'],
    ...(rootFile ? ['--update-root', rootFile] : []),
    ...['--update-interval', '1', '--update-trial', String(trialS), '--log-level', 'debug', ...extra],
  ];
  const [file = '', ...before] = command;
  const child = spawn(file, [...before, ...args], { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const lines: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => lines.push(chunk));
  const pid = child.pid ?? 0;
  const ended = once(child, 'exit');
  const end = async (target: number, signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode === null && child.signalCode === null) {
      process.kill(target, signal);
      await ended;
    }
  };
  return {
    pid,
    log: () => Buffer.concat(lines).toString('utf8'),
    cutPower: () => end(-pid, 'SIGKILL'),
    stop: () => end(pid, 'SIGTERM'),
  };
}

/** What the agent knows of its versions. */
export const updateStateOf = (stateDir: string): UpdateState =>
  loadUpdateState(openPrivateDir(join(stateDir, 'updates')));

/** Asks again until it is so. @throws Error with the log when that takes too long */
export async function until(wanted: () => boolean, agent: UpdatingAgent, everyMs = 20): Promise<void> {
  for (const giveUpAt = performance.now() + PATIENCE_MS; !wanted(); ) {
    if (performance.now() > giveUpAt) throw new Error(`timed out: it did not come to that:\n${agent.log()}`);
    await pause(everyMs);
  }
}
