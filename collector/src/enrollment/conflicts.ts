import type { DeviceState, LastReport, Platform } from '@assay/shared';
import type { ConflictKind, NewConflict } from '../store/conflicts.ts';
import type { OnConflict } from '../store/devices.ts';

/**
 * What a device is told of why it is quarantined. The details are for administrators: they name other devices, and
 * whoever runs a copy must not learn of them.
 */
export const CONFLICT_WORDS: Record<ConflictKind, string> = {
  same_hardware: 'this machine is known under another key',
  claimed_hardware: 'it claims to be the hardware of another device',
  hardware_changed: 'its key turned up on other hardware',
  two_places: 'it is live from two places at once',
  number_rolled_back: 'its reports went back, as those of a copy do',
  number_reused: 'its reports do not follow from those known, as with a copy',
  retired_key: 'somebody came with a key that was replaced',
};

/**
 * Whether a device is quarantined for an open conflict. Whoever holds an old copy of the disk has the old key: if that
 * alone locked the device out, rotating would be in vain.
 */
export const keepsOut = ({ kind }: { kind: ConflictKind }): boolean => kind !== 'retired_key';

/** What a device says of the machine it is; placeholders are left out already (see `identityOf`). */
export interface HardwareClaim {
  platform: Platform;
  serial: string | null;
  uuid: string | null;
}

/** A device that is known already. */
export interface KnownDevice extends HardwareClaim {
  id: string;
  hostname: string;
  state: DeviceState;
  /** Another device took its place with permission. */
  isReplaced: boolean;
  stateAt: number;
  /** Of one that left by itself: what it was quarantined for; empty: it was not. */
  stateReason: string;
}

/** What becomes of a newcomer, and of those whose hardware it claims. */
export interface Admission {
  state: 'active' | 'pending' | 'quarantined';
  reason: string;
  conflicts: NewConflict[];
  /** Devices that it takes the place of. */
  replaces: string[];
}

const isSame = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.toLowerCase() === b.toLowerCase();

/** By which of its identities a machine is recognised; null: it is another one, or nothing can be told. */
export function sameHardware(a: HardwareClaim, b: HardwareClaim): 'serial' | 'UUID' | null {
  if (a.platform !== b.platform) return null;
  if (isSame(a.serial, b.serial)) return 'serial';
  return isSame(a.uuid, b.uuid) ? 'UUID' : null;
}

/**
 * Pure. A machine that comes back under another key is let in only where the token permits to replace, and never by a
 * token that was there before the machine was revoked: a stolen laptop doesn't come back on an old join string. One that
 * left by itself, or was replaced, has no place to dispute; but one that left out of quarantine is not shed of it on an old
 * join string either.
 */
export function decideAdmission(
  claim: HardwareClaim,
  token: { onConflict: OnConflict; approval: boolean; createdAt: number },
  known: readonly KnownDevice[],
): Admission {
  const matches = known.flatMap((device) => {
    const by = hasNoPlace(device, token) || device.isReplaced ? null : sameHardware(claim, device);
    return by ? [{ device, by }] : [];
  });
  const conflicts = matches.map(({ device, by }) => ({
    kind: 'same_hardware' as const,
    otherId: device.id,
    detail: `the same ${by} as ${device.hostname || device.id} (${device.state}), with another key`,
  }));
  const isBarred = matches.some(
    ({ device }) => device.state === 'revoked' && token.createdAt <= device.stateAt,
  );
  if (token.approval) {
    return { state: 'pending', reason: 'its enrollment token asks for approval', conflicts, replaces: [] };
  }
  const [first] = conflicts;
  if (!first) return { state: 'active', reason: '', conflicts, replaces: [] };
  if (token.onConflict === 'replace' && !isBarred) {
    return { state: 'active', reason: '', conflicts, replaces: matches.map(({ device }) => device.id) };
  }
  return { state: 'quarantined', reason: CONFLICT_WORDS[first.kind], conflicts, replaces: [] };
}

const hasNoPlace = (
  { state, stateAt, stateReason }: KnownDevice,
  { onConflict, createdAt }: { onConflict: OnConflict; createdAt: number },
): boolean =>
  state === 'unenrolled' && (stateReason === '' || onConflict === 'replace' || createdAt > stateAt);

/**
 * Pure. A known key that speaks from other hardware than before: a disk that was moved or copied. What wasn't told
 * before, or isn't told any more (a new board may have no serial), is no contradiction.
 */
export function movedHardware(before: HardwareClaim, now: HardwareClaim): NewConflict | null {
  const differs = (a: string | null, b: string | null) => a !== null && b !== null && !isSame(a, b);
  const what = differs(before.serial, now.serial)
    ? `serial ${now.serial} instead of ${before.serial}`
    : differs(before.uuid, now.uuid)
      ? `UUID ${now.uuid} instead of ${before.uuid}`
      : null;
  return what === null
    ? null
    : { kind: 'hardware_changed', otherId: null, detail: `the same key from ${what}` };
}

/**
 * Pure. Rule 6 (proto/README.md): an agent writes down each report before it sends it, so it never knows less than the
 * collector. One that does runs on a disk that was cloned, or put back in time: stops rollback, shows clones.
 */
export function rolledBack(
  told: LastReport | null,
  has: { number: number; digest: Uint8Array | null },
): NewConflict | null {
  const number = told?.number ?? 0;
  if (number < has.number) {
    const detail = `its last report was number ${number}, the collector has number ${has.number} of it`;
    return { kind: 'number_rolled_back', otherId: null, detail };
  }
  if (told && number === has.number && has.digest && !Buffer.from(told.digest).equals(has.digest)) {
    const detail = `it signed another report number ${number} than the collector has`;
    return { kind: 'number_reused', otherId: null, detail };
  }
  return null;
}
