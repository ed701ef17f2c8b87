import { DAY_MS, sumCoverage } from '../../board/coverage.ts';
import type { CoverageReads } from '../coverage.ts';
import type { Settled } from '../settled.ts';
import { takesPart } from './devices.ts';
import { byNumber, byText, inOrder } from './order.ts';
import type { AssessmentRow, Tables } from './tables.ts';

const inTime = inOrder<AssessmentRow>(
  byText(({ deviceId }) => deviceId),
  byNumber(({ at }) => at),
  byNumber(({ number }) => number),
);

/** What the fleet comes to, now and over time. */
export function coverageReads({ devices, assessments }: Tables): Settled<CoverageReads> {
  return {
    coverageNow(now) {
      const all = devices.where(takesPart);
      const count = (isCounted: (row: (typeof all)[number]) => boolean) => all.filter(isCounted).length;
      return {
        enrolled: all.length,
        judged: count(({ assessment }) => assessment !== null),
        reporting: count(({ record }) => (record.lastReportAt ?? Number.NEGATIVE_INFINITY) >= now - DAY_MS),
        fresh: count(({ times }) => times !== null && times.validUntil > now),
      };
    },
    coverageHistory({ since, until }) {
      const counted = new Set(devices.where(takesPart).map(({ id }) => id));
      const rows = assessments.where(({ deviceId, at }) => counted.has(deviceId) && at <= until).sort(inTime);
      // The verdict that held when the time began is the last before it.
      const begins = new Map(rows.filter(({ at }) => at < since).map(({ deviceId, at }) => [deviceId, at]));
      const verdicts = rows
        .filter(({ deviceId, at }) => at >= (begins.get(deviceId) ?? 0))
        .map(({ deviceId: device, at, tier, change }) => {
          const failing = change.findings
            .filter(({ outcome }) => outcome === 'fail')
            .map(({ check }) => check);
          return { device, at, tier, failing };
        });
      return sumCoverage(verdicts, { since, until });
    },
  };
}
