import { AssayError } from '@assay/shared';
import { toAuditEvent } from '../audit/actions.ts';
import type { Actor } from '../store/audit.ts';
import type { Conflict, Resolution } from '../store/conflicts.ts';
import { changeDevice } from './change-device.ts';
import { keepsOut } from './conflicts.ts';
import type { DeviceLifecycle, LifecycleServices } from './lifecycle.ts';

/** An administrator's decision on a conflict. `this` is the device that brought it about, `other` the one it disputes. */
export interface Decision {
  resolution: Resolution;
  by: Actor;
}

/**
 * Resolves a conflict: one of the two is revoked, or both stay. The one that goes is revoked first, so that a crash in
 * between leaves the conflict open, never both of them trusted.
 * @throws AssayError `not_found`, or `invalid_request` when it is resolved already or there is no other
 */
export async function resolveConflict(
  conflictId: string,
  { resolution, by }: Decision,
  services: LifecycleServices,
  { revoke }: Pick<DeviceLifecycle, 'revoke'>,
): Promise<void> {
  const conflict = await services.store.conflict(conflictId);
  if (!conflict) throw new AssayError('not_found', `there is no conflict ${conflictId}`);
  assertResolvable(conflict, resolution);
  const { deviceId, otherId } = conflict;
  if (resolution === 'keep_other') {
    await revoke(deviceId, { by, reason: 'another device keeps its place' });
    return;
  }
  if (resolution === 'keep_this' && otherId) {
    const reason = `device ${deviceId} keeps its place`;
    await revoke(otherId, { by, reason, replacedBy: deviceId });
  }
  await settle(conflict, { resolution, by }, services);
}

/** Closes the conflict; the device leaves quarantine when it was the last one that keeps it there. */
export async function settle(
  { id, deviceId, detail }: Pick<Conflict, 'id' | 'deviceId' | 'detail'>,
  { resolution, by }: Decision,
  services: LifecycleServices,
): Promise<void> {
  await services.fleet.with(deviceId, async (device) => {
    if (!device) return;
    const open = await services.store.conflictsOf([deviceId]);
    const remains = open.some((other) => other.deviceId === deviceId && other.id !== id && keepsOut(other));
    const leaves = device.record.state === 'quarantined' && !remains;
    const event = {
      kind: 'conflict' as const,
      title: `Conflict resolved: ${WORDS[resolution]}`,
      detail,
      by: by.name,
    };
    const after = { resolution, state: leaves ? 'active' : device.record.state };
    const before = { resolution: null, state: device.record.state };
    const at = services.clock.now();
    const act = { action: 'conflict.resolve', at, subject: id, detail, before, after } as const;
    const step = {
      event,
      audit: toAuditEvent(by, act),
      resolves: [{ id, resolution }],
      ...(leaves ? { standing: { state: 'active' as const, reason: '' } } : {}),
    };
    const cause = { kind: 'admin' as const, text: `${by.name} resolved a conflict: ${WORDS[resolution]}.` };
    await changeDevice(device, { step, cause }, services);
  });
}

const WORDS: Record<Resolution, string> = {
  keep_this: 'this device stays',
  keep_both: 'both devices stay',
  keep_other: 'the other device stays',
};

function assertResolvable({ id, resolvedAt, otherId }: Conflict, resolution: Resolution): void {
  if (resolvedAt !== null) throw new AssayError('invalid_request', `conflict ${id} is resolved already`);
  if (otherId === null && resolution !== 'keep_this') {
    throw new AssayError(
      'invalid_request',
      'this conflict is one device in two copies: resolve it with keep_this, or revoke the device',
    );
  }
}
