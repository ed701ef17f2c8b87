import type { Settled } from '../settled.ts';
import type { TargetReads, TargetWrites } from '../targets.ts';
import { byText } from './order.ts';
import type { Tables } from './tables.ts';

/** Where verdicts go, written. */
export const targetWrites = ({ targets }: Tables): Settled<TargetWrites> => ({
  createTarget(target) {
    const taken = targets.where(({ name, removedAt }) => name === target.name && removedAt === null);
    if (taken.length > 0 || targets.get(target.id)) return false;
    targets.insert(target.id, { ...target, removedAt: null });
    return true;
  },
  removeTarget: ({ id, at }) => targets.get(id)?.removedAt === null && targets.update(id, { removedAt: at }),
});

/** Where verdicts go, read. */
export const targetReads = ({ targets }: Tables): Settled<TargetReads> => ({
  targets: () =>
    targets
      .where(({ removedAt }) => removedAt === null)
      .sort(byText(({ name }) => name))
      .map(({ removedAt: _, ...target }) => target),
});
