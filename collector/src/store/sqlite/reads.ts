import type { Reads } from '../store.ts';
import { historyReads } from './commits.ts';
import { conflictReads } from './conflicts.ts';
import { coverageReads } from './coverage.ts';
import type { Db } from './database.ts';
import { deliveryReads } from './deliveries.ts';
import { deviceReads } from './devices.ts';
import { exemptionReads } from './exemptions.ts';
import { judgementReads } from './judgements.ts';
import { policyReads } from './policies.ts';
import { rolloutReads } from './rollouts.ts';
import { settingReads } from './settings.ts';

/** All that can be read, over one connection. */
export const readsOf = (db: Db): Reads => ({
  ...historyReads(db),
  ...deviceReads(db),
  ...conflictReads(db),
  ...deliveryReads(db),
  ...settingReads(db),
  ...policyReads(db),
  ...judgementReads(db),
  ...rolloutReads(db),
  ...coverageReads(db),
  ...exemptionReads(db),
});
