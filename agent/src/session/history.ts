import { type AgentMessage, type AssayError, type ErrorCode, LIMITS } from '@assay/shared';
import type { Journal } from '../journal.ts';

/** Brings the journal's reports to the collector, one frame after the other, before the session's first report. */
export interface HistoryDelivery {
  start(): void;
  acknowledged(reportNumber: number): void;
  /** Ends it. Gives out the last report of the frame that is not acknowledged; null: there is none. */
  stop(): number | null;
}

export interface HistoryServices {
  journal: Journal;
  now(): number;
  send(message: AgentMessage): void;
  onDelivered(): void;
}

// The collector takes a burst of ten seconds' messages; the first report needs its place in it too.
const FRAMES_AT_ONCE = LIMITS.maxMessagesPerSecond * 5;
const PACE_MS = (1000 / LIMITS.maxMessagesPerSecond) * 1.25;

export function deliverHistory({ journal, now, send, onDelivered }: HistoryServices): HistoryDelivery {
  let inFlight: number | null = null;
  let frames = 0;
  let pause: NodeJS.Timeout | undefined;

  function next(): void {
    const reports = journal.batch();
    const last = reports.at(-1);
    if (!last) {
      onDelivered();
      return;
    }
    inFlight = last.number;
    frames++;
    send({ type: 'history', reports: reports.map(({ envelope }) => envelope), agentTime: now() });
  }

  return {
    start: next,
    acknowledged(reportNumber) {
      if (inFlight === null || reportNumber < inFlight) return;
      inFlight = null;
      journal.acknowledged(reportNumber);
      if (frames < FRAMES_AT_ONCE) next();
      else pause = setTimeout(next, PACE_MS);
    },
    stop() {
      clearTimeout(pause);
      return inFlight;
    },
  };
}

const FAULTS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'frame_malformed',
  'frame_unexpected',
  'frame_too_large',
  'signature_invalid',
  'challenge_mismatch',
  'report_mismatch',
  'report_number_repeated',
]);

/** Whether a refusal that came while history was under way is about the reports in it. */
export const isFaultOfHistory = ({ code }: AssayError): boolean => FAULTS.has(code);
