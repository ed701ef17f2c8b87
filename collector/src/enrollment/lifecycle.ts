import { AssayError } from '@assay/shared';
import { toAuditEvent } from '../audit/actions.ts';
import type { Device, Fleet } from '../fleet.ts';
import type { Actor } from '../store/audit.ts';
import type { ConflictReads, Resolution } from '../store/conflicts.ts';
import type { DeviceRecord } from '../store/devices.ts';
import type { LifecycleWrites } from '../store/lifecycle.ts';
import { type ChangeServices, changeDevice } from './change-device.ts';
import { CONFLICT_WORDS, keepsOut } from './conflicts.ts';
import type { FlagServices } from './flagging.ts';
import { assertNoCanary, hasEnded } from './standing.ts';

export interface LifecycleServices extends ChangeServices {
  fleet: Fleet;
  store: LifecycleWrites & ConflictReads;
  /** Ends the device's session, if it has one, and tells its agent why. */
  endSession(deviceId: string, error: AssayError): void;
}

/** What administrators do to devices; each is durable, published and in the device's timeline when it resolves. */
export interface DeviceLifecycle {
  /** @throws AssayError `not_found`, or `invalid_request` when it does not wait for approval */
  approve(id: string, by: Actor): Promise<void>;
  /**
   * For good: the key is never accepted again.
   * @throws AssayError `not_found`
   */
  revoke(id: string, revocation: { by: Actor; reason: string; replacedBy?: string }): Promise<void>;
  /** @throws AssayError `not_found` */
  setOwner(id: string, owner: string | null, by: Actor): Promise<void>;
}

/** Why a device that has ended is refused. */
export function endedError({ state, stateReason }: Pick<DeviceRecord, 'state' | 'stateReason'>): AssayError {
  const why = stateReason ? `: ${stateReason}` : '';
  return state === 'revoked'
    ? new AssayError(
        'device_revoked',
        `an administrator revoked this device${why}; to come back it needs a new join string`,
      )
    : new AssayError(
        'device_unenrolled',
        'this device was un-enrolled by its agent; to come back it needs a new join string',
      );
}

export function createLifecycle(services: LifecycleServices): DeviceLifecycle {
  const { fleet, store, endSession } = services;

  const withDevice = (id: string, task: (device: Device) => Promise<void>) =>
    fleet.with(id, async (device) => {
      if (!device) throw new AssayError('not_found', `there is no device ${id}`);
      assertNoCanary(device.record);
      await task(device);
    });
  /** What an act changes of a device, for the audit log. */
  const moved = ({ record }: Device, after: Partial<Pick<DeviceRecord, 'state' | 'owner'>>) => ({
    ...{ at: services.clock.now(), subject: record.id, after },
    before: 'state' in after ? { state: record.state } : { owner: record.owner },
  });

  return {
    approve: (id, by) =>
      withDevice(id, async (device) => {
        if (device.record.state !== 'pending') {
          throw new AssayError(
            'invalid_request',
            `device ${id} is ${device.record.state}, not waiting for approval`,
          );
        }
        const conflict = (await ownConflicts(id, store)).find(keepsOut);
        const standing = conflict
          ? { state: 'quarantined' as const, reason: CONFLICT_WORDS[conflict.kind] }
          : { state: 'active' as const, reason: '' };
        const event = { kind: 'approved' as const, title: 'Approved', detail: '', by: by.name };
        const cause = { kind: 'admin' as const, text: `${by.name} approved the device.` };
        const act = { action: 'device.approve', ...moved(device, { state: standing.state }) } as const;
        const step = { event, standing, audit: toAuditEvent(by, act) };
        await changeDevice(device, { step, cause }, services);
      }),

    revoke: (id, { by, reason, replacedBy }) =>
      withDevice(id, async (device) => {
        if (device.record.state === 'revoked' && !replacedBy) return;
        const wasRevoked = device.record.state === 'revoked';
        const standing = { state: 'revoked' as const, reason, ...(replacedBy ? { replacedBy } : {}) };
        const event = { kind: 'revoked' as const, title: 'Revoked', detail: reason, by: by.name };
        const cause = { kind: 'admin' as const, text: `${by.name} revoked the device: ${reason}.` };
        const act = {
          action: 'device.revoke',
          detail: reason,
          ...moved(device, { state: 'revoked' }),
        } as const;
        const resolves = await lostBy(id, store);
        const step = { event, standing, resolves, audit: toAuditEvent(by, act) };
        const news = wasRevoked ? {} : { news: { kind: 'revoked' as const } };
        await changeDevice(device, { step, cause, ...news }, services);
        endSession(id, endedError(device.record));
      }),

    setOwner: (id, owner, by) =>
      withDevice(id, async (device) => {
        const previousOwner = device.record.owner;
        if (previousOwner === owner) return;
        const words = (email: string | null) => email ?? 'nobody';
        const detail = `${words(previousOwner)} → ${words(owner)}`;
        const event = { kind: 'owner' as const, title: 'Owner changed', detail, by: by.name };
        const cause = { kind: 'admin' as const, text: `${by.name} changed the owner: ${detail}.` };
        // Nobody is to be let in or kept out by a device that is gone.
        const news = hasEnded(device.record.state)
          ? {}
          : { news: { kind: 'owner_changed' as const, previousOwner } };
        const act = { action: 'device.set_owner', detail, ...moved(device, { owner }) } as const;
        const step = { event, owner, audit: toAuditEvent(by, act) };
        await changeDevice(device, { step, cause, ...news }, services);
      }),
  };
}

const LOST: Resolution = 'keep_other';

const ownConflicts = async (id: string, store: Pick<ConflictReads, 'conflictsOf'>) =>
  (await store.conflictsOf([id])).filter(({ deviceId }) => deviceId === id);

/** Who is gone disputes nobody's place any more. */
const lostBy = async (deviceId: string, store: Pick<ConflictReads, 'conflictsOf'>) =>
  (await ownConflicts(deviceId, store)).map(({ id }) => ({ id, resolution: LOST }));

/** Marks a device as gone because its agent said so. Runs within `Fleet.with`. */
export async function unenroll(device: Device, services: FlagServices): Promise<void> {
  assertNoCanary(device.record);
  if (hasEnded(device.record.state)) return;
  const resolves = await lostBy(device.record.id, services.store);
  const event = {
    kind: 'unenrolled' as const,
    title: 'Un-enrolled',
    detail: 'its agent left for good',
    by: 'agent',
  };
  const { state, stateReason } = device.record;
  // Leaving is no way to shed it.
  const reason = state === 'quarantined' ? `it was quarantined: ${stateReason}` : '';
  const standing = { state: 'unenrolled' as const, reason };
  const cause = { kind: 'device' as const, text: 'The agent un-enrolled the device.' };
  const step = { event, standing, resolves };
  await changeDevice(device, { step, cause, news: { kind: 'unenrolled' } }, services);
}
