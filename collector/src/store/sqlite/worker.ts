import { parentPort, workerData } from 'node:worker_threads';
import { AssayError } from '@assay/shared';
import { giveBack } from '../../give-back.ts';
import type { Settled } from '../settled.ts';
import type { Writes } from '../store.ts';
import { accessWrites } from './access.ts';
import { auditWrites } from './audit.ts';
import { canaryWrites } from './canary.ts';
import { checkpoint, logged } from './checkpoint.ts';
import { commitWrites } from './commits.ts';
import { coverageWrites } from './coverage.ts';
import { type Db, openBeside, openForReading, openForWriting } from './database.ts';
import { deliveryWrites } from './deliveries.ts';
import { deviceWrites, storedRowReader } from './devices.ts';
import { enrollmentTokenWrites } from './enrollment-tokens.ts';
import { enrollmentWrites } from './enrollments.ts';
import { evidenceWriter } from './evidence.ts';
import { exemptionWrites } from './exemptions.ts';
import { judgementWrites } from './judgements.ts';
import { createLogSync, type LogSync } from './log-sync.ts';
import type { Answer, Answers, Call, Durable, Failure, Group, Opening, Role } from './messages.ts';
import { noticeWrites } from './notices.ts';
import { offlineWrites } from './offline-reports.ts';
import { policyWrites } from './policies.ts';
import { readsOf } from './reads.ts';
import { unpackRepeats } from './repeat-message.ts';
import { retentionWrites } from './retention.ts';
import { rolloutWrites } from './rollouts.ts';
import { settingWrites } from './settings.ts';
import { targetWrites } from './targets.ts';

// One thread, one connection: the writer commits groups with full durability, the reader serves look-ups, the keeper
// keeps the write-ahead log short, and none of them ever blocks the thread that serves sockets.

const { file, role } = workerData as { file: string; role: Role };
const port = parentPort;
if (!port) throw new Error('worker.ts runs as a worker thread');

type Operations = Record<string, (input: unknown) => unknown>;

const writes = (
  db: Db,
  writeEvidence = evidenceWriter(db),
): ReturnType<typeof commitWrites> & Omit<Settled<Writes>, 'appendCommit'> => ({
  ...commitWrites(db, writeEvidence),
  ...offlineWrites(db, writeEvidence),
  ...deviceWrites(db),
  ...enrollmentTokenWrites(db),
  ...enrollmentWrites(db),
  ...deliveryWrites(db),
  ...targetWrites(db),
  ...accessWrites(db),
  ...auditWrites(db),
  ...settingWrites(db),
  ...retentionWrites(db),
  ...policyWrites(db),
  ...judgementWrites(db),
  ...rolloutWrites(db),
  ...exemptionWrites(db),
  ...noticeWrites(db),
  ...canaryWrites(db),
  ...coverageWrites(db),
});

class LostGroup extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.error);
    this.failure = failure;
  }
}

const db = open();
// A device goes to the other thread as a row: what it is made of there costs less than a copy of that.
const reads = () => ({ ...readsOf(db), device: storedRowReader(db) });
const operationsOf: Record<Role, () => object> = {
  writer: () => writes(db),
  reader: reads,
  keeper: () => ({ checkpoint: () => checkpoint(db) }),
};
const operations = operationsOf[role]() as Operations;

const run = ({ name, input }: Call) => operations[name]?.(input);
const runTogether = db.transaction((calls: Call[]): Answer[] => calls.map((call) => ({ value: run(call) })));
// Each call in a savepoint of its own: one that fails takes nothing of the others with it.
const runOne = db.transaction(run);
const runApart = db.transaction((calls: Call[]) =>
  calls.map((call) => {
    const answer = settle(() => runOne(call));
    // A full disk ends the whole transaction, whatever else of it had gone well.
    if ('error' in answer && !db.inTransaction) throw new LostGroup(answer);
    return answer;
  }),
);

let log: LogSync | null = null;
const openLog = () =>
  createLogSync(`${file}-wal`, (durable, error) => {
    port.postMessage({ durable, failure: error && unsynced(error) } satisfies Durable);
  });

port.on('message', (group: Group | 'close') => {
  if (group === 'close') {
    log?.close();
    db.close();
    port.close();
    return;
  }
  const before = log?.isWaiting ? logged(db) : null;
  port.postMessage(told(answersOf[role](group)));
  if (group.syncsLater) {
    log ??= openLog();
    log.committed();
    // One that wrote nothing has brought nothing to the disk.
  } else if (before === null || logged(db) !== before) log?.synced();
});
tell('ready');
giveBack();

const callsOf = ({ repeats, calls }: Group): Call[] =>
  repeats ? [...calls, ...unpackRepeats(repeats).map((input) => ({ name: 'appendRepeat', input }))] : calls;

const told = (answers: Answer[]): Answers =>
  answers.every((answer) => 'value' in answer && answer.value === undefined) ? null : answers;

const answersOf: Record<Role, (group: Group) => Answer[]> = {
  writer: writeGroup,
  // All of a look-up is of one moment.
  reader: ({ calls }) => calls.map((call) => settle(() => runOne(call))),
  keeper: ({ calls }) => calls.map((call) => settle(() => run(call))),
};

function writeGroup(group: Group): Answer[] {
  if (!group.syncsLater) return write(callsOf(group));
  // What is committed so is on the disk with the next transaction that waits for it, or by the log's own sync.
  db.pragma('synchronous = NORMAL');
  try {
    return write(callsOf(group));
  } finally {
    db.pragma('synchronous = FULL');
  }
}

/** Nearly always all goes well, and a savepoint for each call would be in vain. */
function write(calls: Call[]): Answer[] {
  try {
    return runTogether.immediate(calls);
  } catch {
    return writeApart(calls);
  }
}

function writeApart(calls: Call[]): Answer[] {
  try {
    return runApart.immediate(calls);
  } catch (error) {
    const failure = error instanceof LostGroup ? error.failure : toFailure(error);
    return calls.map(() => failure);
  }
}

function settle(run: () => unknown): Answer {
  try {
    return { value: run() };
  } catch (error) {
    return toFailure(error);
  }
}

const unsynced = ({ message }: Error): Failure => ({ error: message, code: 'SQLITE_IOERR_FSYNC' });

function toFailure(error: unknown): Failure {
  const { message, code } = error as Error & { code?: string };
  return { error: message, code: code ?? null };
}

function tell(message: Opening): void {
  port?.postMessage(message);
}

function open(): Db {
  try {
    if (role === 'reader') return openForReading(file);
    if (role === 'keeper') return openBeside(file);
    return openForWriting(file, { tell: (upgrade) => tell({ upgrade }) });
  } catch (error) {
    tell({ failed: (error as Error).message, code: error instanceof AssayError ? error.code : null });
    process.exit(1);
  }
}
