import { v7 as uuidv7 } from 'uuid';
import type { HistoryEntry } from '../history.ts';
import type { DeviceEvent, LifecycleStep } from '../lifecycle.ts';
import { auditWriter } from './audit.ts';
import { conflictWriter } from './conflicts.ts';
import type { Db } from './database.ts';

/** Writes what became of a device itself; within the transaction of its commit. */
export function lifecycleWriter(db: Db): (deviceId: string, step: LifecycleStep, at: number) => void {
  const stand = db.prepare(`
    UPDATE devices SET state = ?, state_reason = ?, state_at = ?, replaced_by = coalesce(?, replaced_by) WHERE id = ?`);
  const own = db.prepare('UPDATE devices SET owner = ? WHERE id = ?');
  const resolve = db.prepare(
    'UPDATE conflicts SET resolved_at = ?, resolution = ?, resolved_by = ? WHERE id = ? AND resolved_at IS NULL',
  );
  const writeEvent = eventWriter(db);
  const writeConflict = conflictWriter(db);
  const tell = auditWriter(db);

  return (deviceId, { event, standing, owner, conflicts = [], resolves = [], audit }, at) => {
    if (standing) stand.run(standing.state, standing.reason, at, standing.replacedBy ?? null, deviceId);
    if (owner !== undefined) own.run(owner, deviceId);
    for (const conflict of conflicts) writeConflict(deviceId, conflict, at);
    for (const { id, resolution } of resolves) resolve.run(at, resolution, event.by, id);
    writeEvent(deviceId, event, at);
    tell(audit);
  };
}

/** Writes a row of a device's timeline. */
export function eventWriter(db: Db): (deviceId: string, event: DeviceEvent, at: number) => void {
  const insert = db.prepare(
    'INSERT INTO device_events (id, device_id, at, kind, title, detail, by) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  return (deviceId, { kind, title, detail, by }, at) => {
    insert.run(uuidv7(), deviceId, at, kind, title, detail, by);
  };
}

/** What was done to a device itself, newest first. */
export function eventReader(db: Db): (deviceId: string, before: number, limit: number) => HistoryEntry[] {
  const events = db.prepare<[string, number, number], DeviceEvent & { id: string; at: number }>(`
    SELECT id, at, kind, title, detail, by FROM device_events WHERE device_id = ? AND at < ?
    ORDER BY at DESC, id DESC LIMIT ?`);
  return (deviceId, before, limit) =>
    events.all(deviceId, before, limit).map(({ id, at, ...event }) => ({
      ...{ at, id, kind: event.kind, event },
      ...{ score: null, tier: null, previous: null, cause: '', delivery: null },
    }));
}
