import { Counter, Gauge, Histogram, type Metric, Registry } from 'prom-client';
import { STAGE_BUCKETS_S, STAGES, type Stage, type Stages } from './stages.ts';

/** Counters for Prometheus, named after the steps. */
export interface Metrics {
  count(event: 'report' | 'unchanged' | 'history' | 'refused', code?: string): void;
  delivered(target: string, result: string): void;
  /** A connection was closed before it could say anything. */
  turnedAway(reason: string): void;
  /** A figure that is read when somebody asks; with a label, one for each of its values. */
  gauge(
    name: string,
    help: string,
    source: { read(): number } | { label: string; read(): Record<string, number> },
  ): void;
  /** A count by the values of one label. */
  counter(name: string, help: string, label: string): { add(value: string, n: number): void };
  /** Times by the values of one label, seconds; for what is rare. */
  histogram(
    name: string,
    help: string,
    label: string,
    buckets: number[],
  ): { observe(value: string, seconds: number): void };
  contentType: string;
  text(): Promise<string>;
}

export function createMetrics(read: { sessions(): number; queued(): number; stages: Stages }): Metrics {
  const registry = new Registry();
  registry.registerMetric(stageHistogram(read.stages));
  const registers = [registry];
  const reports = new Counter({
    name: 'assay_reports_accepted_total',
    help: 'signed reports accepted, durable',
    registers,
  });
  const unchanged = new Counter({
    name: 'assay_unchanged_total',
    help: 'Unchanged messages accepted',
    registers,
  });
  const history = new Counter({
    name: 'assay_history_frames_total',
    help: 'frames of reports made while offline, stored',
    registers,
  });
  const refused = new Counter({
    name: 'assay_refused_total',
    help: 'connections refused, by code',
    labelNames: ['code'],
    registers,
  });
  const turnedAway = new Counter({
    name: 'assay_connections_turned_away_total',
    help: 'connections closed before their first message, by reason',
    labelNames: ['reason'],
    registers,
  });
  const deliveries = new Counter({
    name: 'assay_delivery_attempts_total',
    help: 'attempts to deliver, by target and result',
    labelNames: ['target', 'result'],
    registers,
  });
  new Gauge({
    name: 'assay_sessions',
    help: 'open agent sessions',
    registers,
    collect() {
      this.set(read.sessions());
    },
  });
  new Gauge({
    name: 'assay_deliveries_queued',
    help: 'deliveries waiting or on their way',
    registers,
    collect() {
      this.set(read.queued());
    },
  });
  return {
    count(event, code = '') {
      if (event === 'report') reports.inc();
      else if (event === 'unchanged') unchanged.inc();
      else if (event === 'history') history.inc();
      else refused.inc({ code });
    },
    turnedAway: (reason) => turnedAway.inc({ reason }),
    delivered: (target, result) => deliveries.inc({ target, result }),
    gauge(name, help, source) {
      new Gauge({
        name,
        help,
        labelNames: 'label' in source ? [source.label] : [],
        registers,
        collect() {
          if (!('label' in source)) return this.set(source.read());
          this.reset();
          for (const [value, figure] of Object.entries(source.read()))
            this.set({ [source.label]: value }, figure);
        },
      });
    },
    counter(name, help, label) {
      const counter = new Counter({ name, help, labelNames: [label], registers });
      return { add: (value, n) => counter.inc({ [label]: value }, n) };
    },
    histogram(name, help, label, buckets) {
      const histogram = new Histogram({ name, help, labelNames: [label], buckets, registers });
      return { observe: (value, seconds) => histogram.observe({ [label]: value }, seconds) };
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

/** The stages as one histogram. The library's own would hash its labels at each observation. */
function stageHistogram(stages: Stages): Metric {
  const name = 'assay_stage_seconds';
  const histogram = {
    name,
    help: 'what each stage of a report and of its verdict takes',
    type: 'histogram',
    get: async () => ({ ...histogram, values: (Object.keys(STAGES) as Stage[]).flatMap(valuesOf) }),
  };
  function valuesOf(stage: Stage) {
    const { count, sumS, buckets } = stages.times(stage);
    let below = 0;
    const cumulative = [...STAGE_BUCKETS_S, '+Inf'].map((le, i) => {
      below += buckets[i] ?? 0;
      return { metricName: `${name}_bucket`, labels: { stage, le }, value: below };
    });
    return [
      ...cumulative,
      { metricName: `${name}_sum`, labels: { stage }, value: sumS },
      { metricName: `${name}_count`, labels: { stage }, value: count },
    ];
  }
  // The registry asks any metric for no more than this.
  return histogram as unknown as Metric;
}
