import { addDevice, emptyLook, type LookedAt } from '../../board/look.ts';
import type { CoverageEvents, CoverageReads, CoverageWrites } from '../coverage.ts';
import type { Settled } from '../settled.ts';
import { takesPart } from './devices.ts';
import { byNumber, pageOf } from './order.ts';
import type { DeviceRow, Tables } from './tables.ts';

const DAY_MS = 86_400_000;

/** How the fleet stood and what happened, hour by hour, written. */
export const coverageWrites = ({ coverageHours, coverageEvents }: Tables): Settled<CoverageWrites> => ({
  putCoverage(look) {
    coverageHours.deleteWhere(({ hour }) => hour > look.hour);
    coverageHours.put(String(look.hour), look);
  },
  addCoverageEvents({ hour, told, toldFresh, mended }) {
    if (told === 0 && Object.keys(mended).length === 0) return;
    const known: CoverageEvents = coverageEvents.get(String(hour)) ?? {
      hour,
      told: 0,
      toldFresh: 0,
      mended: {},
    };
    const sums = { ...known.mended };
    for (const [check, { count, sumMs }] of Object.entries(mended))
      sums[check] = { count: (sums[check]?.count ?? 0) + count, sumMs: (sums[check]?.sumMs ?? 0) + sumMs };
    const fresh = told > 0 ? toldFresh : 0;
    coverageEvents.put(String(hour), {
      ...{ hour, told: known.told + told, toldFresh: known.toldFresh + fresh, mended: sums },
    });
  },
  pruneCoverage({ before, hourlyBefore }) {
    coverageEvents.deleteWhere(({ hour }) => hour < before);
    coverageHours.deleteWhere(({ hour }) => hour < before);
    const hours = coverageHours.where(() => true).map(({ hour }) => hour);
    const endOfDay = (hour: number) => (Math.floor(hour / DAY_MS) + 1) * DAY_MS;
    coverageHours.deleteWhere(
      ({ hour }) => hour < hourlyBefore && hours.some((later) => later > hour && later < endOfDay(hour)),
    );
  },
});

/** How the fleet stands, stood, and what happened, read. */
export const coverageReads = ({
  devices,
  coverageHours,
  coverageEvents,
}: Tables): Settled<CoverageReads> => ({
  lookAtFleet({ now, ...place }) {
    const rows = pageOf(devices.where(takesPart), place);
    const look = emptyLook();
    for (const row of rows) addDevice(look, toLookedAt(row), now);
    return { look, after: rows.length < place.limit ? null : (rows.at(-1)?.id ?? null) };
  },
  coverageHours: ({ since, until }) =>
    coverageHours.where(({ hour }) => hour >= since && hour <= until).sort(byNumber(({ hour }) => hour)),
  coverageEvents: ({ since, until }) =>
    coverageEvents.where(({ hour }) => hour >= since && hour <= until).sort(byNumber(({ hour }) => hour)),
});

function toLookedAt({ record: { agentVersion, lastReportAt }, assessment, times }: DeviceRow): LookedAt {
  if (assessment === null) return { agentVersion, lastReportAt, verdict: null };
  const { tier, checks } = assessment;
  return { agentVersion, lastReportAt, verdict: { tier, validUntil: times?.validUntil ?? 0, checks } };
}
