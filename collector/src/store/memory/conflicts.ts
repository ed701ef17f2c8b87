import { v7 as uuidv7 } from 'uuid';
import type { ConflictReads, NewConflict } from '../conflicts.ts';
import type { Settled } from '../settled.ts';
import { byNumber, byText, inOrder } from './order.ts';
import { deviceOf, type Tables } from './tables.ts';

/** Flags a conflict; one that is open already is not flagged twice. */
export function flag(tables: Tables, deviceId: string, conflict: NewConflict, at: number): void {
  const { otherId, kind, detail } = conflict;
  if (otherId !== null) deviceOf(tables, otherId);
  const like = tables.conflicts.where(
    (open) =>
      open.resolvedAt === null &&
      open.deviceId === deviceId &&
      open.kind === kind &&
      open.otherId === otherId,
  );
  if (like.length > 0) return;
  const id = uuidv7();
  const open = { resolvedAt: null, resolution: null, resolvedBy: null };
  tables.conflicts.insert(id, { id, deviceId, otherId, kind, detail, at, ...open });
}

/** Conflicts, read. */
export function conflictReads({ conflicts }: Tables): Settled<ConflictReads> {
  return {
    conflictsOf: (ids) =>
      conflicts
        .where(({ resolvedAt, deviceId, otherId }) => {
          const isAbout = ids.includes(deviceId) || (otherId !== null && ids.includes(otherId));
          return resolvedAt === null && isAbout;
        })
        .sort(
          inOrder(
            byNumber(({ at }) => at),
            byText(({ id }) => id),
          ),
        ),
    conflict: (id) => conflicts.get(id) ?? null,
  };
}
