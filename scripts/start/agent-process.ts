import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Collector } from '@assay/collector';
import { AssayError } from '@assay/shared';

const AGENT = join(import.meta.dirname, '../../agent/src/main.ts');

/** Where an agent keeps its state, and what it looks at. */
export interface AgentSetup {
  stateDir: string;
  /** `/`, or the tree to look at instead of this machine. */
  root: string;
  /** E-mail of the device's owner, if it shall have one. */
  owner?: string;
}

/** Enrolls an agent with a join string, as IT would; false when it is enrolled at this collector already. */
export async function enrollAgent(
  collector: Collector,
  { stateDir, root, owner }: AgentSetup,
): Promise<boolean> {
  const identityFile = join(stateDir, 'identity.json');
  if (existsSync(identityFile)) {
    const { deviceId } = JSON.parse(readFileSync(identityFile, 'utf8'));
    if (await collector.isEnrolled(deviceId)) return false;
    // Left from a collector whose data is gone.
    rmSync(stateDir, { recursive: true });
  }
  const { joinString } = await collector.createEnrollmentToken({
    expiresInS: 300,
    ...(owner ? { owner } : {}),
  });
  const child = spawn(process.execPath, [AGENT, 'enroll', '--state-dir', stateDir, '--root', root], {
    env: { ...process.env, ASSAY_JOIN_STRING: joinString },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new AssayError('not_enrolled', `the agent could not enroll: ${complaint.trim()}`);
  return true;
}

/** A running agent process. */
export interface AgentProcess {
  pid: number;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
  /** Resolves when it ended. */
  ended: Promise<unknown>;
}

/** Runs an enrolled agent as a process of its own, which ends when this one does, however that happens. */
export function runAgent(url: string, { stateDir, root }: AgentSetup): AgentProcess {
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  const log = openSync(join(stateDir, 'agent.log'), 'a', 0o600);
  const child = spawn(
    process.execPath,
    [AGENT, 'run', '--state-dir', stateDir, '--root', root, '--url', url],
    {
      // The channel carries nothing: its end tells the agent that we are gone.
      stdio: ['ignore', 'ignore', log, 'ipc'],
    },
  );
  const ended = once(child, 'exit');
  return {
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
    ended,
  };
}
