import type { Tier } from '@assay/shared';
import type { CommitMessage } from './commit-message.ts';
import type { Db } from './database.ts';
import type { Logged } from './evidence.ts';

/** Writes how far a device is: what moves with every report. */
export interface ProgressWriter {
  begin(deviceId: string): void;
  /** An accepted report, and the times of its assessment. */
  reported(report: Logged, moved: Moved & { evidence: { number: number } }): void;
  /** A report of the time offline. */
  recalled(report: Logged, number: number, at: number): void;
  seen(deviceId: string, at: number): void;
  /** The times of an assessment for another reason than a report. @throws Error when there is no device */
  assessed(moved: Moved): number;
  /** The words of an assessment, which are others than those before. */
  said(
    device: number,
    words: { policy: string; tier: Tier; assessment: string; waived: CommitMessage['waived'] },
  ): void;
  postpone(deviceId: string, lookAt: number): void;
}

/** What moves with every assessment. */
type Moved = Pick<CommitMessage, 'deviceId' | 'at' | 'times' | 'lookAt'>;

const OF_DEVICE = 'device = (SELECT ref FROM devices WHERE id = ?)';

export function progressWriter(db: Db): ProgressWriter {
  const begin = db.prepare('INSERT INTO progress (device) SELECT ref FROM devices WHERE id = ?');
  const recalled = db.prepare(
    'UPDATE progress SET newest_number = ?, newest_report = ?, last_seen_at = ? WHERE device = ?',
  );
  const reported = db.prepare(`
    UPDATE progress SET last_number = ?, newest_number = ?, last_report = ?, newest_report = ?, said_by = ?,
      last_report_at = ?, last_seen_at = ?, assessed_at = ?, valid_until = ?, next_look_at = ? WHERE device = ?`);
  const look = db.prepare('UPDATE progress SET look_at = ? WHERE device = ?');
  const seen = db.prepare(`UPDATE progress SET last_seen_at = ? WHERE ${OF_DEVICE}`);
  const lookOf = db.prepare<[string], { device: number; lookAt: number | null }>(
    `SELECT device, look_at AS lookAt FROM progress WHERE ${OF_DEVICE}`,
  );
  const assessed = db.prepare(
    'UPDATE progress SET assessed_at = ?, valid_until = ?, next_look_at = ? WHERE device = ?',
  );
  const postpone = db.prepare(`UPDATE progress SET look_at = ? WHERE ${OF_DEVICE}`);
  // Of values, and not replaced: for rows that are selected, or deleted first, SQLite keeps a copy of every page.
  const state = db.prepare(`
    INSERT INTO current_assessments (device, policy, body) VALUES (?, ?, ?)
    ON CONFLICT (device) DO UPDATE SET policy = excluded.policy, body = excluded.body`);
  const unwaive = db.prepare('DELETE FROM waivers WHERE device = ?');
  const waive = db.prepare('INSERT INTO waivers (device, check_id, exemption, points) VALUES (?, ?, ?, ?)');
  const setTier = db.prepare('UPDATE devices SET tier = ? WHERE ref = ? AND tier IS NOT ?');

  // Every report moves the time to look again further away: the index is left alone until that time has come.
  const lookEarlier = (device: number, lookAt: number | null, before: number | null) => {
    if (lookAt !== before && (before === null || lookAt === null || before > lookAt))
      look.run(lookAt, device);
  };

  return {
    begin: (deviceId) => void begin.run(deviceId),
    reported({ id, device, saidBy, lookAt: before }, { at, evidence: { number }, times, lookAt }) {
      const { assessedAt, validUntil, nextLookAt } = times;
      reported.run(number, number, id, id, saidBy, at, at, assessedAt, validUntil, nextLookAt, device);
      lookEarlier(device, lookAt, before);
    },
    recalled: ({ id, device }, number, at) => void recalled.run(number, id, at, device),
    seen: (deviceId, at) => void seen.run(at, deviceId),
    assessed({ deviceId, times, lookAt }) {
      const known = lookOf.get(deviceId);
      if (!known) throw new Error(`there is no device ${deviceId}`);
      const { device, lookAt: before } = known;
      assessed.run(times.assessedAt, times.validUntil, times.nextLookAt, device);
      lookEarlier(device, lookAt, before);
      return device;
    },
    said(device, { policy, tier, assessment, waived }) {
      state.run(device, policy, assessment);
      setTier.run(tier, device, tier);
      unwaive.run(device);
      for (const { check, exemption, points } of waived) waive.run(device, check, exemption, points);
    },
    postpone: (deviceId, lookAt) => void postpone.run(lookAt, deviceId),
  };
}
