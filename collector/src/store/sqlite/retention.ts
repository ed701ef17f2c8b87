import type { HistoryWrites } from '../history.ts';
import type { ReportLogWrites } from '../report-log.ts';
import type { Retention } from '../retention.ts';
import type { Settled } from '../settled.ts';
import type { Db } from './database.ts';
import { judgementRemover } from './judgements.ts';
import { noticePruner } from './notices.ts';
import { HAS_TARGET } from './targets.ts';

/** A full report of the log, and the device's next one. */
interface Group {
  id: number;
  device: number;
  number: number;
  next: number | null;
}

interface Next {
  id: number;
  number: number;
  received_at: number;
  previous: number;
}

/** Lets go of what was kept for long enough, a little at a time. */
export function retentionWrites(db: Db): Settled<Pick<ReportLogWrites, 'pruneEvidence'> & HistoryWrites> {
  return { pruneEvidence: evidencePruner(db), pruneHistory: historyPruner(db) };
}

/**
 * A full report goes together with its deltas, and only when the device's next full report is itself old enough: so what a
 * device said at any moment that is still kept can be told, and what holds of it now is never touched.
 */
function groupPruner(db: Db): (group: Group, before: number) => number {
  const nextOf = db.prepare<[number, number], Next>(`
    SELECT id, number, received_at, previous FROM evidence
    WHERE base IS NULL AND device = ? AND number > ? ORDER BY number LIMIT 1`);
  const lastOf = db.prepare<[number], number>('SELECT last_report FROM progress WHERE device = ?').pluck();
  const previousOf = db
    .prepare<[number], number | null>('SELECT previous FROM evidence WHERE id = ?')
    .pluck();
  const remove = db.prepare('DELETE FROM evidence WHERE id = ?');
  const forget = db.prepare('DELETE FROM postures WHERE device = ? AND number >= ? AND number < ?');
  // What the device said then goes on to hold.
  const remember = db.prepare(
    'INSERT INTO postures (device, number, report, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );

  /** @returns how many reports that were */
  function removeGroup({ id, device, number }: Group, next: Next): number {
    let count = 0;
    for (let at: number | null = next.previous; at !== null; count++) {
      const before: number | null = at === id ? null : (previousOf.get(at) ?? null);
      remove.run(at);
      at = before;
    }
    remember.run(device, next.number, next.id, next.received_at);
    forget.run(device, number, next.number);
    return count;
  }

  return (group, before) => {
    const next = nextOf.get(group.device, group.number);
    if (!next || next.received_at >= before || (lastOf.get(group.device) ?? 0) < next.id) return 0;
    return removeGroup(group, next);
  };
}

function evidencePruner(db: Db): Settled<ReportLogWrites>['pruneEvidence'] {
  const groups = db.prepare<[number, number], Group & { received_at: number }>(`
    SELECT id, device, number, received_at FROM evidence WHERE id > ? AND base IS NULL ORDER BY id LIMIT ?`);
  const prune = groupPruner(db);

  return ({ after, before, limit }) => {
    const page = groups.all(after, limit);
    // Ids ascend as reports arrive: behind the first that is young enough the whole log would be read for nothing.
    const young = page.findIndex(({ received_at }) => received_at >= before);
    const found = young < 0 ? page : page.slice(0, young);
    const removed = found.reduce((sum, group) => sum + prune(group, before), 0);
    return { removed, after: found.length < limit ? null : (found.at(-1)?.id ?? null) };
  };
}

/** Of a device the newest row before the time stays: it is what held when the time that is kept began. */
function deviceHistoryPruner(db: Db): (deviceId: string, before: number) => number {
  const judgements = judgementPruner(db);
  const events = db.prepare('DELETE FROM device_events WHERE device_id = @id AND at < @before');
  // The newest to each target tells where that target stands.
  const done = `device_id = @id AND created_at < @before
    AND (state IN ('delivered', 'dead', 'superseded') OR NOT ${HAS_TARGET})
    AND id NOT IN (SELECT max(id) FROM deliveries WHERE device_id = @id AND ${HAS_TARGET} GROUP BY target_id)`;
  const attempts = db.prepare(
    `DELETE FROM delivery_attempts WHERE delivery_id IN (SELECT id FROM deliveries WHERE ${done})`,
  );
  const deliveries = db.prepare(`DELETE FROM deliveries WHERE ${done}`);

  return (id, before) => {
    const told = [attempts, deliveries].map((statement) => statement.run({ id, before }).changes);
    return [...told, judgements(id, before), events.run({ id, before }).changes].reduce((sum, n) => sum + n);
  };
}

/** The judgements of a device, with the texts that none is compressed against any more. */
function judgementPruner(db: Db): (deviceId: string, before: number) => number {
  const refOf = db.prepare<[string], number>('SELECT ref FROM devices WHERE id = ?').pluck();
  const old = db
    .prepare<[Record<string, unknown>], number>(`
    SELECT id FROM assessments WHERE device = @device
      AND at < (SELECT max(at) FROM assessments WHERE device = @device AND at < @before)`)
    .pluck();
  const texts = db.prepare(`
    DELETE FROM judgement_texts WHERE device = @device
      AND id NOT IN (SELECT base FROM assessments WHERE device = @device AND base IS NOT NULL)`);
  const remove = judgementRemover(db);
  return (deviceId, before) => {
    const device = refOf.get(deviceId);
    const found = old.all({ device, before });
    for (const id of found) remove(id);
    if (found.length > 0) texts.run({ device });
    return found.length;
  };
}

function historyPruner(db: Db): Settled<HistoryWrites>['pruneHistory'] {
  const devices = db.prepare<[string, number], { id: string }>(
    'SELECT id FROM devices WHERE id > ? ORDER BY id LIMIT ?',
  );
  const prune = deviceHistoryPruner(db);
  const pruneNotices = noticePruner(db);

  return ({ after, before, limit }: Retention<string>) => {
    const found = devices.all(after, limit);
    const isLast = found.length < limit;
    const ofDevices = found.reduce((sum, { id }) => sum + prune(id, before), 0);
    const removed = ofDevices + (isLast ? pruneNotices(before) : 0);
    return { removed, after: isLast ? null : (found.at(-1)?.id ?? null) };
  };
}

/** Lets go of one device's past at once. */
export function devicePruner(db: Db): (deviceId: string, before: number) => void {
  const groups = db.prepare<[string, number], Group>(`
    SELECT id, device, number FROM evidence
    WHERE base IS NULL AND device = (SELECT ref FROM devices WHERE id = ?) AND received_at < ? ORDER BY number`);
  const pruneGroup = groupPruner(db);
  const pruneHistory = deviceHistoryPruner(db);
  return (deviceId, before) => {
    for (const group of groups.all(deviceId, before)) pruneGroup(group, before);
    pruneHistory(deviceId, before);
  };
}
