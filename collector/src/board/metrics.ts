import type { FleetLook } from '../store/coverage.ts';
import type { CoverageRecorder, CoverageWatcher } from './recorder.ts';

/** Takes figures that are read when somebody asks, and counts. */
interface Figures {
  gauge(
    name: string,
    help: string,
    source: { label: string; read(): Record<string, number> } | { read(): number },
  ): void;
  counter(name: string, help: string, label: string): { add(value: string, n: number): void };
}

/** As many checks as a policy can have; devices that were judged by older ones add no more. */
const MAX_CHECKS = 200;

/** Counts what happens to verdicts. */
export function coverageCounters(metrics: Figures): CoverageWatcher {
  const told = metrics.counter(
    'assay_verdicts_told_total',
    'changes of verdict that were published, by whether their evidence was fresh or stale',
    'evidence',
  );
  const mended = metrics.counter('assay_mended_total', 'from failing to passing, by check', 'check');
  const seconds = metrics.counter(
    'assay_mended_seconds_total',
    'how long what was mended had failed, summed, by check',
    'check',
  );
  for (const evidence of ['fresh', 'stale']) told.add(evidence, 0);
  return {
    told: (isFresh) => told.add(isFresh ? 'fresh' : 'stale', 1),
    mended(check, afterMs) {
      mended.add(check, 1);
      seconds.add(check, afterMs / 1000);
    },
  };
}

/** The last look at the fleet as gauges: to read them costs nothing. */
export function coverageGauges(metrics: Figures, recorder: Pick<CoverageRecorder, 'last'>): void {
  const read =
    <T>(pick: (look: FleetLook) => T, otherwise: T) =>
    (): T => {
      const last = recorder.last();
      return last ? pick(last.look) : otherwise;
    };
  const gauge = (
    name: string,
    help: string,
    label: string,
    pick: (look: FleetLook) => Record<string, number>,
  ) => metrics.gauge(name, help, { label, read: read(pick, {}) });

  gauge(
    'assay_coverage_devices',
    'devices enrolled, reporting within a day, judged, and with a verdict on fresh evidence',
    'of',
    ({ enrolled, reporting, judged, fresh }) => ({ enrolled, reporting, judged, fresh }),
  );
  gauge('assay_coverage_tier_devices', 'devices by tier', 'tier', ({ tiers }) => tiers);
  gauge(
    'assay_coverage_evidence_age_devices',
    'verdicts in force by how old the newest evidence behind them is, at most',
    'age',
    ({ ages }) => ages,
  );
  gauge(
    'assay_coverage_agent_devices',
    'enrolled devices by the version of their agent',
    'version',
    ({ agents }) => agents,
  );
  for (const outcome of ['pass', 'fail', 'unknown', 'exempt'] as const) {
    gauge(
      `assay_coverage_check_${outcome}_devices`,
      `devices that a check makes ${outcome} of, by check`,
      'check',
      ({ checks }) =>
        Object.fromEntries(
          Object.entries(checks)
            .slice(0, MAX_CHECKS)
            .map(([check, standing]) => [check, standing[outcome]]),
        ),
    );
  }
  metrics.gauge('assay_coverage_looked_timestamp_seconds', 'when the fleet was looked at last; 0: not yet', {
    read: () => (recorder.last()?.at ?? 0) / 1000,
  });
}
