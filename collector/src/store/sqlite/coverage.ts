import type { Assessment, Tier } from '@assay/shared';
import { addDevice, emptyLook, type LookedAt } from '../../board/look.ts';
import type { CoverageEvents, CoverageReads, CoverageWrites } from '../coverage.ts';
import type { Settled } from '../settled.ts';
import type { Db } from './database.ts';

interface LookRow {
  id: string;
  agent_version: string;
  tier: Tier | null;
  last_report_at: number | null;
  valid_until: number | null;
  body: string | null;
}

interface Span {
  since: number;
  until: number;
}

/** How the fleet stood and what happened, hour by hour, written. */
export function coverageWrites(db: Db): Settled<CoverageWrites> {
  const forgetAhead = db.prepare('DELETE FROM coverage_hours WHERE hour > ?');
  const put = db.prepare('INSERT OR REPLACE INTO coverage_hours (hour, at, look) VALUES (?, ?, ?)');
  const addTold = db.prepare(`
    INSERT INTO coverage_told (hour, told, fresh) VALUES (@hour, @told, @toldFresh)
    ON CONFLICT DO UPDATE SET told = told + excluded.told, fresh = fresh + excluded.fresh`);
  const addMended = db.prepare(`
    INSERT INTO coverage_mended (hour, check_id, mended, sum_ms) VALUES (@hour, @check, @count, @sumMs)
    ON CONFLICT DO UPDATE SET mended = mended + excluded.mended, sum_ms = sum_ms + excluded.sum_ms`);
  const prunes = ['coverage_hours', 'coverage_told', 'coverage_mended'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE hour < ?`),
  );
  // 86400000 ms are a day: an hour goes when the same day has a later one.
  const thin = db.prepare(`
    DELETE FROM coverage_hours WHERE hour < ? AND EXISTS (
      SELECT 1 FROM coverage_hours later
      WHERE later.hour > coverage_hours.hour AND later.hour < (coverage_hours.hour / 86400000 + 1) * 86400000)`);

  return {
    putCoverage({ hour, at, look }) {
      forgetAhead.run(hour);
      put.run(hour, at, JSON.stringify(look));
    },
    addCoverageEvents({ hour, told, toldFresh, mended }) {
      if (told > 0) addTold.run({ hour, told, toldFresh });
      for (const [check, sum] of Object.entries(mended)) addMended.run({ hour, check, ...sum });
    },
    pruneCoverage({ before, hourlyBefore }) {
      for (const prune of prunes) prune.run(before);
      thin.run(hourlyBefore);
    },
  };
}

/** How the fleet stands, stood, and what happened, read. */
export function coverageReads(db: Db): Settled<CoverageReads> {
  const page = db.prepare<[string, number], LookRow>(`
    SELECT d.id, d.agent_version, d.tier, p.last_report_at, p.valid_until, a.body
    FROM devices d JOIN progress p ON p.device = d.ref LEFT JOIN current_assessments a ON a.device = d.ref
    WHERE d.id > ? AND d.canary = 0 AND d.state NOT IN ('revoked', 'unenrolled') ORDER BY d.id LIMIT ?`);
  const hours = db.prepare<[Span], { hour: number; at: number; look: string }>(
    'SELECT hour, at, look FROM coverage_hours WHERE hour >= @since AND hour <= @until ORDER BY hour',
  );
  const told = db.prepare<[Span], { hour: number; told: number; fresh: number }>(
    'SELECT hour, told, fresh FROM coverage_told WHERE hour >= @since AND hour <= @until',
  );
  const mended = db.prepare<[Span], { hour: number; check: string; count: number; sumMs: number }>(`
    SELECT hour, check_id AS "check", mended AS count, sum_ms AS sumMs FROM coverage_mended
    WHERE hour >= @since AND hour <= @until`);

  return {
    lookAtFleet({ after, limit, now }) {
      const rows = page.all(after, limit);
      const look = emptyLook();
      for (const row of rows) addDevice(look, toLookedAt(row), now);
      return { look, after: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
    },
    coverageHours: ({ since, until }) =>
      hours.all({ since, until }).map(({ look, ...row }) => ({ ...row, look: JSON.parse(look) })),
    coverageEvents({ since, until }) {
      const byHour = new Map<number, CoverageEvents>();
      const at = (hour: number): CoverageEvents => {
        const known = byHour.get(hour) ?? { hour, told: 0, toldFresh: 0, mended: {} };
        byHour.set(hour, known);
        return known;
      };
      for (const row of told.all({ since, until }))
        Object.assign(at(row.hour), { told: row.told, toldFresh: row.fresh });
      for (const { hour, check, count, sumMs } of mended.all({ since, until }))
        at(hour).mended[check] = { count, sumMs };
      return [...byHour.values()].sort((a, b) => a.hour - b.hour);
    },
  };
}

function toLookedAt({ tier, valid_until: validUntil, body, ...row }: LookRow): LookedAt {
  const told = { agentVersion: row.agent_version, lastReportAt: row.last_report_at };
  if (tier === null || body === null) return { ...told, verdict: null };
  const { checks } = JSON.parse(body) as Assessment;
  return { ...told, verdict: { tier, validUntil: validUntil ?? 0, checks } };
}
