import type { Assessment } from '@assay/shared';
import type { Commit } from '../store.ts';
import type { Db } from './database.ts';

/** Writes how far a device is: what moves with every report. */
export interface ProgressWriter {
  begin(deviceId: string): void;
  /** An accepted report. */
  reported(deviceId: string, number: number, at: number): void;
  /** Reports of the time offline, up to this number. */
  recalled(deviceId: string, number: number, at: number): void;
  seen(deviceId: string, at: number): void;
  /** The assessment's words are written only when they are others than before. */
  assessed(
    deviceId: string,
    assessment: Assessment,
    { lookAt, isRestated }: Pick<Commit, 'lookAt' | 'isRestated'>,
  ): void;
}

const OF_DEVICE = 'device = (SELECT ref FROM devices WHERE id = ?)';

export function progressWriter(db: Db): ProgressWriter {
  const begin = db.prepare('INSERT INTO progress (device) SELECT ref FROM devices WHERE id = ?');
  const reported = db.prepare(`
    UPDATE progress SET last_number = ?, newest_number = ?, last_report_at = ?, last_seen_at = ? WHERE ${OF_DEVICE}`);
  const recalled = db.prepare(`UPDATE progress SET newest_number = ?, last_seen_at = ? WHERE ${OF_DEVICE}`);
  const seen = db.prepare(`UPDATE progress SET last_seen_at = ? WHERE ${OF_DEVICE}`);
  const assessed = db.prepare(`
    UPDATE progress SET look_at = ?, assessed_at = ?, valid_until = ?, next_look_at = ? WHERE ${OF_DEVICE}`);
  const state = db.prepare(`
    INSERT OR REPLACE INTO current_assessments (device, policy, body) SELECT ref, ?, ? FROM devices WHERE id = ?`);
  const setTier = db.prepare('UPDATE devices SET tier = ? WHERE id = ? AND tier IS NOT ?');

  return {
    begin: (deviceId) => void begin.run(deviceId),
    reported: (deviceId, number, at) => void reported.run(number, number, at, at, deviceId),
    recalled: (deviceId, number, at) => void recalled.run(number, at, deviceId),
    seen: (deviceId, at) => void seen.run(at, deviceId),
    assessed(deviceId, assessment, { lookAt, isRestated }) {
      const { policy, tier, assessedAt, validUntil, nextLookAt } = assessment;
      assessed.run(lookAt, assessedAt, validUntil, nextLookAt, deviceId);
      if (isRestated) return;
      state.run(policy.hash, JSON.stringify(assessment), deviceId);
      setTier.run(tier, deviceId, tier);
    },
  };
}
