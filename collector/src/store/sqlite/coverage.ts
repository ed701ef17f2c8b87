import type { Finding, Tier } from '@assay/shared';
import { DAY_MS, sumCoverage, type VerdictRow } from '../../board/coverage.ts';
import type { CoverageNow, CoverageReads } from '../coverage.ts';
import type { Settled } from '../settled.ts';
import type { Db } from './database.ts';

interface Row {
  device: string;
  at: number;
  tier: Tier;
  findings: string;
}

/** What the fleet comes to, now and over time, read. */
export function coverageReads(db: Db): Settled<CoverageReads> {
  const now = db.prepare<[Record<string, unknown>], CoverageNow>(`
    SELECT count(*) AS enrolled, count(d.tier) AS judged,
      count(CASE WHEN p.last_report_at >= @day THEN 1 END) AS reporting,
      count(CASE WHEN p.valid_until > @now THEN 1 END) AS fresh
    FROM devices d LEFT JOIN progress p ON p.device = d.ref
    WHERE d.canary = 0 AND d.state NOT IN ('revoked', 'unenrolled')`);
  const rows = db.prepare<[Record<string, unknown>], Row>(`
    SELECT a.device_id AS device, a.at, a.tier, a.change ->> '$.findings' AS findings
    FROM assessments a JOIN devices d ON d.id = a.device_id
    WHERE d.canary = 0 AND d.state NOT IN ('revoked', 'unenrolled') AND a.at <= @until AND a.at >= coalesce(
      (SELECT max(at) FROM assessments b WHERE b.device_id = a.device_id AND b.at < @since), 0)
    ORDER BY a.device_id, a.at, a.report_number`);

  function* verdicts(span: { since: number; until: number }): Generator<VerdictRow> {
    for (const { findings, ...row } of rows.iterate({ ...span })) {
      const failing = (JSON.parse(findings) as Finding[]).filter(({ outcome }) => outcome === 'fail');
      yield { ...row, failing: failing.map(({ check }) => check) };
    }
  }
  return {
    coverageNow: (at) => now.get({ now: at, day: at - DAY_MS }) as CoverageNow,
    coverageHistory: (span) => sumCoverage(verdicts(span), span),
  };
}
