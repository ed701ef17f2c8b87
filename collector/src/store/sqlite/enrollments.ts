import type { DeviceState, Platform } from '@assay/shared';
import { decideAdmission, type KnownDevice } from '../../enrollment/conflicts.ts';
import type { OnConflict } from '../devices.ts';
import type { EnrollmentWrites, EnrollResult, NewDevice } from '../enrollments.ts';
import type { Settled } from '../settled.ts';
import { conflictWriter, SAME_HARDWARE } from './conflicts.ts';
import type { Db } from './database.ts';
import { toIdentityColumns } from './devices.ts';
import { eventWriter } from './lifecycle.ts';
import { progressWriter } from './progress.ts';

interface TokenRow {
  id: string;
  created_at: number;
  expires_at: number;
  uses: number;
  used: number;
  owner: string | null;
  groups: string;
  approval: number;
  on_conflict: OnConflict;
}

interface KnownRow {
  id: string;
  platform: Platform;
  hostname: string;
  serial: string | null;
  uuid: string | null;
  state: DeviceState;
  state_reason: string;
  replaced_by: string | null;
  state_at: number;
}

/** New devices and new keys. All that decides about one is read in the transaction that writes it. */
export function enrollmentWrites(db: Db): Settled<Pick<EnrollmentWrites, 'enroll' | 'rotateKey'>> {
  const findToken = db.prepare<[Uint8Array], TokenRow>('SELECT * FROM enrollment_tokens WHERE hash = ?');
  const findKey = db.prepare<
    [Uint8Array],
    { id: string; token_id: string; state: DeviceState; current: number }
  >(`
    SELECT d.id, d.token_id, d.state, d.key_id = k.key_id AS current
    FROM device_keys k JOIN devices d ON d.id = k.device_id WHERE k.key_id = ?`);
  const findHardware = db.prepare<[Record<string, unknown>], KnownRow>(`
    SELECT id, platform, hostname, serial, uuid, state, state_reason, replaced_by, state_at FROM devices
    WHERE ${SAME_HARDWARE}`);
  const openReplacements = db.prepare<[string], { other_id: string }>(
    `SELECT other_id FROM conflicts WHERE device_id = ? AND kind = 'same_hardware' AND resolved_at IS NULL`,
  );
  const useToken = db.prepare('UPDATE enrollment_tokens SET used = used + 1 WHERE id = ?');
  const insert = db.prepare(`
    INSERT INTO devices (id, platform, hostname, serial, uuid, vendor, model, virtual, owner, groups, state,
      state_reason, state_at, on_conflict, enrolled_at, token_id, key_id, public_key, key_algorithm, key_storage,
      agent_version, ref)
    VALUES (@id, @platform, @hostname, @serial, @uuid, @vendor, @model, @virtual, @owner, @groups, @state,
      @reason, @at, @onConflict, @at, @tokenId, @keyId, @publicKey, @keyAlgorithm, @keyStorage, @agentVersion,
      (SELECT coalesce(max(ref), 0) + 1 FROM devices))`);
  const insertKey = db.prepare(`
    INSERT INTO device_keys (key_id, device_id, public_key, key_algorithm, key_storage, since, vouched_by, payload,
      signature)
    VALUES (@keyId, @deviceId, @publicKey, @keyAlgorithm, @keyStorage, @since, @vouchedBy, @payload, @signature)`);
  const retireKey = db.prepare('UPDATE device_keys SET retired_at = ? WHERE key_id = ?');
  const setKey = db.prepare(`
    UPDATE devices SET key_id = @keyId, public_key = @publicKey, key_algorithm = @keyAlgorithm,
      key_storage = @keyStorage WHERE id = @deviceId`);
  const { begin } = progressWriter(db);
  const writeEvent = eventWriter(db);
  const writeConflict = conflictWriter(db);

  function admit(device: NewDevice, token: TokenRow): EnrollResult {
    const { identity, tokenHash: _, ...columns } = device;
    const { serial, uuid } = identity;
    const known = findHardware
      .all({ serial, uuid })
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(
        ({ replaced_by, state_at: stateAt, state_reason: stateReason, ...row }): KnownDevice => ({
          ...row,
          ...{ isReplaced: replaced_by !== null, stateAt, stateReason },
        }),
      );
    const admission = decideAdmission(
      { platform: device.platform, serial, uuid },
      { onConflict: token.on_conflict, approval: token.approval === 1, createdAt: token.created_at },
      known,
    );
    const { state, reason, conflicts, replaces } = admission;
    const bound = {
      owner: token.owner,
      groups: token.groups,
      tokenId: token.id,
      onConflict: token.on_conflict,
    };
    insert.run({ ...columns, ...toIdentityColumns(identity), ...bound, state, reason });
    begin(device.id);
    const { id, keyId, publicKey, keyAlgorithm, keyStorage, at } = device;
    const origin = { vouchedBy: null, payload: null, signature: null };
    insertKey.run({ keyId, deviceId: id, publicKey, keyAlgorithm, keyStorage, since: at, ...origin });
    for (const conflict of conflicts) {
      writeConflict(id, conflict, at);
      writeEvent(
        id,
        { kind: 'conflict', title: 'Conflict flagged', detail: conflict.detail, by: 'collector' },
        at,
      );
      const detail = `device ${id} enrolled, and is the same machine by what it says`;
      const disputed = { kind: 'conflict' as const, title: 'Place disputed', detail, by: 'collector' };
      if (conflict.otherId) writeEvent(conflict.otherId, disputed, at);
    }
    useToken.run(token.id);
    return { result: 'enrolled', id, state, replaces };
  }

  return {
    enroll(device) {
      const token = findToken.get(device.tokenHash);
      if (!token) return { result: 'token_unknown' };
      const same = findKey.get(device.keyId);
      // The answer was lost on its way: the same key with the same token is told again what it was told.
      if (
        same?.current === 1 &&
        same.token_id === token.id &&
        !['revoked', 'unenrolled'].includes(same.state)
      ) {
        const replaces =
          same.state === 'active' ? openReplacements.all(same.id).map((row) => row.other_id) : [];
        return { result: 'enrolled', id: same.id, state: same.state, replaces };
      }
      if (token.expires_at <= device.at) return { result: 'token_expired' };
      if (token.used >= token.uses) return { result: 'token_used_up' };
      if (same) return { result: 'key_already_enrolled' };
      return admit(device, token);
    },
    rotateKey({ deviceId, oldKeyId, key, payload, signature }) {
      if (findKey.get(key.keyId)) return 'key_already_enrolled';
      retireKey.run(key.since, oldKeyId);
      insertKey.run({ ...key, deviceId, vouchedBy: oldKeyId, payload, signature });
      setKey.run({ ...key, deviceId });
      const detail = `the key before vouched for it; the new one is kept in: ${key.keyStorage}`;
      writeEvent(deviceId, { kind: 'key', title: 'Device key replaced', detail, by: 'agent' }, key.since);
      return 'rotated';
    },
  };
}
