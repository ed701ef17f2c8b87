import type {
  BreakGlassRecord,
  ExemptionReads,
  ExemptionRecord,
  ExemptionWrites,
  Waived,
} from '../exemptions.ts';
import type { Settled } from '../settled.ts';
import { auditWriter } from './audit.ts';
import type { Db } from './database.ts';

interface ExemptionRow {
  id: string;
  check_id: string;
  device_id: string | null;
  group_name: string | null;
  reason: string;
  requested_by: string;
  requested_at: number;
  approved_by: string | null;
  starts_at: number | null;
  ends_at: number;
  ended_at: number | null;
  ended_by: string | null;
  renews: string | null;
  first_at: number;
  warned: number;
  applied: number;
}

const toExemption = (row: ExemptionRow): ExemptionRecord => ({
  id: row.id,
  check: row.check_id,
  scope:
    row.device_id === null
      ? { kind: 'group', group: row.group_name ?? '' }
      : { kind: 'device', device: row.device_id },
  reason: row.reason,
  by: row.requested_by,
  requestedAt: row.requested_at,
  approvedBy: row.approved_by,
  from: row.starts_at,
  until: row.ends_at,
  endedAt: row.ended_at,
  endedBy: row.ended_by,
  renews: row.renews,
  firstAt: row.first_at,
  warned: row.warned === 1,
  applied: row.applied === 1,
});

const OPEN = 'ended_at IS NULL AND ends_at > @at';

/** Exemptions and break-glass, written; each with its entry in the audit log. */
export function exemptionWrites(db: Db): Settled<ExemptionWrites> {
  const audit = auditWriter(db);
  const countOpen = db.prepare<[Record<string, unknown>], { n: number }>(
    `SELECT count(*) AS n FROM exemptions WHERE ${OPEN}`,
  );
  const same = db.prepare<[Record<string, unknown>], { id: string }>(`
    SELECT id FROM exemptions WHERE ${OPEN} AND check_id = @check AND device_id IS @device AND group_name IS @group`);
  const insert = db.prepare(`
    INSERT INTO exemptions (id, check_id, device_id, group_name, reason, requested_by, requested_at, starts_at, ends_at,
      renews, first_at)
    VALUES (@id, @check, @device, @group, @reason, @by, @at, @from, @until, @renews, @firstAt)`);
  const approve = db.prepare(`
    UPDATE exemptions SET approved_by = @by, starts_at = @at, applied = 0
    WHERE id = @id AND starts_at IS NULL AND ${OPEN}`);
  const end = db.prepare(
    `UPDATE exemptions SET ended_at = @at, ended_by = @by, applied = 0 WHERE id = @id AND ${OPEN}`,
  );
  const endRenewed = db.prepare(`
    UPDATE exemptions SET ended_at = @at, ended_by = @by
    WHERE id = (SELECT renews FROM exemptions WHERE id = @id AND starts_at IS NOT NULL) AND ${OPEN}`);
  const warn = db.prepare('UPDATE exemptions SET warned = 1 WHERE id = ?');
  const apply = db.prepare(
    'UPDATE exemptions SET applied = 1 WHERE id = @id AND starts_at IS @from AND ended_at IS @endedAt',
  );
  const breakGlassIsOn = db.prepare<[Record<string, unknown>], { id: string }>(
    `SELECT id FROM break_glass WHERE ${OPEN}`,
  );
  const start = db.prepare(`
    INSERT INTO break_glass (id, reason, started_by, starts_at, ends_at) VALUES (@id, @reason, @by, @from, @until)`);
  const endBreakGlass = db.prepare(
    `UPDATE break_glass SET ended_at = @at, ended_by = @by, applied = 0 WHERE id = @id AND ${OPEN}`,
  );
  const markBreakGlass = db.prepare(
    'UPDATE break_glass SET applied = 1 WHERE id = @id AND ended_at IS @endedAt',
  );

  return {
    addExemption({ exemption, maxOpen, audit: event }) {
      const { id, check, scope, reason, by, from, until, renews, firstAt, requestedAt: at } = exemption;
      const device = scope.kind === 'device' ? scope.device : null;
      const group = scope.kind === 'group' ? scope.group : null;
      const others = same.all({ check, device, group, at }).filter((other) => other.id !== renews);
      if (others.length > 0) return 'taken';
      // A renewal takes the place of what is counted already.
      if (renews === null && (countOpen.get({ at })?.n ?? 0) >= maxOpen) return 'too_many';
      insert.run({ id, check, device, group, reason, by, at, from, until, renews, firstAt });
      endRenewed.run({ id, at, by });
      audit(event);
      return 'added';
    },
    approveExemption({ audit: event, ...input }) {
      if (approve.run(input).changes === 0) return false;
      endRenewed.run(input);
      audit(event);
      return true;
    },
    endExemption({ audit: event, ...input }) {
      if (end.run(input).changes === 0) return false;
      audit(event);
      return true;
    },
    markWarned(id) {
      warn.run(id);
    },
    markApplied({ id, from, endedAt }) {
      apply.run({ id, from, endedAt });
    },
    startBreakGlass({ breakGlass: { id, reason, by, from, until }, audit: event }) {
      if (breakGlassIsOn.get({ at: from })) return false;
      start.run({ id, reason, by, from, until });
      audit(event);
      return true;
    },
    endBreakGlass({ audit: event, ...input }) {
      if (endBreakGlass.run(input).changes === 0) return false;
      audit(event);
      return true;
    },
    markBreakGlassApplied({ id, endedAt }) {
      markBreakGlass.run({ id, endedAt });
    },
  };
}

/** Exemptions, break-glass and what they waive, read. */
export function exemptionReads(db: Db): Settled<ExemptionReads> {
  const one = db.prepare<[string], ExemptionRow>('SELECT * FROM exemptions WHERE id = ?');
  const page = (condition: string) =>
    db.prepare<[Record<string, unknown>], ExemptionRow>(
      `SELECT * FROM exemptions WHERE ${condition} AND id < @before ORDER BY id DESC LIMIT @limit`,
    );
  const pages = { open: page(OPEN), past: page(`NOT (${OPEN})`) };
  const inForce = db.prepare<[Record<string, unknown>], ExemptionRow>(
    `SELECT * FROM exemptions WHERE (${OPEN}) OR applied = 0 ORDER BY id`,
  );
  // With a plus, SQLite does not prepare it anew for each value that is bound.
  const breakGlasses = db.prepare<[], Omit<BreakGlassRecord, 'applied'> & { from: number; applied: number }>(`
    SELECT id, reason, started_by AS "by", starts_at AS "from", ends_at AS until, ended_at AS endedAt,
      ended_by AS endedBy, applied
    FROM break_glass ORDER BY id`);
  const waived = db.prepare<[], Waived>(`
    SELECT exemption, count(DISTINCT device) AS devices, sum(points) AS points FROM waivers GROUP BY exemption ORDER BY exemption`);
  const LAST = '￿';

  return {
    exemption(id) {
      const row = one.get(id);
      return row ? toExemption(row) : null;
    },
    exemptions: ({ state, at, limit, before }) =>
      pages[state].all({ at, limit, before: before ?? LAST }).map(toExemption),
    exemptionsInForce: (at) => inForce.all({ at }).map(toExemption),
    breakGlasses: () => breakGlasses.all().map((row) => ({ ...row, applied: row.applied === 1 })),
    waived: () => waived.all(),
  };
}
