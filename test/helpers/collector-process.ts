import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type ApiClient, createApiClient } from '../../collector/src/commands/api-client.ts';
import type { Door } from './raw-connection.ts';

const UNIT = fileURLToPath(new URL('../../collector/deploy/assay-collector.service', import.meta.url));
const MAIN = fileURLToPath(new URL('../../collector/src/main.ts', import.meta.url));

/** A real collector in a process of its own, and the way in. */
export interface CollectorProcess extends Door {
  pid: number;
  /** As its administrator. */
  api: ApiClient;
  /** SIGTERM. Resolves with the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL: no handler runs, nothing is flushed. Resolves when the process is gone. */
  kill(): Promise<void>;
}

/** A collector that has just been told to start. */
export interface StartingCollector {
  /** @throws Error with what it said last, when it ends before it serves */
  ready(): Promise<CollectorProcess>;
  kill(): Promise<void>;
}

export interface CollectorProcessOptions {
  /** What to run in place of the sources: a packaged collector. `ASSAY_COLLECTOR` unless said otherwise. */
  executable?: string;
  dataDir: string;
  /** Each piece of its log, at level debug; without, it logs as usual and nobody looks. */
  onLog?(piece: Buffer): void;
  /** To be found again after a restart; any free one unless said otherwise. */
  port?: number;
  /** Further options of `serve`. */
  options?: string[];
}

/** Runs the ordinary command and waits until it serves. */
export const startCollectorProcess = (options: CollectorProcessOptions): Promise<CollectorProcess> =>
  spawnCollector(options).ready();

/** Runs the ordinary command, and lets it be killed before it serves. */
export function spawnCollector({
  dataDir,
  onLog,
  port = 0,
  options = [],
  executable = process.env.ASSAY_COLLECTOR,
}: CollectorProcessOptions): StartingCollector {
  const [program = '', ...first] = executable ? [executable] : [process.execPath, MAIN];
  const level = onLog ? 'debug' : 'info';
  const args = ['serve', '--json', '--port', String(port), '--data-dir', dataDir, '--log-level', level];
  args.push(...options);
  const env = { ...process.env, ...unitEnvironment() };
  const child = spawn(program, [...first, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const firstLine = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>;
  let log = '';
  child.stderr.on('data', (piece: Buffer) => {
    log = (log + piece).slice(-4000);
    onLog?.(piece);
  });

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    child.kill(signal);
    const [code] = await ended;
    return code;
  }
  const kill = async () => void (await end('SIGKILL'));

  return {
    kill,
    async ready() {
      const [line] = await Promise.race([
        firstLine,
        ended.then(([code]) => Promise.reject(new Error(`the collector ended with ${code}: ${log}`))),
      ]);
      const { url, ca } = JSON.parse(line) as { url: string; ca: string };
      return {
        url,
        ca: readFileSync(ca, 'utf8'),
        pid: child.pid ?? 0,
        api: createApiClient({ url, dataDir }),
        stop: () => end('SIGTERM'),
        kill,
      };
    },
  };
}

/** What the systemd unit sets, for a collector to be measured as it is run. */
export function unitEnvironment(): Record<string, string> {
  const lines = readFileSync(UNIT, 'utf8').matchAll(/^Environment=(.*)$/gm);
  const settings = [...lines].flatMap(([, line = '']) => line.match(/"[^"]*"|\S+/g) ?? []);
  return Object.fromEntries(
    settings.map((setting) => setting.replaceAll('"', '').split(/=(.*)/s).slice(0, 2)),
  );
}
