import type { CommitMessage } from './commit-message.ts';
import type { Db } from './database.ts';
import type { Logged } from './evidence.ts';
import type { Repeat } from './repeat-message.ts';

/** Writes how far a device is: what moves with every report. */
export interface ProgressWriter {
  begin(deviceId: string): void;
  /** An accepted report. */
  reported(report: Logged, number: number, at: number): void;
  /** A report of the time offline. */
  recalled(report: Logged, number: number, at: number): void;
  seen(deviceId: string, at: number): void;
  /** A report that repeats the one before, and its assessment. */
  repeated(report: Logged, repeat: Repeat): void;
  /** The assessment's words are written only when they are others than before. @throws Error when there is no device */
  assessed(commit: CommitMessage): void;
  postpone(deviceId: string, lookAt: number): void;
}

const OF_DEVICE = 'device = (SELECT ref FROM devices WHERE id = ?)';

export function progressWriter(db: Db): ProgressWriter {
  const begin = db.prepare('INSERT INTO progress (device) SELECT ref FROM devices WHERE id = ?');
  const reported = db.prepare(`
    UPDATE progress SET last_number = ?, newest_number = ?, last_report = ?, newest_report = ?, said_by = ?,
      last_report_at = ?, last_seen_at = ? WHERE device = ?`);
  const recalled = db.prepare(
    'UPDATE progress SET newest_number = ?, newest_report = ?, last_seen_at = ? WHERE device = ?',
  );
  const repeated = db.prepare(`
    UPDATE progress SET last_number = ?, newest_number = ?, last_report = ?, newest_report = ?, said_by = ?,
      last_report_at = ?, last_seen_at = ?, assessed_at = ?, valid_until = ?, next_look_at = ? WHERE device = ?`);
  const look = db.prepare('UPDATE progress SET look_at = ? WHERE device = ?');
  const seen = db.prepare(`UPDATE progress SET last_seen_at = ? WHERE ${OF_DEVICE}`);
  const assessed = db.prepare(`
    UPDATE progress SET assessed_at = ?, valid_until = ?, next_look_at = ? WHERE ${OF_DEVICE}`);
  // Every report moves the time to look again further away: the index is left alone until that time has come.
  const lookEarlier = db.prepare(
    `UPDATE progress SET look_at = @lookAt
    WHERE device = (SELECT ref FROM devices WHERE id = @deviceId) AND look_at IS NOT @lookAt
      AND (look_at IS NULL OR @lookAt IS NULL OR look_at > @lookAt)`,
  );
  const postpone = db.prepare(`UPDATE progress SET look_at = ? WHERE ${OF_DEVICE}`);
  const state = db.prepare(`
    INSERT OR REPLACE INTO current_assessments (device, policy, body) SELECT ref, ?, ? FROM devices WHERE id = ?`);
  const unwaive = db.prepare(`DELETE FROM waivers WHERE ${OF_DEVICE}`);
  const waive = db.prepare(`
    INSERT INTO waivers (device, check_id, exemption, points) SELECT ref, ?, ?, ? FROM devices WHERE id = ?`);
  const setTier = db.prepare('UPDATE devices SET tier = ? WHERE id = ? AND tier IS NOT ?');

  return {
    begin: (deviceId) => void begin.run(deviceId),
    reported: ({ id, device, saidBy }, number, at) =>
      void reported.run(number, number, id, id, saidBy, at, at, device),
    recalled: ({ id, device }, number, at) => void recalled.run(number, id, at, device),
    seen: (deviceId, at) => void seen.run(at, deviceId),
    repeated({ id, device, saidBy, lookAt: before }, { at, evidence: { number }, times, lookAt }) {
      const { assessedAt, validUntil, nextLookAt } = times;
      repeated.run(number, number, id, id, saidBy, at, at, assessedAt, validUntil, nextLookAt, device);
      if (isEarlier(lookAt, before)) look.run(lookAt, device);
    },
    assessed({ deviceId, times, lookAt, policy, tier, assessment, waived }) {
      const { changes } = assessed.run(times.assessedAt, times.validUntil, times.nextLookAt, deviceId);
      if (changes === 0) throw new Error(`there is no device ${deviceId}`);
      lookEarlier.run({ lookAt, deviceId });
      if (assessment === null) return;
      state.run(policy, assessment, deviceId);
      setTier.run(tier, deviceId, tier);
      unwaive.run(deviceId);
      for (const { check, exemption, points } of waived) waive.run(check, exemption, points, deviceId);
    },
    postpone: (deviceId, lookAt) => void postpone.run(lookAt, deviceId),
  };
}

/** As `lookEarlier` has it. */
const isEarlier = (lookAt: number | null, before: number | null): boolean =>
  lookAt !== before && (before === null || lookAt === null || before > lookAt);
