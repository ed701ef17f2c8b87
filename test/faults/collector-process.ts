import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Agent, fetch } from 'undici';
import type { Door } from '../helpers/raw-connection.ts';

const MAIN = fileURLToPath(new URL('../../collector/src/main.ts', import.meta.url));

/** A collector in a process of its own, started by the ordinary command. */
export interface CollectorProcess {
  door: Door;
  /** Posts to its API as administrator. */
  post(path: string, body: unknown): Promise<unknown>;
  kill(): Promise<void>;
  /** SIGTERM. Resolves with the exit code. */
  stop(): Promise<number | null>;
}

/** A collector that has just been told to start. */
export interface StartingCollector {
  /** Rejects when it ends before. */
  ready(): Promise<CollectorProcess>;
  /** SIGKILL: no handler runs, nothing is flushed. Resolves when the process is gone. */
  kill(): Promise<void>;
}

export function spawnCollector(dataDir: string): StartingCollector {
  const args = ['serve', '--data-dir', dataDir, '--port', '0', '--json', '--log-level', 'error'];
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk));
  const firstLine = once(createInterface(child.stdout), 'line') as Promise<[string]>;

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
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
        ended.then(([code]) => Promise.reject(new Error(`the collector ended with ${code}: ${complaints}`))),
      ]);
      const { url, ca, token } = JSON.parse(line) as { url: string; ca: string; token: string };
      const door = { url, ca: readFileSync(ca, 'utf8') };
      return { door, kill, stop: () => end('SIGTERM'), post: (path, body) => post(door, token, path, body) };
    },
  };
}

async function post({ url, ca }: Door, token: string, path: string, body: unknown): Promise<unknown> {
  const dispatcher = new Agent({ connect: { ca } });
  const response = await fetch(`${url}/api/v1/${path}`, {
    dispatcher,
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.text();
  await dispatcher.close();
  if (response.status !== 201) throw new Error(`expected 201, got ${response.status}: ${answer}`);
  return JSON.parse(answer);
}
