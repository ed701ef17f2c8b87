import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type Behaviour, createScript, type Script } from './behaviour.ts';

/** When something arrived, by both clocks of this process, in milliseconds. */
export interface Arrival {
  at: number;
  /** `performance.now()` */
  elapsed: number;
}

/** When it had been checked and was found right, `performance.now()`. */
interface Acceptance {
  judged: number;
}

/** What a check makes of a request. `reply` is sent as JSON when there is one. */
export type Judgement<T> =
  | { accepted: true; status: number; id: string; message: T }
  | { accepted: false; status: number; reason: string; reply?: unknown };

/** A strict double of a consumer on 127.0.0.1: it refuses whatever the real one would refuse. */
export interface Receiver<T> extends Pick<Script, 'behave' | 'recover'> {
  readonly url: string;
  /** The first arrival of every accepted message, in order. */
  readonly accepted: (T & Arrival & Acceptance)[];
  /** How often each accepted message arrived, by its id. */
  readonly arrivals: ReadonlyMap<string, number>;
  /** What was refused for being wrong, and why. */
  readonly rejected: string[];
  /** Requests of any kind. */
  readonly requests: number;
  /** Resolves when so many messages were accepted; rejects when that takes longer. */
  waitForAccepted(count: number, timeoutMs?: number): Promise<void>;
  close(): Promise<void>;
}

export interface ServerOptions {
  path: string;
  /** PEM; plain HTTP without it. */
  tls?: { key: string; cert: string };
}

export async function startReceiver<T extends object>(
  options: ServerOptions,
  check: (request: IncomingMessage, body: Buffer) => Promise<Judgement<T>>,
): Promise<Receiver<T>> {
  const script = createScript();
  const accepted: (T & Arrival & Acceptance)[] = [];
  const arrivals = new Map<string, number>();
  const rejected: string[] = [];
  const waiting = new Set<() => void>();
  let requests = 0;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests += 1;
    const body = await readBody(request);
    const arrival: Arrival = { at: Date.now(), elapsed: performance.now() };
    const behaviour = script.next();
    if (behaviour && behaviour.kind !== 'apply_and_drop') return misbehave(behaviour, response);
    const judgement: Judgement<T> =
      request.url === options.path
        ? await check(request, body)
        : { accepted: false, status: 404, reason: `expected ${options.path}, got ${request.url}` };
    if (!judgement.accepted) {
      rejected.push(judgement.reason);
      return answer(response, judgement.status, judgement.reply);
    }
    const seen = arrivals.get(judgement.id) ?? 0;
    arrivals.set(judgement.id, seen + 1);
    if (seen === 0) accepted.push({ ...judgement.message, ...arrival, judged: performance.now() });
    for (const look of waiting) look();
    if (behaviour) request.socket.destroy();
    else answer(response, judgement.status);
  }

  const listener: RequestListener = (request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (!request.destroyed) rejected.push(String(error));
      response.destroy();
    });
  };
  const server = options.tls ? createTlsServer(options.tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}${options.path}`,
    accepted,
    arrivals,
    rejected,
    get requests() {
      return requests;
    },
    behave: script.behave,
    recover: script.recover,
    waitForAccepted: (count, timeoutMs = 25_000) =>
      new Promise((resolve, reject) => {
        const finish = (settle: () => void) => {
          clearTimeout(timer);
          waiting.delete(look);
          settle();
        };
        const look = () => accepted.length >= count && finish(resolve);
        const timer = setTimeout(() => finish(() => reject(late())), timeoutMs);
        const late = () =>
          new Error(
            `timed out: expected ${count} accepted, got ${accepted.length}; refused: ${rejected.join('; ') || 'none'}`,
          );
        waiting.add(look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function misbehave(
  behaviour: Exclude<Behaviour, { kind: 'apply_and_drop' }>,
  response: ServerResponse,
): void {
  if (behaviour.kind === 'hang') return;
  if (behaviour.kind === 'set_error') {
    answer(response, 400, { err: behaviour.err, description: 'as the test wants it' });
    return;
  }
  if (behaviour.retryAfter !== undefined) response.setHeader('retry-after', behaviour.retryAfter);
  if (behaviour.location !== undefined) response.setHeader('location', behaviour.location);
  answer(response, behaviour.status);
}

function answer(response: ServerResponse, status: number, reply?: unknown): void {
  if (reply === undefined) response.writeHead(status).end();
  else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
}
