import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { ClientRequest } from 'node:http';
import { createSecureContext, type SecureContext, type TLSSocket } from 'node:tls';
import {
  AGENT_PATH,
  type CollectorMessage,
  decodeCollectorFrame,
  encodeAgentFrame,
  encodeHello,
  SUBPROTOCOL,
  type Tier,
  toPublicKey,
} from '@assay/shared';
import WebSocket, { type ClientOptions } from 'ws';
import { type PayloadKind, preAuthEncode } from '../../shared/src/envelope/pae.ts';
import type { Door } from '../helpers/raw-connection.ts';
import type { SimulatedDevice } from './device.ts';
import { deriveKey } from './device-key.ts';
import type { Ailment } from './posture/ailments.ts';
import { signalsOf } from './posture/signals.ts';
import { createReportTemplate, type ReportTemplate } from './report-template.ts';

/** How a session or an attempt ended. `retryAfterS` is the collector's wish; 0: none was said. */
export interface Ending {
  code: number;
  refusal: string | null;
  retryAfterS: number;
  retry: boolean;
  /** Whether it was ever welcomed. */
  wasOpen: boolean;
}

/** What an agent tells whoever watches it. Times are `performance.now()`. */
export interface AgentWatcher {
  onWelcome(agent: SimulatedAgent, lastReportNumber: number): void;
  /** A report or an Unchanged was acknowledged, `ms` after it was due. */
  onAck(agent: SimulatedAgent, ms: number, kind: 'report' | 'unchanged'): void;
  onEnd(agent: SimulatedAgent, ending: Ending): void;
}

/** How an agent connects; clones and slow readers differ here from an honest one. */
export interface ConnectOptions {
  door: Door;
  bootId?: string;
  /** Offers the TLS session of the connection before. */
  resume?: boolean;
  /** Only TLS and WebSocket, and not a word: what a bare server is measured with. */
  bare?: boolean;
}

/**
 * One device of the fleet with its agent: real TLS, a real key, real signatures, and only as much state as ten thousand
 * of them can have in one process.
 */
export interface SimulatedAgent {
  readonly device: SimulatedDevice;
  readonly isOpen: boolean;
  /** Messages sent in this session and not answered yet. */
  readonly unanswered: number;
  /** When something was last sent. */
  readonly lastSentAt: number;
  /** Number of the newest report that was acknowledged; 0: none. */
  readonly acknowledged: number;
  /** Of the last acknowledged report: what the collector thinks. */
  readonly tier: Tier | null;
  /** SHA-256 of the last signed report, and its number. */
  readonly lastReport: { number: number; digest: Buffer } | null;
  /** What its devices's posture is now. */
  readonly ailments: ReadonlySet<Ailment>;
  readonly isResumed: boolean;
  /** Opens a connection; how it went is told to the watcher. */
  connect(options: ConnectOptions): void;
  /** Signs and sends a report with every signal observed now. */
  report(dueAt?: number): void;
  /** Signs reports in advance, to be sent by `report` later in this session; `before` each something may change. */
  signAhead(count: number, before?: () => void): void;
  /** Says that nothing changed; without a report before, does nothing. */
  unchanged(dueAt?: number): void;
  /** Something breaks, or is mended. */
  toggle(ailment: Ailment): void;
  /** Sends bytes that no honest agent would. */
  sendRaw(bytes: Uint8Array): void;
  /** Stops or starts to read what the collector sends. */
  setReading(reads: boolean): void;
  /** Vanishes without a word, as a laptop whose lid is closed. */
  drop(): void;
  close(): void;
}

const contexts = new Map<string, SecureContext>();

/** One for all connections to a collector: making it costs as much as several handshakes. */
function trusting(ca: string): SecureContext {
  const context = contexts.get(ca) ?? createSecureContext({ ca });
  contexts.set(ca, context);
  return context;
}

interface Signed {
  number: number;
  digest: Buffer;
  frame: Uint8Array;
}

