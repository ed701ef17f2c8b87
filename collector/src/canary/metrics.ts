import type { Metrics } from '../metrics.ts';
import type { Canary } from './canary.ts';
import { OBJECTIVE } from './objective.ts';

const BUCKETS_S = [0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How its probes go, as counts, times and the promise that is kept. */
export function canaryMetrics(
  metrics: Pick<Metrics, 'counter' | 'histogram' | 'gauge'>,
  canary: Canary,
): void {
  const probes = metrics.counter('assay_canary_probes_total', 'probes of the canary, by result', 'result');
  const steps = metrics.histogram(
    'assay_canary_seconds',
    "from a turn of the canary's signal until its report was acknowledged, and until its target was told",
    'until',
    BUCKETS_S,
  );
  for (const result of ['good', 'slow', 'failed']) probes.add(result, 0);
  canary.onProbe((result) => {
    probes.add(result.result, 1);
    if (result.acknowledgedMs !== null) steps.observe('acknowledged', result.acknowledgedMs / 1000);
    if ('toldMs' in result) steps.observe('told', result.toldMs / 1000);
  });
  const byWindow = (of: 'share' | 'budgetLeft') => () =>
    Object.fromEntries(
      canary.status().windows.flatMap((one) => (one[of] === null ? [] : [[one.window, one[of]]])),
    );
  metrics.gauge('assay_canary_told_in_time_ratio', 'share of probes told within the objective, by window', {
    label: 'window',
    read: byWindow('share'),
  });
  metrics.gauge(
    'assay_canary_error_budget_ratio',
    'what is left of the error budget, by window; 1: all of it',
    {
      label: 'window',
      read: byWindow('budgetLeft'),
    },
  );
  metrics.gauge('assay_canary_objective_seconds', 'within which a probe counts as told in time', {
    read: () => OBJECTIVE.withinMs / 1000,
  });
  metrics.gauge('assay_canary_failing', '1 while no probe of the canary gets through', {
    read: () => (canary.failing() ? 1 : 0),
  });
}
