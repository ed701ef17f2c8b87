import type { ClientRequest } from 'node:http';
import { createSecureContext, type SecureContext, type TLSSocket } from 'node:tls';
import {
  AGENT_PATH,
  type CollectorMessage,
  decodeCollectorFrame,
  encodeAgentFrame,
  type LastReport,
  LIMITS,
  SUBPROTOCOL,
  type Tier,
} from '@assay/shared';
import WebSocket, { type ClientOptions } from 'ws';
import type { Door } from '../helpers/raw-connection.ts';
import type { SimulatedDevice } from './device.ts';
import { createEvidenceMaker, type SignedReport } from './evidence.ts';
import type { Ailment } from './posture/ailments.ts';

/** How a session or an attempt ended. `retryAfterS` is the collector's wish; 0: none was said. */
export interface Ending {
  code: number;
  refusal: string | null;
  retryAfterS: number;
  /** Whether it was ever welcomed. */
  wasOpen: boolean;
}

type Kind = 'report' | 'unchanged' | 'history';

/** What an agent tells whoever watches it. */
export interface AgentWatcher {
  onWelcome(agent: SimulatedAgent, lastReportNumber: number): void;
  /** A message was acknowledged, `ms` after it was due. */
  onAck(agent: SimulatedAgent, ms: number, kind: Kind): void;
  onEnd(agent: SimulatedAgent, ending: Ending): void;
}

export interface ConnectOptions {
  door: Door;
  /** Another boot of the device: a clone, or a restart. */
  bootId?: string;
  /** Offers the TLS session of a connection before. */
  resume?: boolean;
  /** Only TLS and WebSocket, and not a word: what a bare server is measured with. */
  bare?: boolean;
}

/**
 * One device of the fleet with its agent: real TLS, a real key, real signatures, and only as much state as ten thousand
 * of them can have in one process. Times are `performance.now()`.
 */
export interface SimulatedAgent {
  readonly device: SimulatedDevice;
  readonly isOpen: boolean;
  /** Messages sent in this session and not answered yet. */
  readonly unanswered: number;
  readonly lastSentAt: number;
  /** Number of the newest report that was acknowledged; 0: none. */
  readonly acknowledged: number;
  /** What the collector said last, and whether that was on the posture of now. */
  readonly verdict: { tier: Tier; isOfNow: boolean } | null;
  readonly lastReport: LastReport | null;
  readonly ailments: ReadonlySet<Ailment>;
  readonly isResumed: boolean;
  /** Reports made while offline and not handed in yet. */
  readonly journalled: number;
  /** Opens a connection; how it went is told to the watcher. */
  connect(options: ConnectOptions): void;
  /** Signs and sends a report with every signal observed now. Without a session it goes into the journal. */
  report(dueAt?: number): void;
  /** Signs reports in advance, to be sent by `report` later in this session; `before` each something may change. */
  signAhead(count: number, before?: () => void): void;
  /** Throws away what was signed in advance. @returns how many that was */
  forgetSigned(): number;
  /** Says that nothing changed. */
  unchanged(dueAt?: number): void;
  /** Whether a report is due after a welcome: the last one was not acknowledged as evidence, or says something else. */
  readonly hasNews: boolean;
  toggle(ailment: Ailment): void;
  /** Sends what no honest agent would. */
  sendRaw(data: Uint8Array | string): void;
  /** Stops or starts to read what the collector sends. */
  setReading(reads: boolean): void;
  /** Vanishes without a word, as a laptop whose lid is closed. */
  drop(): void;
  close(): void;
}

/** What a report was made of, and when. */
interface Made {
  on: ReadonlySet<Ailment>;
  bootId: string;
  isHistory: boolean;
}

/** Around a payload: key id, signature, tags and lengths. */
const ENVELOPE_BYTES = 120;

const contexts = new Map<string, SecureContext>();

/** One for all connections to a collector: making it costs as much as several handshakes. */
function trusting(ca: string): SecureContext {
  const context = contexts.get(ca) ?? createSecureContext({ ca });
  contexts.set(ca, context);
  return context;
}

/** As many reports as one frame takes, with room for what is around them. */
function firstOf(journal: readonly SignedReport[]): readonly SignedReport[] {
  let bytes = 0;
  const end = journal.findIndex(({ envelope }, i) => {
    bytes += envelope.payload.length + ENVELOPE_BYTES;
    return bytes > LIMITS.maxFrameBytes || i === LIMITS.maxHistoryReports;
  });
  return end < 0 ? journal : journal.slice(0, end);
}

