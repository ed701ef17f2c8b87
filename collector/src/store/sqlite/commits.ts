import type { LifecycleWrites } from '../lifecycle.ts';
import type { Settled } from '../settled.ts';
import { type ChangeMessage, type CommitMessage, unpackEvidence } from './commit-message.ts';
import type { Db } from './database.ts';
import { toIdentityColumns } from './devices.ts';
import type { EvidenceWriter } from './evidence.ts';
import { judgementWriter } from './judgements.ts';
import { eventWriter, lifecycleWriter } from './lifecycle.ts';
import { progressWriter } from './progress.ts';
import type { Repeat } from './repeat-message.ts';

interface CommitWrites extends Settled<LifecycleWrites> {
  appendCommit(commit: CommitMessage): void;
  appendRepeat(repeat: Repeat): void;
}

/** One accepted step of a device's life, written: evidence, assessment and deliveries together. */
export function commitWrites(db: Db, writeEvidence: EvidenceWriter): CommitWrites {
  const writeProgress = progressWriter(db);
  const insertPosture = db.prepare('INSERT INTO postures (device, number, report, at) VALUES (?, ?, ?, ?)');
  const updated = db.prepare('UPDATE devices SET agent_version = ? WHERE id = ?');
  const identified = db.prepare(`
    UPDATE devices SET hostname = @hostname, serial = @serial, uuid = @uuid, vendor = @vendor, model = @model,
      virtual = @virtual WHERE id = @id`);
  const caused = db.prepare('UPDATE devices SET cause = ?, cause_at = ? WHERE id = ?');
  const writeJudgement = judgementWriter(db);
  const writeLifecycle = lifecycleWriter(db);
  const writeEvent = eventWriter(db);
  const writePast = ({ deviceId, at, lifecycle, events = [] }: CommitMessage) => {
    if (lifecycle) writeLifecycle(deviceId, lifecycle, at);
    for (const event of events) writeEvent(deviceId, event, event.at);
  };
  const insertDelivery = db.prepare(`
    INSERT INTO deliveries (id, target_id, device_id, event, tier, change, told, created_at, state, next_attempt_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?)`);

  /** Null: nothing was reported. */
  const writeReport = (commit: CommitMessage): number | null => {
    const { deviceId, at, evidence, isNewPosture } = commit;
    if (!evidence) return null;
    const report = writeEvidence(deviceId, unpackEvidence(evidence), { received: at, offline: null });
    writeProgress.reported(report, { ...commit, evidence });
    if (isNewPosture) insertPosture.run(report.device, evidence.number, report.id, at);
    return report.device;
  };

  /** @returns the judgement's row; null: it has none */
  const writeChange = (device: number, commit: CommitMessage, change: ChangeMessage): number | null => {
    const { deviceId, at } = commit;
    const { cause, lifecycle } = change;
    // What became of the device itself has its own row in the timeline; the verdict has one when it moved.
    if (cause !== null) caused.run(cause, at, deviceId);
    return !lifecycle || change.movedVerdict ? writeJudgement(device, commit, change) : null;
  };

  const writeDeliveries = ({ deviceId, change, deliveries }: CommitMessage, judgement: number | null) => {
    for (const { id, targetId, event, tier, change: own, createdAt, nextAttemptAt } of deliveries) {
      const told = own === null ? judgement : null;
      const said = told === null ? (own ?? change?.text) : '';
      insertDelivery.run(id, targetId, deviceId, event, tier, said, told, createdAt, nextAttemptAt);
    }
  };

  return {
    applyLifecycle({ deviceId, at, step }) {
      writeLifecycle(deviceId, step, at);
    },
    appendRepeat(repeat) {
      const { deviceId, at, evidence } = repeat;
      writeProgress.reported(writeEvidence(deviceId, evidence, { received: at, offline: null }), repeat);
    },
    appendCommit(commit) {
      const { deviceId, identity, change, assessment } = commit;
      const device = writeReport(commit) ?? writeProgress.assessed(commit);
      if (commit.agentVersion !== null) updated.run(commit.agentVersion, deviceId);
      if (identity) identified.run({ ...toIdentityColumns(identity), id: deviceId });
      writePast(commit);
      if (assessment !== null) writeProgress.said(device, { ...commit, assessment });
      writeDeliveries(commit, change && writeChange(device, commit, change));
    },
  };
}
