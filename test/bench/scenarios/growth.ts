import { setTimeout as sleep } from 'node:timers/promises';
import { startSimulation } from '../../simulator/start-simulation.ts';
import { readProcessCost, threadsS } from '../footprint/process-cost.ts';
import { slopeOf } from '../growth/slope.ts';
import { checkStoredReports, databaseBytes, type Stored } from '../growth/stored-reports.ts';
import { type Bench, defineScenario, toFigure } from '../harness.ts';
import { quantile } from '../percentiles.ts';

const SEED = 8;
/** Days at both ends whose median cost is compared. */
const ENDS = 3;
/** Until half of the month, caches fill, code gets compiled, and V8 finds how much room it needs: what grows, grows after that, too. */
const SETTLED_AFTER = 1 / 2;
const SETTLE_MS = 2000;

interface Day {
  cpuUs: number;
  rssMb: number;
  ackP99Ms: number;
}

/**
 * A month in minutes: each device sends a day's signed reports, one in ten with a change, as fast as the protocol lets it,
 * day after day; "nothing changed" leaves nothing behind and is left out. What the collector's clock counts, minutes,
 * does not grow old in it. At the end every stored report is read back and its signature verified over the exact bytes.
 */
export const scenario = defineScenario({
  summary: 'bytes a report leaves behind, and whether day 30 costs more than day 1',
  options: {
    agents: { default: 500, help: 'devices' },
    days: { default: 30, help: 'days of the month' },
    reports: { default: 24, help: 'signed reports of a device a day' },
  },
  quick: { agents: 400, reports: 12 },
  async run({ agents, days, reports }, bench) {
    const simulation = await startSimulation({ agents, seed: SEED, ...bench });
    const { fleet, collector, dataDir } = simulation;
    const { connected } = await fleet.connect({ report: true, spreadMs: agents });
    if (connected < agents) throw new Error(`only ${connected} of ${agents} agents could connect`);
    // A day before the first warms everything up, and leaves rows behind as well.
    await liveOneDay(reports);
    const storedBefore = databaseBytes(dataDir);
    const before = await fleet.status();

    const month: Day[] = [];
    for (let day = 1; day <= days; day += 1) {
      month.push(await liveOneDay(reports));
      if (day % 5 === 0) tellDay(day, month.at(-1) as Day, bench);
    }
    const accepted = (await fleet.status()).acknowledged - before.acknowledged;
    await fleet.stop();
    await sleep(SETTLE_MS);
    const restingMb = readProcessCost(collector.pid).rssMb;
    await collector.stop();
    const grown = databaseBytes(dataDir);
    const more = (what: keyof Stored) => grown[what] - storedBefore[what];
    bench.progress('reading every report back');
    const stored = checkStoredReports(dataDir, { seed: SEED, agents });
    const settled = month.slice(Math.min(Math.floor(days * SETTLED_AFTER), days - 2));
    return [
      toFigure('agents', agents, ''),
      toFigure('days', days, ''),
      toFigure('reports', accepted, ''),
      toFigure('bytes_per_report', more('all') / accepted, 'B'),
      toFigure('evidence_bytes_per_report', more('evidence') / accepted, 'B'),
      toFigure('judged_anew_share', more('judgements') / accepted, ''),
      toFigure('history_bytes_per_judgement', more('history') / more('judgements'), 'B'),
      toFigure('signed_bytes_per_report', stored.bytes / stored.reports, 'B'),
      toFigure('restored_reports', stored.reports, ''),
      toFigure('not_restored_reports', stored.wrong, ''),
      toFigure('day30_over_day1_cost', costOf(month.slice(-ENDS)) / costOf(month.slice(0, ENDS)), ''),
      toFigure('day1_cpu_us_per_report', costOf(month.slice(0, ENDS)), 'µs'),
      toFigure('rss_slope_mb_per_day', slopeOf(settled.map(({ rssMb }) => rssMb)), 'MB'),
      toFigure('rss_settled_mb', settled.at(0)?.rssMb ?? 0, 'MB'),
      toFigure('rss_day30_mb', month.at(-1)?.rssMb ?? 0, 'MB'),
      toFigure('rss_resting_mb', restingMb, 'MB'),
      toFigure('day1_ack_p99_ms', ackOf(month.slice(0, ENDS)), 'ms'),
      toFigure('day30_ack_p99_ms', ackOf(month.slice(-ENDS)), 'ms'),
    ];

    async function liveOneDay(each: number): Promise<Day> {
      const cpuBefore = threadsS(collector.pid);
      const { acknowledged, took } = await fleet.load({ mix: { report: 9, change: 1 }, each, seconds: 120 });
      return {
        cpuUs: ((threadsS(collector.pid) - cpuBefore) * 1e6) / acknowledged,
        rssMb: readProcessCost(collector.pid).rssMb,
        ackP99Ms: took.p99,
      };
    }
  },
});

const costOf = (days: readonly Day[]) =>
  quantile(
    days.map(({ cpuUs }) => cpuUs),
    0.5,
  );
const ackOf = (days: readonly Day[]) =>
  quantile(
    days.map(({ ackP99Ms }) => ackP99Ms),
    0.5,
  );

const tellDay = (day: number, { cpuUs, rssMb }: Day, { progress }: Bench) =>
  progress(`day ${day}: ${Math.round(cpuUs)} µs a report, ${Math.round(rssMb)} MB`);
