import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { FaultWorld } from './fault-world.ts';

const MAIN = fileURLToPath(new URL('../../agent/src/main.ts', import.meta.url));

/** A real agent on a test tree, which can be killed at any moment. */
export interface FaultAgent {
  deviceId: string;
  /** Starts it; resolves when its first report was acknowledged. Rejects with what it said when it ended. */
  start(): Promise<void>;
  kill(): Promise<void>;
  /** Resolves at the next acknowledgement. */
  acknowledged(): Promise<void>;
  /** What it logged so far. */
  log(): string;
}

/** Enrolls it by the ordinary command. */
export async function enrollFaultAgent(
  world: FaultWorld,
  { stateDir, root }: { stateDir: string; root: string },
): Promise<FaultAgent> {
  const places = ['--state-dir', stateDir, '--root', root];
  const { stdout } = await promisify(execFile)(process.execPath, [MAIN, 'enroll', '--json', ...places], {
    env: { ...process.env, ASSAY_JOIN_STRING: await world.token() },
  });
  const { device: deviceId } = JSON.parse(stdout) as { device: string };
  const safe = new Set<number>();
  world.acknowledged.set(deviceId, safe);
  let child: ChildProcess | null = null;
  let log = '';
  let waiting: (() => void)[] = [];

  function read(line: string): void {
    log += `${line}\n`;
    if (!line.startsWith('{')) return;
    const { msg, reportNumber } = JSON.parse(line) as { msg: string; reportNumber?: number };
    if (msg !== 'acknowledged' || reportNumber === undefined) return;
    safe.add(reportNumber);
    for (const resolve of waiting.splice(0)) resolve();
  }
  const acknowledged = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
    });

  return {
    deviceId,
    log: () => log,
    acknowledged,
    async start() {
      log = '';
      waiting = [];
      const own = spawn(process.execPath, [MAIN, 'run', '--url', world.url(), ...places], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child = own;
      createInterface(own.stderr).on('line', read);
      const ended = once(own, 'close').then(() => Promise.reject(new Error(log)));
      ended.catch(() => {});
      await Promise.race([acknowledged(), ended]);
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'close');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
