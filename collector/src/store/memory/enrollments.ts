import { decideAdmission } from '../../enrollment/conflicts.ts';
import { hasEnded } from '../../enrollment/standing.ts';
import type { EnrollmentReads, EnrollmentWrites, EnrollResult, NewDevice } from '../enrollments.ts';
import type { Settled } from '../settled.ts';
import { appendAudit } from './audit.ts';
import { flag } from './conflicts.ts';
import { isSame } from './devices.ts';
import { writeEvent } from './lifecycle.ts';
import { byNumber, byText, descending, hex, inOrder } from './order.ts';
import { deviceOf, type Tables } from './tables.ts';

type TokenRow = ReturnType<Tables['enrollmentTokens']['where']>[number];

/** Tokens, new devices and new keys. */
export function enrollmentWrites(tables: Tables): Settled<EnrollmentWrites> {
  const { devices, deviceKeys, enrollmentTokens, conflicts } = tables;
  const withHash = (hash: Uint8Array) =>
    enrollmentTokens.where((token) => Buffer.compare(token.hash, hash) === 0).at(0);
  return {
    createEnrollmentToken({ audit, ...token }) {
      if (withHash(token.hash)) throw new Error('there is such a token already');
      enrollmentTokens.insert(token.id, token);
      appendAudit(tables, audit);
    },
    expireEnrollmentToken({ id, at, audit }) {
      const expiresAt = Math.min(enrollmentTokens.get(id)?.expiresAt ?? at, at);
      if (!enrollmentTokens.update(id, { expiresAt })) return false;
      appendAudit(tables, audit);
      return true;
    },
    enroll(device) {
      const token = withHash(device.tokenHash);
      if (!token) return { result: 'token_unknown' };
      const key = deviceKeys.get(hex(device.keyId));
      const same = key && deviceOf(tables, key.deviceId);
      const isCurrent = same && Buffer.compare(same.record.keyId, device.keyId) === 0;
      // The answer was lost on its way: the same key with the same token is told again what it was told.
      if (isCurrent && same.tokenId === token.id && !hasEnded(same.record.state)) {
        const disputed = conflicts.where(
          ({ deviceId, kind, resolvedAt }) =>
            deviceId === same.id && kind === 'same_hardware' && resolvedAt === null,
        );
        const replaces =
          same.record.state === 'active' ? disputed.map(({ otherId }) => otherId as string) : [];
        return { result: 'enrolled', id: same.id, state: same.record.state, replaces };
      }
      if (token.expiresAt <= device.at) return { result: 'token_expired' };
      if (token.used >= token.uses) return { result: 'token_used_up' };
      if (same) return { result: 'key_already_enrolled' };
      return admit(tables, device, token);
    },
    rotateKey({ deviceId, oldKeyId, key }) {
      if (deviceKeys.get(hex(key.keyId))) return 'key_already_enrolled';
      const { record } = deviceOf(tables, deviceId);
      const { keyId, publicKey, keyAlgorithm, keyStorage } = key;
      deviceKeys.update(hex(oldKeyId), { retiredAt: key.since });
      deviceKeys.insert(hex(keyId), { ...key, deviceId, retiredAt: null });
      devices.update(deviceId, { record: { ...record, keyId, publicKey, keyAlgorithm, keyStorage } });
      const detail = `the key before vouched for it; the new one is kept in: ${keyStorage}`;
      const event = { kind: 'key', title: 'Device key replaced', detail, by: 'agent' } as const;
      writeEvent(tables, deviceId, event, key.since);
      return 'rotated';
    },
  };
}

/** Tokens and keys, read. */
export function enrollmentReads({ enrollmentTokens, deviceKeys }: Tables): Settled<EnrollmentReads> {
  return {
    enrollmentTokens: () =>
      enrollmentTokens
        .where(({ uses }) => uses > 0)
        .sort(
          descending(
            inOrder(
              byNumber(({ createdAt }) => createdAt),
              byText(({ id }) => id),
            ),
          ),
        )
        .map(({ hash: _, ...token }) => token),
    deviceKeys: (id) =>
      deviceKeys
        .where(({ deviceId }) => deviceId === id)
        .sort(
          descending(
            inOrder(
              byNumber(({ since }) => since),
              byText(({ keyId }) => hex(keyId)),
            ),
          ),
        )
        .map(({ deviceId: _, ...key }) => key),
  };
}

function admit(tables: Tables, device: NewDevice, token: TokenRow): EnrollResult {
  const { id, platform, identity, keyId, publicKey, keyAlgorithm, keyStorage, agentVersion, at } = device;
  const { serial, uuid } = identity;
  const known = tables.devices
    .where(({ record }) => isSame(record.serial, serial) || isSame(record.uuid, uuid))
    .sort(byText((row) => row.id))
    .map(({ record, replacedBy }) => ({ ...record, isReplaced: replacedBy !== null }));
  const admission = decideAdmission({ platform, serial, uuid }, token, known);
  const { state, reason, conflicts, replaces } = admission;
  const { owner, groups, onConflict } = token;
  tables.devices.insert(id, {
    ...{ id, tokenId: token.id, replacedBy: null, newestNumber: 0, lookAt: null },
    ...{ assessment: null, times: null, cause: null, causeAt: null },
    record: {
      ...{ id, platform, ...identity, owner, groups, onConflict, enrolledAt: at, agentVersion },
      ...{ state, stateReason: reason, stateAt: at, keyId, publicKey, keyAlgorithm, keyStorage },
      ...{ lastNumber: 0, lastReportAt: null, lastSeenAt: null, canary: false },
    },
  });
  const key = { keyId, publicKey, keyAlgorithm, keyStorage, since: at, retiredAt: null };
  tables.deviceKeys.insert(hex(keyId), { ...key, deviceId: id });
  for (const conflict of conflicts) {
    flag(tables, id, conflict, at);
    const flagged = {
      kind: 'conflict',
      title: 'Conflict flagged',
      detail: conflict.detail,
      by: 'collector',
    } as const;
    writeEvent(tables, id, flagged, at);
    const detail = `device ${id} enrolled, and is the same machine by what it says`;
    const disputed = { kind: 'conflict', title: 'Place disputed', detail, by: 'collector' } as const;
    if (conflict.otherId) writeEvent(tables, conflict.otherId, disputed, at);
  }
  tables.enrollmentTokens.update(token.id, { used: token.used + 1 });
  return { result: 'enrolled', id, state, replaces };
}
