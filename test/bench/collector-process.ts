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
}

export interface CollectorProcessOptions {
  dataDir: string;
  /** Each piece of its log, at level debug. */
  onLog(piece: Buffer): void;
}

/** Runs the ordinary command and waits until it serves. */
export async function startCollectorProcess({
  dataDir,
  onLog,
}: CollectorProcessOptions): Promise<CollectorProcess> {
  const args = ['serve', '--json', '--port', '0', '--data-dir', dataDir, '--log-level', 'debug'];
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  let log = '';
  child.stderr.on('data', (piece: Buffer) => {
    log = (log + piece).slice(-4000);
    onLog(piece);
  });
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then(() => Promise.reject(new Error(`the collector ended at its start: ${log}`))),
  ])) as [string];
  const { url, ca } = JSON.parse(line) as { url: string; ca: string };
  return {
    url,
    caPem: readFileSync(ca, 'utf8'),
    pid: child.pid ?? 0,
    api: createApiClient({ url, dataDir }),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
