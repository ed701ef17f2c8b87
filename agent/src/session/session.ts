import { createHash } from 'node:crypto';
import {
  AssayError,
  type CollectorMessage,
  type DeviceAssessment,
  encodeHello,
  encodeReport,
  LIMITS,
  type Signals,
  type Signer,
  signEnvelope,
  VERSION,
} from '@assay/shared';
import type { Identity } from '../state/agent-state.ts';
import { type Connection, connect, type Ending } from './connection.ts';

export interface SessionOptions {
  identity: Identity;
  signer: Signer;
  bootId: string;
  now(): number;
  /** What is observed at this moment. */
  signals(): Signals;
  onOpen(): void;
  onAck(reportNumber: number, assessment: DeviceAssessment): void;
  onRecheck(): void;
  onSent?(reportNumber: number): void;
}

/** An open or opening session. */
export interface Session {
  /** The signals changed: report them as soon as the collector is ready for it. */
  changed(): void;
  close(): void;
  ended: Promise<Ending | null>;
}

/**
 * One connection's life: answers the challenge, reports in full, then at every change; says `Unchanged` in between
 * and signs a full report anew before the last one grows old.
 */
export function openSession(options: SessionOptions): Session {
  const { identity, signer } = options;
  let nonce: Uint8Array | null = null;
  let open = false;
  let number = 0;
  let unacked = 0;
  let dirty = false;
  let queued = false;
  let last: { number: number; digest: Uint8Array } | null = null;
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
    });
    connection.send({ type: 'hello', envelope: await signEnvelope('hello', payload, signer) });
  }

  function welcome({
    lastReportNumber,
    reportIntervalS,
    fullReportIntervalS,
  }: CollectorMessage & { type: 'welcome' }) {
    open = true;
    number = lastReportNumber;
    timers = [
      setInterval(unchanged, reportIntervalS * 1000),
      setInterval(options.onRecheck, fullReportIntervalS * 1000),
    ];
    options.onOpen();
    report();
  }

  function report(): void {
    if (!open || queued) return;
    if (unacked >= LIMITS.maxUnackedReports) {
      dirty = true;
      return;
    }
    dirty = false;
    queued = true;
    unacked++;
    // Signing takes its time where hardware does it: one after the other keeps the numbers in order.
    sending = sending.then(sendReport).catch(fail);
  }

  async function sendReport(): Promise<void> {
    queued = false;
    if (!nonce) return;
    number++;
    const current = { number, digest: new Uint8Array() };
    const payload = encodeReport({
      deviceId: identity.deviceId,
      number,
      nonce,
      bootId: options.bootId,
      createdAt: options.now(),
      signals: options.signals(),
    });
    current.digest = createHash('sha256').update(payload).digest();
    connection.send({ type: 'report', envelope: await signEnvelope('report', payload, signer) });
    last = current;
    options.onSent?.(current.number);
  }

  function unchanged(): void {
    if (last && unacked === 0)
      connection.send({ type: 'unchanged', reportNumber: last.number, digest: last.digest });
  }

  function acknowledged({ reportNumber, assessment }: CollectorMessage & { type: 'ack' }): void {
    if (!assessment) return;
    unacked = Math.max(0, unacked - 1);
    options.onAck(reportNumber, assessment);
    if (dirty) report();
  }

  const fail = (error: unknown) => {
    failure = { error: error as AssayError, retry: false, retryAfterMs: 0 };
    connection.close();
  };
  let failure: Ending | null = null;

  const connection: Connection = connect({ url: identity.collectorUrl, caPem: identity.caPem }, (message) => {
    if (message.type === 'challenge' && !nonce) hello(message).catch(fail);
    else if (message.type === 'welcome' && nonce && !open) welcome(message);
    else if (message.type === 'ack') acknowledged(message);
    else if (message.type === 'command') options.onRecheck();
  });

  const ended = connection.ended.then((ending) => {
    open = false;
    for (const timer of timers) clearInterval(timer);
    return failure ?? ending;
  });
  return { changed: report, close: connection.close, ended };
}
