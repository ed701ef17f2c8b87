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
import type { StandingReport } from '../evidence/standing-report.ts';
import type { Journal } from '../journal.ts';
import type { DeviceKeys } from '../key/device-keys.ts';
import type { Identity } from '../state/agent-state.ts';
import { type Connection, connect, type Ending } from './connection.ts';
import { deliverHistory, isFaultOfHistory } from './history.ts';
import { signRotation } from './rotation.ts';

type Welcome = CollectorMessage & { type: 'welcome' };

export interface SessionOptions {
  identity: Identity;
  /** On the way to the collector; null: there is none. */
  proxy: URL | null;
  keys: DeviceKeys;
  bootId: string;
  now(): number;
  reporter: Reporter;
  standing: StandingReport;
  journal: Journal;
  /** The collector has reports up to this number. */
  onOpen(lastReportNumber: number): void;
  onAck(reportNumber: number, assessment: DeviceAssessment): void;
  /** A full report is due. */
  onDue(): void;
  /** The collector asks how everything is now. */
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
 * One connection's life: answers the challenge, delivers what the journal holds, reports in full unless the last report
 * still stands, then at every change; says `Unchanged` in between and signs a full report anew before the last one grows
 * old.
 */
export function openSession(options: SessionOptions): Session {
  const { identity, keys, reporter, standing, journal } = options;
  const { signer } = keys;
  let nonce: Uint8Array | null = null;
  let welcome: Welcome | null = null;
  let open = false;
  let unacked = 0;
  let dirty = false;
  let queued = false;
  let rotating = false;
  /** Asked for amid history. */
  let toRotate = false;
  let last: LastReport | null = null;
  /** By the Welcome, what came of a report that still stands. */
  let untold: DeviceAssessment | null = null;
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

  function onWelcome(message: Welcome): void {
    welcome = message;
    keys.accepted(signer.publicKey.keyId);
    options.onOpen(message.lastReportNumber);
    // What was begun while offline belongs to the history.
    reporter.idle().then(() => history.start());
  }

  function historyDelivered(): void {
    if (!welcome) return;
    const { lastReportNumber, reportIntervalS, fullReportIntervalS } = welcome;
    const stands = standing.at(lastReportNumber, fullReportIntervalS * 1000);
    timers = [setInterval(unchanged, reportIntervalS * 1000)];
    inFull(stands?.leftMs ?? fullReportIntervalS * 1000, fullReportIntervalS * 1000);
    open = true;
    if (stands) comeBack(stands.report, welcome.assessment);
    else report();
    // Begun before, and the collector doesn't know of it.
    if (keys.next || toRotate) rotate();
  }

  function comeBack(report: LastReport, assessment: DeviceAssessment | null): void {
    last = report;
    untold = assessment;
    unchanged();
  }

  /** Reports in full after so long, and at each interval from then on. */
  function inFull(afterMs: number, everyMs: number): void {
    timers[1] = setTimeout(() => {
      options.onDue();
      inFull(everyMs, everyMs);
    }, afterMs);
  }

  function rotate(): void {
    toRotate = !open;
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
    standing.sent(last);
    options.onSent?.(number);
  }

  function unchanged(): void {
    if (last && unacked === 0)
      connection.send({ type: 'unchanged', reportNumber: last.number, digest: last.digest });
  }

  function acknowledged({ reportNumber, assessment }: CollectorMessage & { type: 'ack' }): void {
    const word = assessment ?? untold;
    untold = null;
    if (assessment) reportTaken(reportNumber);
    if (word) options.onAck(reportNumber, word);
  }

  function reportTaken(reportNumber: number): void {
    unacked = Math.max(0, unacked - 1);
    journal.acknowledged(reportNumber);
    standing.acknowledged(reportNumber);
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
    else if (message.type === 'welcome' && nonce && !welcome) onWelcome(message);
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
    welcome = null;
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
      return welcome !== null;
    },
    close: connection.close,
    ended,
  };
}
