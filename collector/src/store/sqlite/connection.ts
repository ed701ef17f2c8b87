import { Worker } from 'node:worker_threads';
import { AssayError } from '@assay/shared';
import type { ConnectionStatus, StoreWatcher } from '../store.ts';
import { createCallQueue } from './call-queue.ts';
import type { Answer, Answers, Call, Durable, Failure, Group, Opening, Role } from './messages.ts';
import { outageOf } from './outage.ts';
import { packRepeats, type Repeat } from './repeat-message.ts';

/** How a call is named whose input is a `Repeat`. */
const REPEAT = 'appendRepeat';

interface Waiting extends Call {
  /** Null: it was handed over, and needs no place here. */
  input: unknown;
  /** It gives way: how long it waits says nothing of how busy the thread is. */
  inBackground: boolean;
  since: number;
  resolve(value: unknown): void;
  reject(error: AssayError): void;
}

/** Calls that went together. */
interface Handed {
  calls: Waiting[];
  syncsLater: boolean;
  at: number;
  /** How long the oldest of those had waited that somebody waits for; null: they are all in the background. */
  queuedMs: number | null;
  /** Of those that were answered and are not on the disk yet. */
  answers: Answers;
}

/** A worker thread with one database connection. */
export interface Connection {
  /**
   * `inBackground`: all else goes first, and does not wait until it is on the disk.
   * @throws AssayError `store_unavailable`
   */
  call(name: string, input: unknown, options?: { inBackground: boolean }): Promise<unknown>;
  /** Of the writer: a report that repeats the one before. @throws AssayError `store_unavailable` */
  repeat(repeat: Repeat): Promise<unknown>;
  status(): ConnectionStatus;
  /** Lets what is waiting finish. */
  close(): Promise<void>;
}

/** A group's rows die with it: more room for young objects would only be held. */
const YOUNG_MB = 12;

/**
 * Starts the thread and waits until the database is open. Calls are grouped: what arrives while a group is
 * being worked on goes together in the next one, so an idle store answers at once and a busy one amortises.
 * @throws AssayError as `openForWriting`
 */
