import { v7 as uuidv7 } from 'uuid';
import type { DeviceEvent, LifecycleStep, LifecycleWrites } from '../lifecycle.ts';
import type { Settled } from '../settled.ts';
import { appendAudit } from './audit.ts';
import { flag } from './conflicts.ts';
import { deviceOf, type Tables } from './tables.ts';

/** What becomes of devices that were never judged. */
export const lifecycleWrites = (tables: Tables): Settled<LifecycleWrites> => ({
  applyLifecycle: ({ deviceId, at, step }) => applyStep(tables, deviceId, step, at),
});

/** Writes what became of a device itself. */
export function applyStep(tables: Tables, deviceId: string, step: LifecycleStep, at: number): void {
  const { event, standing, owner, conflicts = [], resolves = [], audit } = step;
  const { record, replacedBy } = deviceOf(tables, deviceId);
  tables.devices.update(deviceId, {
    replacedBy: standing?.replacedBy ?? replacedBy,
    record: {
      ...record,
      ...(standing ? { state: standing.state, stateReason: standing.reason, stateAt: at } : {}),
      ...(owner === undefined ? {} : { owner }),
    },
  });
  for (const conflict of conflicts) flag(tables, deviceId, conflict, at);
  for (const { id, resolution } of resolves) {
    if (tables.conflicts.get(id)?.resolvedAt === null)
      tables.conflicts.update(id, { resolvedAt: at, resolution, resolvedBy: event.by });
  }
  writeEvent(tables, deviceId, event, at);
  appendAudit(tables, audit);
}

/** Writes a row of a device's timeline. */
export function writeEvent(tables: Tables, deviceId: string, event: DeviceEvent, at: number): void {
  const { id: owner } = deviceOf(tables, deviceId);
  const { kind, title, detail, by } = event;
  const id = uuidv7();
  tables.deviceEvents.insert(id, { id, deviceId: owner, at, kind, title, detail, by });
}
