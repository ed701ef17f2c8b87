import { Worker } from 'node:worker_threads';
import { AssayError } from '@assay/shared';
import type { ConnectionStatus, StoreWatcher } from '../store.ts';
import { createCallQueue } from './call-queue.ts';
import type { Answers, Call, Group, Opening, Role } from './messages.ts';
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

/** A worker thread with one database connection. */
export interface Connection {
  /**
   * @param inBackground all else goes first
   * @throws AssayError `store_unavailable`
   */
  call(name: string, input: unknown, inBackground?: boolean): Promise<unknown>;
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
  let working: Waiting[] = [];
  /** When the group that is worked on was handed over, and how long its oldest call had waited. */
  let handed = { at: 0, queuedMs: 0 };
  let gone: Error | null = null;
  let onIdle: (() => void) | null = null;
  let outage: { since: number; detail: string } | null = null;
  let isDue = false;

  /** What one turn of the event loop has for an idle store goes together, where the first would go alone. */
  const nextSoon = () => {
    if (isDue || working.length > 0) return;
    isDue = true;
    process.nextTick(next);
  };

  const next = () => {
    isDue = false;
    if (working.length > 0) return;
    if (waiting.length === 0) {
      onIdle?.();
      return;
    }
    const group = waiting.next();
    const now = performance.now();
    handed = { at: now, queuedMs: now - (group.find((call) => !call.inBackground)?.since ?? now) };
    const { repeats, others } = parted(group);
    working = [...others, ...repeats];
    const packed = repeats.length > 0 ? packRepeats(repeats.map(({ input }) => input as Repeat)) : null;
    const calls = others.map(({ name, input }) => ({ name, input }));
    worker.postMessage({ repeats: packed, calls } satisfies Group, packed ? [packed.buffer] : []);
    for (const call of working) call.input = null;
  };

  worker.on('message', (answers: Answers) => {
    const done = working;
    onWritten?.({ queuedMs: handed.queuedMs, workedMs: performance.now() - handed.at });
    working = [];
    next();
    for (const [index, call] of done.entries()) {
      const answer = answers === null ? DONE : (answers[index] ?? NO_ANSWER);
      if ('value' in answer) {
        outage = null;
        call.resolve(answer.value);
        continue;
      }
      const detail = outageOf(answer.code);
      if (detail) outage = { since: outage?.since ?? performance.now(), detail };
      call.reject(detail ? isDown(role, detail) : unavailable(call.name, answer.error));
    }
  });

  const fail = (error: Error) => {
    gone = error;
    outage ??= { since: performance.now(), detail: error.message };
    for (const call of [...working, ...waiting.clear()]) call.reject(unavailable(call.name, error.message));
    working = [];
    onIdle?.();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(gone ?? new Error('the store is closed')));

  const call = (name: string, input: unknown, inBackground = false) =>
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
      const oldest = [...working.slice(0, 1), ...waiting.first()];
      return {
        waitingMs: Math.max(0, ...oldest.map(({ since }) => now - since)),
        failing: outage && { forMs: now - outage.since, detail: outage.detail },
      };
    },
    async close() {
      if (gone) return;
      if (working.length > 0 || waiting.length > 0) await new Promise<void>((resolve) => (onIdle = resolve));
      const exited = new Promise((resolve) => worker.once('exit', resolve));
      worker.postMessage('close');
      await exited;
    },
  };
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
