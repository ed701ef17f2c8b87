import { hash } from 'node:crypto';
import { type ConnectionOptions, checkServerIdentity, type PeerCertificate } from 'node:tls';
import {
  AGENT_PATH,
  type CollectorMessage,
  type DeviceAssessment,
  decodeCollectorFrame,
  encodeAgentFrame,
  encodeHello,
  encodeReport,
  type LastReport,
  LIMITS,
  type Signals,
  type Signer,
  SUBPROTOCOL,
  signEnvelope,
  VERSION,
} from '@assay/shared';
import WebSocket, { type ClientOptions } from 'ws';
import { hostOf, ownAddress } from '../config.ts';
import type { TlsIdentity } from '../keys/server-identity.ts';

/** Where the collector listens, and how agents find and believe it. */
export interface OwnDoor {
  host: string;
  port: number;
  /** The name that agents know it by, which its certificate must be for. */
  name: string;
  /** What is trusted there, read at each connection: a certificate may have been renewed. */
  trust(): Promise<Pick<ConnectionOptions, 'ca' | 'allowPartialTrustChain'>>;
}

/**
 * The way to the collector's own listener. Its certificate must be for the name that agents use, and of the CA that they
 * pin; where they trust their systems, whose store is not this machine's, who issued it is not looked at.
 */
export function ownDoor(
  { host, port, url }: { host: string; port: number; url: string },
  tls: () => Promise<Pick<TlsIdentity, 'cert' | 'caPem'>>,
): OwnDoor {
  // The server may go on with the one before for a while.
  const shown = new Set<string>();
  return {
    ...{ host: ownAddress(host), port, name: hostOf(url) },
    async trust() {
      const { cert, caPem } = await tls();
      if (caPem !== null) return { ca: caPem };
      shown.add(cert);
      return { ca: [...shown], allowPartialTrustChain: true };
    },
  };
}

/** Who connects: a device and the last report that it signed. */
export interface CanaryIdentity {
  deviceId: string;
  signer: Signer;
  /** Of this process alone, and told to nobody but its own collector. */
  bootId: string;
  last: LastReport | null;
}

type Message<T extends CollectorMessage['type']> = Extract<CollectorMessage, { type: T }>;

/** An agent's session, open. */
export interface CanarySession {
  /** What the device was last judged as; null: not yet. */
  assessment: DeviceAssessment | null;
  /** Signs and sends; resolves with the acknowledgement. Rejects when the session ends instead. */
  report(signals: Signals): Promise<DeviceAssessment>;
  close(): void;
}

/**
 * Opens a session as an agent does: TCP, TLS, WebSocket, challenge, hello, welcome.
 * @param signal cuts it off, then or later
 * @throws Error whose message says what was refused, or by whom
 */
export async function openCanarySession(
  door: OwnDoor,
  identity: CanaryIdentity,
  signal: AbortSignal,
): Promise<CanarySession> {
  const socket = connect(door, await door.trust());
  signal.addEventListener('abort', () => socket.terminate(), { once: true });
  const opened = Promise.withResolvers<CanarySession>();
  let nonce: Uint8Array = new Uint8Array();
  let waiting: { number: number; ack: PromiseWithResolvers<DeviceAssessment> } | null = null;
  let ending: Error | null = null;

  const end = (error: Error) => {
    ending ??= error;
    opened.reject(ending);
    waiting?.ack.reject(ending);
    waiting = null;
  };

  async function hello({ nonce: asked, collectorId }: Message<'challenge'>): Promise<void> {
    nonce = asked;
    const { deviceId, bootId, last, signer } = identity;
    const said = { deviceId, nonce, collectorId, agentVersion: VERSION, bootId, lastReport: last };
    const envelope = await signEnvelope('hello', encodeHello({ ...said, trial: false }), signer);
    socket.send(encodeAgentFrame({ type: 'hello', envelope }));
  }

  async function report(signals: Signals): Promise<DeviceAssessment> {
    if (ending) throw ending;
    const { deviceId, signer } = identity;
    const number = (identity.last?.number ?? 0) + 1;
    // Not the one of the hello: what is stored of a report must open no session.
    const told = { deviceId, number, nonce, bootId: 'canary', createdAt: Date.now(), signals, lost: null };
    const payload = encodeReport(told);
    identity.last = { number, digest: hash('sha256', payload, 'buffer') };
    const envelope = await signEnvelope('report', payload, signer);
    waiting = { number, ack: Promise.withResolvers() };
    const { promise } = waiting.ack;
    socket.send(encodeAgentFrame({ type: 'report', envelope }));
    return promise;
  }

  function take(message: CollectorMessage): void {
    if (message.type === 'challenge') hello(message).catch(end);
    else if (message.type === 'welcome') {
      opened.resolve({ assessment: message.assessment, report, close: () => socket.close(1000) });
    } else if (message.type === 'ack' && waiting?.number === message.reportNumber && message.assessment) {
      waiting.ack.resolve(message.assessment);
      waiting = null;
    } else if (message.type === 'refusal') end(new Error(`refused: ${message.message} [${message.code}]`));
  }

  socket.on('message', (data: Buffer) => {
    try {
      const message = decodeCollectorFrame(data);
      if (message) take(message);
    } catch (error) {
      end(error as Error);
    }
  });
  socket.on('error', end);
  socket.on('close', (code) => end(new Error(`the connection was closed with code ${code}`)));
  return opened.promise;
}

function connect({ host, port, name }: OwnDoor, trust: ConnectionOptions): WebSocket {
  const address = host.includes(':') ? `[${host}]` : host;
  // The library hands the TLS options on, though its types don't say so of all of them.
  const options: Omit<ClientOptions, 'checkServerIdentity'> & ConnectionOptions = {
    ...trust,
    perMessageDeflate: false,
    maxPayload: LIMITS.maxFrameBytes,
    handshakeTimeout: LIMITS.handshakeTimeoutMs,
    ...(/^[\d.]+$|:/.test(name) ? {} : { servername: name }),
    checkServerIdentity: (_: string, certificate: PeerCertificate) => checkServerIdentity(name, certificate),
  };
  return new WebSocket(
    `wss://${address}:${port}${AGENT_PATH}`,
    SUBPROTOCOL,
    options as unknown as ClientOptions,
  );
}
