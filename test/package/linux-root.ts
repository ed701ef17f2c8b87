import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { vi } from 'vitest';

/** A copy of this machine's whole file system that only what runs in it sees; the original is never changed. */
export interface LinuxRoot {
  /** Where it is for the tests, outside. */
  path: string;
  /** @returns what it printed @throws with its exit code and output */
  run(command: readonly string[], env?: Record<string, string>): Promise<string>;
  /** Starts something that stays. */
  start(command: readonly string[], env?: Record<string, string>): Started;
  /** Files that were made or changed in it, below a directory of the original. */
  changed(): Promise<string[]>;
  close(): Promise<void>;
}

interface Started {
  log(): string;
  stop(): Promise<void>;
  /** SIGKILL for all whose command line ends as its own did, whichever program took its place meanwhile. */
  cutPower(): Promise<void>;
}

/** Needs root, for it mounts. */
export const cannotCopyRoot = (): string | null =>
  process.platform === 'linux' && process.getuid?.() === 0
    ? null
    : 'root on Linux, to install packages for real';

/**
 * Mount and process namespaces of their own with an overlay over `/`: what is written goes into memory. The network
 * is the machine's.
 */
export const openLinuxRoot = (): Promise<LinuxRoot> =>
  openRoot(['--mount', '--pid'], 'mount --bind /dev $root/dev', 'sleep infinity');

/**
 * @param namespaces as unshare and nsenter name them
 * @param prepare shell, run before anything runs in `$root`
 * @param first what is process 1 in it, as shell words
 */
export async function openRoot(namespaces: string[], prepare: string, first: string): Promise<LinuxRoot> {
  const dir = mkdtempSync(join(tmpdir(), 'assay-root-'));
  const script = `set -e
    root=${dir}/root
    mount -t tmpfs -o size=2g tmpfs ${dir}
    mkdir ${dir}/upper ${dir}/work $root
    mount -t overlay overlay -o lowerdir=/,upperdir=${dir}/upper,workdir=${dir}/work $root
    mount -t proc proc $root/proc
    mount --bind ${dir}/upper $root/mnt
    ${prepare}
    # Not chroot: there the kernel makes no user namespaces, which services may ask for.
    cd $root
    pivot_root . .
    umount --lazy .
    cd /
    echo ready
    exec ${first}`;
  const holder = spawn('unshare', [...namespaces, '--fork', '--kill-child', 'sh', '-c', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [holder.stdout, holder.stderr]) stream.on('data', (piece) => (said += piece));
  await vi.waitFor(
    () => {
      if (!said.includes('ready') && holder.exitCode === null) throw new Error('not ready');
    },
    { timeout: 60_000 },
  );
  if (holder.exitCode !== null) throw new Error(`could not copy the root: ${said}`);
  const pid = readFileSync(`/proc/${holder.pid}/task/${holder.pid}/children`, 'utf8').trim();
  const inside = (command: readonly string[]) => [
    '--target',
    pid,
    ...namespaces,
    '--root',
    '--wdns=/',
    ...command,
  ];
  const base = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/root', DEBIAN_FRONTEND: 'noninteractive' };
  const run: LinuxRoot['run'] = async (command, env = {}) => {
    const { stdout } = await promisify(execFile)('nsenter', inside(command), { env: { ...base, ...env } });
    return stdout;
  };
  return {
    path: `/proc/${pid}/root`,
    run,
    start(command, env = {}) {
      const child = spawn('nsenter', inside(command), {
        env: { ...base, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let log = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (log += piece));
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      // nsenter stands between, and gives no signal on.
      const end = async (signal: string) => {
        const [program = '', ...args] = command;
        const kill = ['pkill', `-${signal}`, '-f', [basename(program), ...args].join(' ')];
        const isOver = () => child.exitCode !== null || child.signalCode !== null;
        // What was only just started may not be there to be killed yet.
        await vi.waitFor(() => (isOver() ? '' : run(kill)), { timeout: 60_000 });
        await ended;
      };
      return { log: () => log, stop: () => end('TERM'), cutPower: () => end('KILL') };
    },
    changed: async () =>
      (await run(['find', '/mnt', '-type', 'f', '-o', '-type', 'l'])).split('\n').filter(Boolean),
    async close() {
      holder.kill('SIGKILL');
      await vi.waitFor(() => rmSync(dir, { recursive: true }), { timeout: 20_000 });
    },
  };
}
