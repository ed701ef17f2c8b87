import { Worker } from 'node:worker_threads';
import { AssayError } from '@assay/shared';
import type { ConnectionStatus } from '../store.ts';
import type { Answer, Call, Opened, Role } from './messages.ts';
import { outageOf } from './outage.ts';

interface Waiting extends Call {
  since: number;
  resolve(value: unknown): void;
  reject(error: AssayError): void;
}

/** A worker thread with one database connection. */
export interface Connection {
  /** @throws AssayError `store_unavailable` */
  call(name: string, input: unknown): Promise<unknown>;
  status(): ConnectionStatus;
  /** Lets what is waiting finish. */
  close(): Promise<void>;
}

/** As many calls as go into one transaction; more wait for the next. */
const GROUP_SIZE = 256;

/**
 * Starts the thread and waits until the database is open. Calls are grouped: what arrives while a group is
 * being worked on goes together in the next one, so an idle store answers at once and a busy one amortises.
 * @throws AssayError as `openForWriting`
 */
export async function connect(file: string, role: Role): Promise<Connection> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { file, role } });
  await opened(worker);

  let waiting: Waiting[] = [];
  let working: Waiting[] = [];
  let gone: Error | null = null;
  let onIdle: (() => void) | null = null;
  let outage: { since: number; detail: string } | null = null;

  const next = () => {
    if (working.length > 0) return;
    if (waiting.length === 0) {
      onIdle?.();
      return;
    }
    working = waiting.slice(0, GROUP_SIZE);
    waiting = waiting.slice(GROUP_SIZE);
    worker.postMessage(working.map(({ name, input }) => ({ name, input })));
  };

  worker.on('message', (answers: Answer[]) => {
    const done = working;
    working = [];
    next();
    for (const [index, call] of done.entries()) {
      const answer = answers[index] ?? { error: 'no answer', code: null };
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
    for (const call of [...working, ...waiting]) call.reject(unavailable(call.name, error.message));
    working = [];
    waiting = [];
    onIdle?.();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(gone ?? new Error('the store is closed')));

  return {
    call: (name, input) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(unavailable(name, gone.message));
        waiting.push({ name, input, since: performance.now(), resolve, reject });
        next();
      }),
    status() {
      const now = performance.now();
      const oldest = working[0] ?? waiting[0];
      return {
        waitingMs: oldest ? now - oldest.since : 0,
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

function opened(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (message: Opened) => {
      worker.off('error', reject);
      if (message === 'ready') resolve();
      else reject(message.code ? new AssayError(message.code, message.failed) : new Error(message.failed));
    });
  });
}

const isDown = (role: Role, detail: string) =>
  new AssayError('store_unavailable', `${role === 'writer' ? 'not stored' : 'not read'}: ${detail}`);
const unavailable = (name: string, detail: string) =>
  new AssayError('store_unavailable', `the store could not do ${name}: ${detail}`);
