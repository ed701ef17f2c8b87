import { once } from 'node:events';
import { createSecureContext, type SecureContext } from 'node:tls';
import {
  AGENT_PATH,
  type AgentMessage,
  type CollectorMessage,
  decodeCollectorFrame,
  encodeAgentFrame,
  SUBPROTOCOL,
} from '@assay/shared';
import WebSocket, { type ClientOptions } from 'ws';

/** Where a collector is, and the PEM of its CA. */
export interface Door {
  url: string;
  ca: string;
  /** Of this machine, to come from; 127.0.0.0/8 is a whole network of strangers. */
  localAddress?: string;
}

type Message<T extends CollectorMessage['type']> = Extract<CollectorMessage, { type: T }>;

/** How a connection ended: the close frame, and the refusal before it, if there was one. */
export interface RawEnding {
  code: number;
  reason: string;
  refusal: Message<'refusal'> | null;
}

/** A bare WebSocket to a collector: sends whatever it is given, and keeps what comes back. */
export interface RawConnection {
  socket: WebSocket;
  challenge: { nonce: Uint8Array; collectorId: string };
  send(message: AgentMessage): void;
  /** The next message, which must be of this type; rejects when the connection ends instead. */
  expect<T extends CollectorMessage['type']>(type: T): Promise<Message<T>>;
  ended: Promise<RawEnding>;
}

const contexts = new Map<string, SecureContext>();

/** One for all connections to a collector: making it costs as much as several handshakes. */
function trusting(ca: string): SecureContext {
  const context = contexts.get(ca) ?? createSecureContext({ ca });
  contexts.set(ca, context);
  return context;
}

/** Connects and takes the challenge. */
export async function openRawConnection({ url, ca, localAddress }: Door): Promise<RawConnection> {
  const address = new URL(AGENT_PATH, url);
  address.protocol = 'wss:';
  // The library hands it on to TLS, though its types don't say so.
  const options: ClientOptions & { secureContext: SecureContext } = {
    secureContext: trusting(ca),
    perMessageDeflate: false,
    ...(localAddress && { localAddress }),
  };
  const socket = new WebSocket(address, SUBPROTOCOL, options);
  const inbox: CollectorMessage[] = [];
  const waiting: { resolve(message: CollectorMessage): void; reject(error: Error): void }[] = [];
  let refusal: Message<'refusal'> | null = null;
  const { promise: ended, resolve: end } = Promise.withResolvers<RawEnding>();

  socket.on('message', (data: Buffer) => {
    const message = decodeCollectorFrame(data);
    if (message?.type === 'refusal') refusal = message;
    else if (message) (waiting.shift()?.resolve ?? ((m) => inbox.push(m)))(message);
  });
  socket.on('close', (code, reason) => {
    const why = new Error(`closed with ${code} ${refusal?.message ?? ''}`);
    for (const { reject } of waiting.splice(0)) reject(why);
    end({ code, reason: reason.toString(), refusal });
  });
  await once(socket, 'open');
  // A peer that is killed resets the connection; how it ended is told by `ended`.
  socket.on('error', () => {});

  function next(): Promise<CollectorMessage> {
    const message = inbox.shift();
    if (message) return Promise.resolve(message);
    return new Promise((resolve, reject) => {
      if (socket.readyState === WebSocket.CLOSED) reject(new Error(`closed: ${refusal?.message ?? ''}`));
      else waiting.push({ resolve, reject });
    });
  }
  async function expect<T extends CollectorMessage['type']>(type: T): Promise<Message<T>> {
    const message = await next();
    if (message.type !== type) throw new Error(`expected ${type}, got ${message.type}`);
    return message as Message<T>;
  }

  const { nonce, collectorId } = await expect('challenge');
  return {
    socket,
    challenge: { nonce, collectorId },
    send: (message) => socket.send(encodeAgentFrame(message)),
    expect,
    ended,
  };
}
