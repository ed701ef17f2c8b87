import type { Device } from '../fleet.ts';
import type { Lifecycle } from '../step.ts';
import type { ConflictReads, NewConflict } from '../store/conflicts.ts';
import type { DeviceReads, DeviceRecord, Identity } from '../store/devices.ts';
import type { LifecycleWrites } from '../store/lifecycle.ts';
import { type ChangeServices, changeDevice } from './change-device.ts';
import { CONFLICT_WORDS, keepsOut, movedHardware } from './conflicts.ts';

/** Pure. What flagging means for the device; its token's policy says whether it is quarantined. */
function toFlagging(
  { state, onConflict }: Pick<DeviceRecord, 'state' | 'onConflict'>,
  conflicts: NewConflict[],
): Lifecycle {
  const detail = conflicts.map((conflict) => conflict.detail).join('; ');
  const reason = [...new Set(conflicts.map(({ kind }) => CONFLICT_WORDS[kind]))].join('; ');
  const quarantines = state === 'active' && onConflict === 'quarantine' && conflicts.some(keepsOut);
  return {
    step: {
      event: { kind: 'conflict', title: 'Conflict flagged', detail, by: 'collector' },
      conflicts,
      ...(quarantines ? { standing: { state: 'quarantined', reason } } : {}),
    },
    cause: { kind: 'device', text: `A conflict was flagged: ${detail}.` },
  };
}

export interface FlagServices extends ChangeServices {
  store: LifecycleWrites & Pick<ConflictReads, 'conflictsOf'>;
}

/** Flags a conflict of a device; one that is open already is not flagged again. Runs within `Fleet.with`. */
export async function flagConflict(
  device: Device,
  conflict: NewConflict,
  services: FlagServices,
): Promise<void> {
  const { id } = device.record;
  const open = await services.store.conflictsOf([id]);
  if (open.some((known) => known.deviceId === id && known.kind === conflict.kind)) return;
  await changeDevice(device, toFlagging(device.record, [conflict]), services);
}

/**
 * What a report's hardware says against what is known: another machine than before, or one that other devices claim.
 * @returns null while the identity is the one that is known, which costs nothing
 */
export async function hardwareConflicts(
  { id, platform, ...before }: DeviceRecord,
  now: Identity,
  store: Pick<DeviceReads, 'devicesWithHardware'>,
): Promise<Lifecycle | null> {
  const serial = newlyClaimed(before.serial, now.serial);
  const uuid = newlyClaimed(before.uuid, now.uuid);
  if (!serial && !uuid) return null;
  const moved = movedHardware({ platform, ...before }, { platform, serial, uuid });
  const others = await store.devicesWithHardware({ platform, serial, uuid, except: id });
  const claimed = others.map(
    (otherId): NewConflict => ({
      kind: 'claimed_hardware',
      otherId,
      detail: `it reports the serial or UUID of device ${otherId}`,
    }),
  );
  const conflicts = [...(moved ? [moved] : []), ...claimed];
  return conflicts.length === 0 ? null : toFlagging(before, conflicts);
}

const newlyClaimed = (before: string | null, now: string | null): string | null =>
  now !== null && now.toLowerCase() !== before?.toLowerCase() ? now : null;
