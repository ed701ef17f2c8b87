import type { ExemptionParts } from './open.ts';

/** Takes a figure that is read when somebody asks. */
interface Gauges {
  gauge(name: string, help: string, source: { read(): number }): void;
}

/** The debt as gauges, and whether the glass is broken. */
export function exemptionMetrics(metrics: Gauges, { keeper, breakGlass }: ExemptionParts): void {
  const figures: [name: string, help: string, read: () => number][] = [
    ['open', 'exemptions in force', () => keeper.debt().open],
    ['waiting', 'exemptions that wait for a second person', () => keeper.debt().waiting],
    ['ending_soon', 'exemptions whose end is warned of', () => keeper.debt().endingSoon],
    ['devices', 'pairs of a device and an exemption that excuses it now', () => keeper.debt().devices],
    // Prometheus counts time in seconds.
    [
      'granted_seconds',
      'time still granted, summed over these pairs',
      () => keeper.debt().deviceDays * 86_400,
    ],
    ['points_waived', 'points that devices would lose if all ended now', () => keeper.debt().pointsWaived],
    ['renewals', 'open exemptions that renew another', () => keeper.debt().renewals],
    [
      'oldest_timestamp_seconds',
      'when the oldest open exemption was asked for first; 0: there is none',
      () => (keeper.debt().oldest?.since ?? 0) / 1000,
    ],
  ];
  for (const [name, help, read] of figures) metrics.gauge(`assay_exemptions_${name}`, help, { read });
  metrics.gauge('assay_break_glass', '1 while everything is excused for everybody', {
    read: () => (breakGlass() ? 1 : 0),
  });
}
