import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { startCollectorProcess } from '../helpers/collector-process.ts';
import type { Fault } from './fault.ts';
import { type FaultWorld, inFaultWorld } from './fault-world.ts';
import { cannotMount, mountTestDisk } from './test-disk.ts';

const nothingMissing = () => null;
const BY_ITSELF = 'by itself';

async function acknowledge(world: FaultWorld, reports: number): Promise<void> {
  for (let i = 0; i < reports; i++) {
    const refusal = await world.report();
    if (refusal) throw new Error(`expected an acknowledgement, got ${refusal}`);
  }
}

/** What a collector says that cannot start; without the words around it. */
async function whyNotStarted(dataDir: string): Promise<string> {
  try {
    const { kill } = await startCollectorProcess({ dataDir });
    await kill();
    return 'it started';
  } catch (error) {
    return nameless((error as Error).message.replace(/^.*?assay-collector: /s, ''), dataDir);
  }
}

/** Without the place of the test, which differs in every run. */
const nameless = (message: string, dataDir: string): string => message.replaceAll(dataDir, 'DIR').trim();

/** Another process that holds the database for writing, until told to let go. */
async function holdDatabase(file: string): Promise<() => Promise<void>> {
  const library = createRequire(import.meta.url).resolve('better-sqlite3');
  const script = `const db = require(${JSON.stringify(library)})(${JSON.stringify(file)});
    db.exec('BEGIN IMMEDIATE'); console.log('held'); process.stdin.resume().on('end', () => process.exit());`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  return async () => {
    child.stdin.end();
    await ended;
  };
}

/** Runs on a small disk of its own. */
async function onTestDisk(
  task: (world: FaultWorld, disk: ReturnType<typeof mountTestDisk>) => Promise<string>,
) {
  const disk = mountTestDisk(24);
  try {
    return await inFaultWorld((world) => task(world, disk), join(disk.path, 'data'));
  } finally {
    disk.remove();
  }
}

/** A small write of the collector's own may find room right after a report that was refused, and be the newest. */
async function notReady(world: FaultWorld, reason: string): Promise<void> {
  for (let triesLeft = 5; ; triesLeft--) {
    const { status, reasons } = await world.ready();
    if (status === 503 && reasons.includes(reason)) return;
    if (triesLeft === 0) throw new Error(`ready: ${status} ${reasons}`);
    await world.reportUntilRefused();
  }
}

export const COLLECTOR_FAULTS: Fault[] = [
  {
    fault: 'the collector is killed, again and again',
    stance: 'goes on',
    meanwhile: 'the last verdict holds until it expires; agents come back by themselves, spread out',
    message: /^$/,
    recovery: BY_ITSELF,
    missing: nothingMissing,
    run: () =>
      inFaultWorld(async (world) => {
        for (let round = 0; round < 3; round++) {
          await acknowledge(world, 5 + round);
          const cut = world.report().catch(() => null);
          await world.kill();
          await cut;
          await world.start();
        }
        await acknowledge(world, 1);
        return '';
      }),
  },
  {
    fault: "the collector's disk is full",
    stance: 'fails closed',
    meanwhile: 'nothing is acknowledged that is not stored; agents are told to come back; not ready',
    message: /the disk is full: free some space \[store_unavailable\]$/,
    recovery: `${BY_ITSELF}, once there is space`,
    missing: cannotMount,
    run: () =>
      onTestDisk(async (world, disk) => {
        await acknowledge(world, 5);
        disk.fill();
        const refusal = await world.reportUntilRefused();
        await notReady(world, 'store_failing');
        disk.empty();
        await world.untilReady();
        await acknowledge(world, 5);
        return refusal;
      }),
  },
  {
    fault: 'another process holds the database',
    stance: 'fails closed',
    meanwhile: 'reports wait, then are refused; agents are told to come back; not ready',
    message: /another process holds the database: end it \[store_unavailable\]$/,
    recovery: `${BY_ITSELF}, once it lets go`,
    missing: nothingMissing,
    run: () =>
      inFaultWorld(async (world) => {
        await acknowledge(world, 5);
        const letGo = await holdDatabase(join(world.dataDir, 'assay.db'));
        const refusal = await world.reportUntilRefused();
        const { status } = await world.ready();
        await letGo();
        if (status !== 503) throw new Error(`expected not ready, got ${status}`);
        await world.untilReady();
        await acknowledge(world, 5);
        return refusal;
      }),
  },
  {
    fault: 'the database is damaged',
    stance: 'fails closed',
    meanwhile: 'the collector does not start on it, and changes nothing; verdicts expire',
    message: /^DIR\/assay\.db is damaged .*restore a backup.* \[database_corrupt\]$/,
    recovery: 'by hand: put a backup in its place',
    missing: nothingMissing,
    run: () =>
      inFaultWorld(async (world) => {
        const file = join(world.dataDir, 'assay.db');
        await acknowledge(world, 5);
        await world.stop();
        copyFileSync(file, `${file}.backup`);
        const handle = openSync(file, 'r+');
        for (let at = 4096; at < statSync(file).size; at += 4096)
          writeSync(handle, Buffer.alloc(512, 0xa5), 0, 512, at);
        const message = await whyNotStarted(world.dataDir);
        for (const rest of ['-wal', '-shm']) rmSync(file + rest, { force: true });
        copyFileSync(`${file}.backup`, file);
        await world.start();
        await acknowledge(world, 5);
        return message;
      }),
  },
  {
    fault: 'the data directory is read-only',
    stance: 'fails closed',
    meanwhile: 'the collector does not start; verdicts expire',
    message: /^cannot write .*read-only.* \[data_dir_unusable\]$/i,
    recovery: 'by itself at the next start, once it can be written',
    missing: cannotMount,
    run: () =>
      onTestDisk(async (world, disk) => {
        await acknowledge(world, 5);
        await world.stop();
        disk.writable(false);
        const message = await whyNotStarted(world.dataDir);
        disk.writable(true);
        await world.start();
        await acknowledge(world, 5);
        return message;
      }),
  },
  {
    fault: 'a second collector on the same data',
    stance: 'goes on',
    meanwhile: 'the second one refuses to start; the first one does not notice',
    message: /^another collector is running on DIR.* \[data_dir_in_use\]$/,
    recovery: 'nothing to mend',
    missing: nothingMissing,
    run: () =>
      inFaultWorld(async (world) => {
        await acknowledge(world, 3);
        const message = await whyNotStarted(world.dataDir);
        await acknowledge(world, 3);
        return message;
      }),
  },
  {
    fault: 'a target is away',
    stance: 'fails open',
    meanwhile: 'it keeps its last verdict; deliveries wait, in order per device, for up to 24 hours',
    message: /^$/,
    recovery: BY_ITSELF,
    missing: nothingMissing,
    run: () =>
      inFaultWorld(async (world) => {
        world.receiver.behave({ kind: 'status', status: 503 }, Number.POSITIVE_INFINITY);
        await acknowledge(world, 3);
        world.receiver.recover();
        await world.receiver.waitForAccepted(3, 60_000);
        return '';
      }),
  },
];