export function createSimulatedAgent(
  device: SimulatedDevice,
  seed: number,
  watcher: AgentWatcher,
): SimulatedAgent {
  const evidence = createEvidenceMaker(device, seed);
  let socket: WebSocket | null = null;
  let bootId = `boot-${device.index}`;
  let challenge: { nonce: Uint8Array; collectorId: string } | null = null;
  let isOpen = false;
  let acknowledged = 0;
  let verdict: { tier: Tier; on: ReadonlySet<Ailment> } | null = null;
  let lastReport: (LastReport & Made) | null = null;
  let lastSentAt = 0;
  let signedAhead: SignedReport[] = [];
  let journal: SignedReport[] = [];
  let tlsSession: Buffer | undefined;
  let isResumed = false;
  /** What is sent and not answered, in order. */
  let pending: { dueAt: number; kind: Kind; on: ReadonlySet<Ailment> }[] = [];

  function send(frame: Uint8Array, kind: Kind, dueAt: number): void {
    if (!socket || !isOpen) return;
    pending.push({ dueAt, kind, on: evidence.ailments });
    lastSentAt = performance.now();
    socket.send(frame);
  }

  /** What was made while offline comes first; the rest of it after the first part is acknowledged. */
  function sendJournal(): void {
    const reports = firstOf(journal).map(({ envelope }) => envelope);
    if (reports.length === 0) return;
    send(encodeAgentFrame({ type: 'history', reports, agentTime: Date.now() }), 'history', performance.now());
  }

  function take(message: CollectorMessage, ending: Ending): void {
    if (message.type === 'challenge') {
      challenge = { nonce: message.nonce, collectorId: message.collectorId };
      const envelope = evidence.signHello({ ...challenge, bootId, lastReport });
      socket?.send(encodeAgentFrame({ type: 'hello', envelope }));
    } else if (message.type === 'welcome') {
      isOpen = true;
      ending.wasOpen = true;
      evidence.continueFrom(message.lastReportNumber);
      sendJournal();
      watcher.onWelcome(agent, message.lastReportNumber);
    } else if (message.type === 'ack' || message.type === 'history_ack') {
      takeAck(message.reportNumber, message.type === 'ack' ? (message.assessment?.tier ?? null) : null);
    } else if (message.type === 'refusal') {
      ending.refusal = message.code;
      ending.retryAfterS = message.retryAfterS;
    }
  }

  function takeAck(number: number, tier: Tier | null): void {
    const answered = pending.shift();
    acknowledged = Math.max(acknowledged, number);
    if (!answered) return;
    if (tier) verdict = { tier, on: answered.on };
    if (answered.kind === 'history') {
      journal = journal.filter((report) => report.number > number);
      sendJournal();
    }
    watcher.onAck(agent, performance.now() - answered.dueAt, answered.kind);
  }

  function connect({ door, bootId: otherBoot, resume = false, bare = false }: ConnectOptions): void {
    const address = new URL(AGENT_PATH, door.url);
    address.protocol = 'wss:';
    if (otherBoot) bootId = otherBoot;
    // The library hands the TLS options on, though its types don't say so.
    const options: ClientOptions & { secureContext: SecureContext; session?: Buffer } = {
      secureContext: trusting(door.ca),
      perMessageDeflate: false,
      ...(door.localAddress && { localAddress: door.localAddress }),
      ...(resume && { finishRequest: keepTlsSession, ...(tlsSession && { session: tlsSession }) }),
    };
    const opening = new WebSocket(address, SUBPROTOCOL, options);
    const ending: Ending = { code: 0, refusal: null, retryAfterS: 0, wasOpen: false };
    socket = opening;
    pending = [];
    signedAhead = [];
    opening.on('error', () => {});
    if (bare) {
      opening.on('open', () => {
        isOpen = true;
        ending.wasOpen = true;
        watcher.onWelcome(agent, 0);
      });
    } else {
      opening.on('message', (data: Buffer) => {
        const message = decodeCollectorFrame(data);
        if (message && socket === opening) take(message, ending);
      });
    }
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

  const signNow = () => evidence.signReport({ nonce: challenge?.nonce ?? new Uint8Array(), bootId });

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
    get verdict() {
      return verdict && { tier: verdict.tier, isOfNow: verdict.on === evidence.ailments };
    },
    get lastReport() {
      return lastReport;
    },
    get ailments() {
      return evidence.ailments;
    },
    get isResumed() {
      return isResumed;
    },
    get journalled() {
      return journal.length;
    },
    connect,
    report(dueAt = performance.now()) {
      const signed = isOpen
        ? (signedAhead.shift() ?? signNow())
        : evidence.signReport({ nonce: new Uint8Array(), bootId });
      const { number, digest } = signed;
      lastReport = { number, digest, on: evidence.ailments, bootId, isHistory: !isOpen };
      if (isOpen) send(encodeAgentFrame({ type: 'report', envelope: signed.envelope }), 'report', dueAt);
      else journal.push(signed);
    },
    signAhead(count, before = () => {}) {
      while (isOpen && signedAhead.length < count) {
        before();
        signedAhead.push(signNow());
      }
    },
    forgetSigned() {
      const { length } = signedAhead;
      signedAhead = [];
      return length;
    },
    unchanged(dueAt = performance.now()) {
      if (!lastReport) return;
      const { number: reportNumber, digest } = lastReport;
      send(encodeAgentFrame({ type: 'unchanged', reportNumber, digest }), 'unchanged', dueAt);
    },
    get hasNews() {
      if (!lastReport || lastReport.isHistory || lastReport.number !== acknowledged) return true;
      return lastReport.on !== evidence.ailments || lastReport.bootId !== bootId;
    },
    toggle: evidence.toggle,
    sendRaw: (data) => socket?.send(data),
    setReading: (reads) => (reads ? socket?.resume() : socket?.pause()),
    drop: () => socket?.terminate(),
    close: () => socket?.close(1000),
  };
  return agent;
}
