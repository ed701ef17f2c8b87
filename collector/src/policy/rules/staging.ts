import type { Stage } from '@assay/shared';
import type { CheckDocument, ReachDocument } from '../document/document.ts';

/** Whom a stage is rolled out to: members of any of the groups, and a share of all devices. */
export interface Reach {
  groups: readonly string[];
  percent: number;
}

/** How far a check is rolled out. Null: to nobody in particular. */
export interface Staging {
  enforce: Reach | null;
  warn: Reach | null;
  otherwise: Stage;
}

/** What is not staged is enforced. */
export function toStaging(stage: CheckDocument['stage'] = 'enforce'): Staging {
  if (typeof stage === 'string') return { enforce: null, warn: null, otherwise: stage };
  const { enforce, warn, otherwise = 'observe' } = stage;
  return { enforce: toReach(enforce), warn: toReach(warn), otherwise };
}

const toReach = (reach: ReachDocument | undefined): Reach | null =>
  reach ? { groups: reach.groups ?? [], percent: reach.percent ?? 0 } : null;
