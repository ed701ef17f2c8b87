import {
  AssayError,
  type CollectorMessage,
  type DeviceAssessment,
  ERRORS,
  encodeHello,
  type LastReport,
  LIMITS,
  signEnvelope,
  VERSION,
} from '@assay/shared';
import type { Reporter } from '../evidence/reporter.ts';
import type { Journal } from '../journal.ts';
import type { DeviceKeys } from '../key/device-keys.ts';
import type { Identity } from '../state/agent-state.ts';
import { type Connection, connect, type Ending } from './connection.ts';
import { deliverHistory, isFaultOfHistory } from './history.ts';
import { signRotation } from './rotation.ts';

export interface SessionOptions {
  identity: Identity;
  /** On the way to the collector; null: there is none. */
  proxy: URL | null;
  keys: DeviceKeys;
  bootId: string;
  now(): number;
  reporter: Reporter;
  journal: Journal;
  /** The collector has reports up to this number. */
  onOpen(lastReportNumber: number): void;
  onAck(reportNumber: number, assessment: DeviceAssessment): void;
  onRecheck(): void;
  /** A report of what is observed at this moment is about to be made. */
  onReport(): void;
  onSent?(reportNumber: number): void;
}

/** An open or opening session. */
export interface Session {
  /** The signals changed: report them as soon as the collector is ready for it. */
  changed(): void;
  /** The collector has let the device in: whatever changes from now on is this session's to report. */
  readonly welcomed: boolean;
  close(): void;
  ended: Promise<Ending | null>;
}

/**
 * One connection's life: answers the challenge, delivers what the journal holds, reports in full, then at every
 * change; says `Unchanged` in between and signs a full report anew before the last one grows old.
 */
export function openSession(options: SessionOptions): Session {
  const { identity, keys, reporter, journal } = options;
  const { signer } = keys;
  let nonce: Uint8Array | null = null;
  let welcomed = false;
  let open = false;
  let unacked = 0;
  let dirty = false;
  let queued = false;
  let rotating = false;
  let last: LastReport | null = null;
  let timers: NodeJS.Timeout[] = [];
  let sending: Promise<void> = Promise.resolve();

  async function hello(challenge: CollectorMessage & { type: 'challenge' }): Promise<void> {
    if (challenge.collectorId !== identity.collectorId) {
      // Whoever this is, an answer to its challenge must not be usable anywhere else.
      throw new AssayError(
        'challenge_mismatch',
        'this collector is not the one that the device enrolled with',
      );
    }
    nonce = challenge.nonce;
    const payload = encodeHello({
      deviceId: identity.deviceId,
      nonce,
      collectorId: challenge.collectorId,
      agentVersion: VERSION,
      bootId: options.bootId,
      lastReport: reporter.last,
      trial: false,
    });
    connection.send({ type: 'hello', envelope: await signEnvelope('hello', payload, signer) });
  }

  function welcome({
    lastReportNumber,
    reportIntervalS,
    fullReportIntervalS,
  }: CollectorMessage & { type: 'welcome' }) {
    welcomed = true;
    keys.accepted(signer.publicKey.keyId);
    timers = [
      setInterval(unchanged, reportIntervalS * 1000),
      setInterval(options.onRecheck, fullReportIntervalS * 1000),
    ];
    options.onOpen(lastReportNumber);
    // What was begun while offline belongs to the history.
    reporter.idle().then(history.start);
  }

  function historyDelivered(): void {
    open = true;
    report();
    // Begun before, and the collector doesn't know of it.
    if (keys.next) rotate();
  }

  function rotate(): void {
    if (!open || rotating) return;
    rotating = true;
    sending = sending.then(sendRotation).catch(fail);
  }

  async function sendRotation(): Promise<void> {
    await reporter.idle();
    if (!nonce) return;
    const { deviceId, collectorId } = identity;
    connection.send({ type: 'rotate', envelope: await signRotation(keys, { deviceId, nonce, collectorId }) });
  }

  function rotated(keyId: Uint8Array): void {
    keys.accepted(keyId);
    rotating = false;
    if (dirty) report();
  }

  function report(): void {
    if (!open || queued) return;
    if (rotating || unacked >= LIMITS.maxUnackedReports) {
      dirty = true;
      return;
    }
    dirty = false;
    queued = true;
    unacked++;
    sending = sending.then(sendReport).catch(fail);
  }

  async function sendReport(): Promise<void> {
    await reporter.idle();
    queued = false;
    if (!nonce) return;
    options.onReport();
    const { number, digest, envelope } = await reporter.make(nonce);
    connection.send({ type: 'report', envelope });
    last = { number, digest };
    options.onSent?.(number);
  }

  function unchanged(): void {
    if (last && unacked === 0)
      connection.send({ type: 'unchanged', reportNumber: last.number, digest: last.digest });
  }

  function acknowledged({ reportNumber, assessment }: CollectorMessage & { type: 'ack' }): void {
    if (!assessment) return;
    unacked = Math.max(0, unacked - 1);
    journal.acknowledged(reportNumber);
    options.onAck(reportNumber, assessment);
    if (dirty) report();
  }

  const fail = (error: unknown) => {
    const retry = error instanceof AssayError && ERRORS[error.code].retry;
    failure = { error: error as AssayError, retry, retryAfterMs: 0 };
    connection.close();
  };
  let failure: Ending | null = null;

  const endpoint = { url: identity.collectorUrl, caPem: identity.caPem, proxy: options.proxy };
  const connection: Connection = connect(endpoint, (message) => {
    if (message.type === 'challenge' && !nonce) hello(message).catch(fail);
    else if (message.type === 'welcome' && nonce && !open) welcome(message);
    else if (message.type === 'ack') acknowledged(message);
    else if (message.type === 'history_ack') history.acknowledged(message.reportNumber);
    else if (message.type === 'rotated') rotated(message.keyId);
    else if (message.type === 'command' && message.command === 'rotate_key') rotate();
    else if (message.type === 'command') options.onRecheck();
  });

  const history = deliverHistory({
    journal,
    now: options.now,
    send: connection.send,
    onDelivered: historyDelivered,
  });

  const ended = connection.ended.then((ending) => {
    welcomed = false;
    open = false;
    for (const timer of timers) clearInterval(timer);
    const refused = history.stop();
    if (refused === null || !ending || !isFaultOfHistory(ending.error)) return failure ?? ending;
    // Delivered again it would be refused again: the rest, and what is observed now, must not wait for it.
    journal.refused(refused);
    return { ...ending, retry: true };
  });
  return {
    changed: report,
    get welcomed() {
      return welcomed;
    },
    close: connection.close,
    ended,
  };
}