export function createSimulatedAgent(
  device: SimulatedDevice,
  seed: number,
  watcher: AgentWatcher,
): SimulatedAgent {
  let key: { private: KeyObject; id: Buffer } | null = null;
  let ailments = device.ailments;
  const templates = new Map<string, ReportTemplate>();
  let socket: WebSocket | null = null;
  let bootId = `boot-${device.index}`;
  let challenge: { nonce: Uint8Array; collectorId: string } | null = null;
  let isOpen = false;
  let number = 0;
  let acknowledged = 0;
  let tier: Tier | null = null;
  let lastReport: { number: number; digest: Buffer } | null = null;
  let lastSentAt = 0;
  let signedAhead: Signed[] = [];
  let tlsSession: Buffer | undefined;
  let isResumed = false;
  /** What is sent and not answered, in order. */
  let pending: { dueAt: number; kind: 'report' | 'unchanged' }[] = [];

  const keyOf = () => {
    if (key) return key;
    const secret = deriveKey(seed, device.index);
    key = { private: secret, id: toPublicKey(createPublicKey(secret)).keyId };
    return key;
  };

  function envelope(kind: PayloadKind, payload: Uint8Array) {
    const { private: secret, id } = keyOf();
    const signature = sign('sha256', preAuthEncode(kind, payload), {
      key: secret,
      dsaEncoding: 'ieee-p1363',
    });
    return { payload, keyId: id, signature };
  }

  function template(): ReportTemplate {
    const name = [...ailments].sort().join();
    let known = templates.get(name);
    if (!known) {
      // A device that has had many ailments forgets: templates are most of an agent's memory.
      if (templates.size > 3) templates.clear();
      known = createReportTemplate(signalsOf(device, ailments, 0));
      templates.set(name, known);
    }
    return known;
  }

  function signReport(): Signed {
    const now = Date.now();
    const nonce = challenge?.nonce ?? new Uint8Array();
    number += 1;
    const payload = template().encode({ deviceId: device.id, number, nonce, bootId, createdAt: now }, now);
    return {
      number,
      digest: createHash('sha256').update(payload).digest(),
      frame: encodeAgentFrame({ type: 'report', envelope: envelope('report', payload) }),
    };
  }

  function hello(): Uint8Array {
    if (!challenge) throw new Error('expected a challenge first');
    const fields = {
      deviceId: device.id,
      ...challenge,
      agentVersion: '0.1.0',
      bootId,
      lastReport,
      trial: false,
    };
    return encodeAgentFrame({ type: 'hello', envelope: envelope('hello', encodeHello(fields)) });
  }

  function send(frame: Uint8Array, kind: 'report' | 'unchanged', dueAt: number): void {
    if (!socket || !isOpen) return;
    pending.push({ dueAt, kind });
    lastSentAt = performance.now();
    socket.send(frame);
  }

  function take(message: CollectorMessage, ending: Ending): void {
    if (message.type === 'challenge') {
      challenge = { nonce: message.nonce, collectorId: message.collectorId };
      socket?.send(hello());
    } else if (message.type === 'welcome') {
      isOpen = true;
      ending.wasOpen = true;
      number = Math.max(number, message.lastReportNumber);
      watcher.onWelcome(agent, message.lastReportNumber);
    } else if (message.type === 'ack') {
      const answered = pending.shift();
      acknowledged = message.reportNumber;
      if (message.assessment) tier = message.assessment.tier;
      if (answered) watcher.onAck(agent, performance.now() - answered.dueAt, answered.kind);
    } else if (message.type === 'refusal') {
      ending.refusal = message.code;
      ending.retryAfterS = message.retryAfterS;
      ending.retry = message.retry;
    }
  }

  function connect({ door, bootId: otherBoot, resume = false, bare = false }: ConnectOptions): void {
    const address = new URL(AGENT_PATH, door.url);
    address.protocol = 'wss:';
    if (otherBoot) bootId = otherBoot;
    // The library hands these on to TLS, though its types don't say so.
    const options: ClientOptions & { secureContext: SecureContext; session?: Buffer } = {
      secureContext: trusting(door.ca),
      perMessageDeflate: false,
      ...(door.localAddress && { localAddress: door.localAddress }),
      ...(resume && { finishRequest: keepTlsSession, ...(tlsSession && { session: tlsSession }) }),
    };
    const opening = new WebSocket(address, SUBPROTOCOL, options);
    const ending: Ending = { code: 0, refusal: null, retryAfterS: 0, retry: true, wasOpen: false };
    socket = opening;
    pending = [];
    signedAhead = [];
    opening.on('error', () => {});
    if (bare)
      opening.on('open', () => {
        isOpen = true;
        ending.wasOpen = true;
        watcher.onWelcome(agent, 0);
      });
    else
      opening.on('message', (data: Buffer) => {
        const message = decodeCollectorFrame(data);
        if (message && socket === opening) take(message, ending);
      });
    opening.on('close', (code) => {
      if (socket !== opening) return;
      socket = null;
      isOpen = false;
      pending = [];
      watcher.onEnd(agent, { ...ending, code });
    });
  }

  /** The server's tickets come before its answer to the upgrade. */
  function keepTlsSession(request: ClientRequest): void {
    request.on('socket', (plain) => {
      const tls = plain as TLSSocket;
      tls.on('session', (session) => (tlsSession = session));
      tls.on('secureConnect', () => (isResumed = tls.isSessionReused()));
    });
    request.end();
  }

  const agent: SimulatedAgent = {
    device,
    get isOpen() {
      return isOpen;
    },
    get unanswered() {
      return pending.length;
    },
    get lastSentAt() {
      return lastSentAt;
    },
    get acknowledged() {
      return acknowledged;
    },
    get tier() {
      return tier;
    },
    get lastReport() {
      return lastReport;
    },
    get ailments() {
      return ailments;
    },
    get isResumed() {
      return isResumed;
    },
    connect,
    report(dueAt = performance.now()) {
      if (!isOpen) return;
      const { number: own, digest, frame } = signedAhead.shift() ?? signReport();
      lastReport = { number: own, digest };
      send(frame, 'report', dueAt);
    },
    signAhead(count, before = () => {}) {
      while (isOpen && signedAhead.length < count) {
        before();
        signedAhead.push(signReport());
      }
    },
    unchanged(dueAt = performance.now()) {
      if (!lastReport) return;
      const { number: reportNumber, digest } = lastReport;
      send(encodeAgentFrame({ type: 'unchanged', reportNumber, digest }), 'unchanged', dueAt);
    },
    toggle(ailment) {
      const next = new Set(ailments);
      if (!next.delete(ailment)) next.add(ailment);
      ailments = next;
    },
    sendRaw: (bytes) => socket?.send(bytes),
    setReading: (reads) => (reads ? socket?.resume() : socket?.pause()),
    drop: () => socket?.terminate(),
    close: () => socket?.close(1000),
  };
  return agent;
}
