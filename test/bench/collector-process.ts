import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type ApiClient, createApiClient } from '../../collector/src/commands/api-client.ts';

const MAIN = fileURLToPath(new URL('../../collector/src/main.ts', import.meta.url));

/** A real collector in a process of its own. */
export interface CollectorProcess {
  url: string;
  caPem: string;
  pid: number;
  api: ApiClient;
  stop(): Promise<void>;
  /** SIGKILL: no handler runs, nothing is flushed. */
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
export async function startCollectorProcess({
  dataDir,
  onLog,
  port = 0,
  options = [],
  executable = process.env.ASSAY_COLLECTOR,
}: CollectorProcessOptions): Promise<CollectorProcess> {
  const [program = '', ...first] = executable ? [executable] : [process.execPath, MAIN];
  const level = onLog ? 'debug' : 'info';
  const args = ['serve', '--json', '--port', String(port), '--data-dir', dataDir, '--log-level', level];
  args.push(...options);
  const child = spawn(program, [...first, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  let log = '';
  child.stderr.on('data', (piece: Buffer) => {
    log = (log + piece).slice(-4000);
    onLog?.(piece);
  });
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then(() => Promise.reject(new Error(`the collector ended at its start: ${log}`))),
  ])) as [string];
  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    child.kill(signal);
    await ended;
  }
  const { url, ca } = JSON.parse(line) as { url: string; ca: string };
  return {
    url,
    caPem: readFileSync(ca, 'utf8'),
    pid: child.pid ?? 0,
    api: createApiClient({ url, dataDir }),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
