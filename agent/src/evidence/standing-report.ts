import type { Clock, LastReport } from '@assay/shared';

/**
 * The last report that the collector took as evidence, for as long as it says what is observed. Whoever comes back with one
 * says so, and signs nothing. Kept by this process alone: after a restart everything is observed anew.
 */
export interface StandingReport {
  /** It was signed within a session and goes to the collector. */
  sent(report: LastReport): void;
  acknowledged(reportNumber: number): void;
  /** What is observed differs from it, or may, or the collector does not have it. */
  fall(): void;
  /**
   * @param stored greatest number that the collector has
   * @param maxAgeMs when a report has to be followed by another
   * @returns null: none stands
   */
  at(stored: number, maxAgeMs: number): { report: LastReport; leftMs: number } | null;
}

/** @param monotonicMs stands still while a laptop sleeps, which the clock does not; the clock may be set back */
export function createStandingReport(clock: Clock, monotonicMs: () => number): StandingReport {
  const times = () => [clock.now(), monotonicMs()] as const;
  let newest: { report: LastReport; sentAt: ReturnType<typeof times>; isAcknowledged: boolean } | null = null;

  return {
    sent(report) {
      newest = { report, sentAt: times(), isAcknowledged: false };
    },
    acknowledged(reportNumber) {
      if (newest?.report.number === reportNumber) newest.isAcknowledged = true;
    },
    fall() {
      newest = null;
    },
    at(stored, maxAgeMs) {
      if (!newest?.isAcknowledged || newest.report.number !== stored) return null;
      const [byClock, byTimer] = newest.sentAt;
      const [now, timer] = times();
      const leftMs = maxAgeMs - Math.max(now - byClock, timer - byTimer);
      return leftMs > 0 ? { report: newest.report, leftMs } : null;
    },
  };
}