export async function connect(
  file: string,
  role: Role,
  { onWritten, onUpgrade }: StoreWatcher = {},
): Promise<Connection> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { file, role },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  await opened(worker, onUpgrade);

  const waiting = createCallQueue<Waiting>();
  let working: Handed | null = null;
  /** Answered and not on the disk yet, the oldest first. */
  let undurable: Handed[] = [];
  let gone: Error | null = null;
  let onIdle: (() => void) | null = null;
  let outage: { since: number; detail: string } | null = null;
  let isDue = false;

  const isIdle = () => !working && waiting.length === 0 && undurable.length === 0;

  /** What one turn of the event loop has for an idle store goes together, where the first would go alone. */
  const nextSoon = () => {
    if (isDue || working) return;
    isDue = true;
    process.nextTick(next);
  };

  const next = () => {
    isDue = false;
    if (working || waiting.length === 0) return;
    const { repeats, others } = parted(waiting.next());
    working = toHanded([...others, ...repeats]);
    const { syncsLater } = working;
    const packed = repeats.length > 0 ? packRepeats(repeats.map(({ input }) => input as Repeat)) : null;
    const calls = others.map(({ name, input }) => ({ name, input }));
    worker.postMessage({ repeats: packed, calls, syncsLater } satisfies Group, packed ? [packed.buffer] : []);
    for (const call of working.calls) call.input = null;
  };

  const settle = (call: Waiting, answer: Answer) => {
    if ('value' in answer) {
      outage = null;
      call.resolve(answer.value);
      return;
    }
    const detail = outageOf(answer.code);
    if (detail) outage = { since: outage?.since ?? performance.now(), detail };
    call.reject(detail ? isDown(role, detail) : failed(call.name, answer.error));
  };

  const settleAll = ({ calls, answers }: Handed, failure: Failure | null) => {
    for (const [index, call] of calls.entries())
      settle(call, failure ?? (answers === null ? DONE : (answers[index] ?? NO_ANSWER)));
    if (isIdle()) onIdle?.();
  };

  const onAnswers = (answers: Answers) => {
    if (!working) return;
    const done = { ...working, answers };
    working = null;
    onWritten?.({ queuedMs: done.queuedMs, workedMs: performance.now() - done.at });
    next();
    if (done.syncsLater) undurable.push(done);
    else settleAll(done, null);
  };

  worker.on('message', (message: Answers | Durable) => {
    if (message === null || !('durable' in message)) return onAnswers(message);
    for (const done of undurable.splice(0, message.durable)) settleAll(done, message.failure);
  });

  const fail = (error: Error) => {
    gone = error;
    outage ??= { since: performance.now(), detail: error.message };
    const begun = [...undurable, ...(working ? [working] : [])].flatMap(({ calls }) => calls);
    working = null;
    undurable = [];
    for (const call of [...begun, ...waiting.clear()]) call.reject(unavailable(call.name, error.message));
    onIdle?.();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(gone ?? new Error('the store is closed')));

  const call = (name: string, input: unknown, { inBackground } = { inBackground: false }) =>
    new Promise((resolve, reject) => {
      if (gone) return reject(unavailable(name, gone.message));
      waiting.add({ name, input, inBackground, since: performance.now(), resolve, reject });
      nextSoon();
    });

  return {
    call,
    repeat: (repeat) => call(REPEAT, repeat),
    status() {
      const now = performance.now();
      const begun = undurable[0] ?? working;
      const oldest = [...(begun ? begun.calls.slice(0, 1) : []), ...waiting.first()];
      return {
        waitingMs: Math.max(0, ...oldest.map(({ since }) => now - since)),
        failing: outage && { forMs: now - outage.since, detail: outage.detail },
      };
    },
    async close() {
      if (gone) return;
      if (!isIdle()) await new Promise<void>((resolve) => (onIdle = resolve));
      const exited = new Promise((resolve) => worker.once('exit', resolve));
      worker.postMessage('close');
      await exited;
    },
  };
}

function toHanded(calls: Waiting[]): Handed {
  const at = performance.now();
  const awaited = calls.filter((call) => !call.inBackground);
  const queuedMs = awaited.length > 0 ? Math.max(...awaited.map(({ since }) => at - since)) : null;
  return { calls, syncsLater: queuedMs === null, at, queuedMs, answers: null };
}

const DONE = { value: undefined };
const NO_ANSWER = { error: 'no answer', code: null };

/** Repetitions go last, in one piece: what else is said of their devices in the same group is no newer. */
function parted(group: readonly Waiting[]): { repeats: Waiting[]; others: Waiting[] } {
  const [repeats, others]: [Waiting[], Waiting[]] = [[], []];
  for (const waiting of group) (waiting.name === REPEAT ? repeats : others).push(waiting);
  return { repeats, others };
}

function opened(worker: Worker, onUpgrade: StoreWatcher['onUpgrade']): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.on('message', function listen(message: Opening) {
      if (typeof message === 'object' && 'upgrade' in message) {
        onUpgrade?.(message.upgrade);
        return;
      }
      worker.off('error', reject);
      worker.off('message', listen);
      if (message === 'ready') resolve();
      else reject(message.code ? new AssayError(message.code, message.failed) : new Error(message.failed));
    });
  });
}

const isDown = (role: Role, detail: string) =>
  new AssayError('store_unavailable', `${role === 'writer' ? 'not stored' : 'not read'}: ${detail}`);
const unavailable = (name: string, detail: string) =>
  new AssayError('store_unavailable', `the store could not do ${name}: ${detail}`);
/** This call, not the database, is at fault: others go on. */
const failed = (name: string, detail: string) =>
  new AssayError('internal', `the store could not do ${name}: ${detail}`);
