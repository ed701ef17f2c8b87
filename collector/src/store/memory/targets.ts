import type { Settled } from '../settled.ts';
import type { TargetReads, TargetWrites } from '../targets.ts';
import { appendAudit } from './audit.ts';
import { byText } from './order.ts';
import type { Tables } from './tables.ts';

/** Whether something may still become of what is queued for it. */
export const hasTarget = ({ targets }: Pick<Tables, 'targets'>, id: string): boolean =>
  targets.get(id)?.removedAt === null;

/** Where verdicts go, written. */
export const targetWrites = (tables: Tables): Settled<TargetWrites> => ({
  createTarget({ audit, ...target }) {
    const { targets } = tables;
    const taken = targets.where(({ name, removedAt }) => name === target.name && removedAt === null);
    if (taken.length > 0 || targets.get(target.id)) return false;
    targets.insert(target.id, { ...target, removedAt: null });
    appendAudit(tables, audit);
    return true;
  },
  removeTarget({ id, at, audit }) {
    if (tables.targets.get(id)?.removedAt !== null) return false;
    tables.targets.update(id, { removedAt: at, config: {} });
    appendAudit(tables, audit);
    return true;
  },
});

/** Where verdicts go, read. */
export const targetReads = ({ targets }: Tables): Settled<TargetReads> => ({
  targets: () =>
    targets
      .where(({ removedAt }) => removedAt === null)
      .sort(byText(({ name }) => name))
      .map(({ removedAt: _, ...target }) => target),
});
