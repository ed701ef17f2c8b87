import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { createLaptop, type Laptop } from '../laptop/tree.ts';
import type { Fault, Observed } from './fault.ts';
import { enrollFaultAgent, type FaultAgent } from './fault-agent.ts';
import { type FaultWorld, inFaultWorld } from './fault-world.ts';
import { createRandom, testSeed } from './random.ts';
import { cannotMount, mountTestDisk } from './test-disk.ts';

const ROUNDS = 5;

interface AgentWorld {
  world: FaultWorld;
  agent: FaultAgent;
  laptop: Laptop;
  stateDir: string;
}

/** A collector, and an agent whose laptop can be changed. */
async function withAgent(task: (parts: AgentWorld) => Promise<string>, stateDir?: string): Promise<Observed> {
  const dir = mkdtempSync(join(tmpdir(), 'assay-agent-fault-'));
  const root = join(dir, 'laptop');
  mkdirSync(root);
  try {
    return await inFaultWorld(async (world) => {
      const state = stateDir ?? join(dir, 'agent');
      const agent = await enrollFaultAgent(world, { stateDir: state, root });
      try {
        return await task({ world, agent, laptop: createLaptop(root), stateDir: state });
      } finally {
        await agent.kill();
      }
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Breaks and mends the laptop, so that the agent has something to report all the time. */
function restless(laptop: Laptop): () => void {
  let broken = false;
  const timer = setInterval(() => {
    if (broken) laptop.encryptDisk();
    else laptop.decryptDisk();
    broken = !broken;
  }, 60);
  return () => clearInterval(timer);
}

/** An agent that uses a number twice looks like a cloned disk. */
function openConflicts({ dataDir }: FaultWorld): number {
  const db = new Database(join(dataDir, 'assay.db'), { readonly: true });
  const { n } = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM conflicts').get() ?? { n: 0 };
  db.close();
  return n;
}

/** The warning of a running agent; what it repeats is no one clear message. */
function saidOnce(log: string, stateDir: string): string {
  const warnings = log
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { level: number; detail?: string })
    .filter(({ level }) => level >= 40);
  if (warnings.length !== 1) throw new Error(`expected one warning, got ${warnings.length}: ${log}`);
  return (warnings[0]?.detail ?? '').replaceAll(stateDir, 'DIR');
}

export const AGENT_FAULTS: Fault[] = [
  {
    fault: 'the agent is killed while it writes its state or journal, again and again',
    stance: 'goes on',
    meanwhile:
      'the last verdict holds until it expires; no report number is used twice, so it looks like no clone',
    message: /^$/,
    recovery: 'by itself, when it is started again',
    missing: () => null,
    run: () =>
      withAgent(async ({ world, agent, laptop }) => {
        const random = createRandom(testSeed());
        const rest = restless(laptop);
        try {
          for (let round = 0; round < ROUNDS; round++) {
            await agent.start();
            // Without a collector it writes to its journal what it has to say.
            const isOffline = round % 2 === 1;
            if (isOffline) await world.kill();
            await pause(random() * (isOffline ? 1000 : 300));
            await agent.kill();
            if (isOffline) await world.start();
          }
        } finally {
          rest();
        }
        await agent.start();
        const conflicts = openConflicts(world);
        if (conflicts > 0)
          throw new Error(`${conflicts} conflicts were flagged for an agent that only crashed`);
        return '';
      }),
  },
  {
    fault: "the agent's disk is full",
    stance: 'goes on',
    meanwhile:
      'it reports as before; what it cannot keep of the time offline is counted as lost, and reported so',
    message: /ENOSPC/,
    recovery: 'nothing to mend',
    missing: cannotMount,
    async run() {
      const disk = mountTestDisk(2);
      const stateDir = join(disk.path, 'agent');
      try {
        return await withAgent(async ({ agent, laptop }) => {
          await agent.start();
          disk.fill();
          const next = agent.acknowledged();
          laptop.decryptDisk();
          await next;
          await agent.kill();
          // Also from the very start.
          await agent.start();
          return saidOnce(agent.log(), stateDir);
        }, stateDir);
      } finally {
        disk.remove();
      }
    },
  },
  {
    fault: "the agent's identity is damaged",
    stance: 'fails closed',
    meanwhile: 'it does not report; the verdict goes stale and falls by the policy',
    message: /identity\.json is damaged.* \[state_unreadable\]$/,
    recovery: 'by hand: enroll it again',
    missing: () => null,
    run: () =>
      withAgent(async ({ agent, stateDir }) => {
        await agent.start();
        await agent.kill();
        const file = join(stateDir, 'identity.json');
        const whole = readFileSync(file);
        writeFileSync(file, whole.subarray(0, whole.length / 2));
        const message = await agent.start().then(
          () => 'it started',
          (error: Error) => error.message,
        );
        writeFileSync(file, whole);
        await agent.start();
        return message.replaceAll(stateDir, 'DIR').replace(/^.*?assay-agent: /s, '');
      }),
  },
];
