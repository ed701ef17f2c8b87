import type { Settled } from '../settled.ts';
import type { Reads } from '../store.ts';
import { accessReads } from './access.ts';
import { auditReads } from './audit.ts';
import { canaryReads } from './canary.ts';
import { conflictReads } from './conflicts.ts';
import { coverageReads } from './coverage.ts';
import type { Db } from './database.ts';
import { deliveryReads } from './deliveries.ts';
import { deviceReads } from './devices.ts';
import { enrollmentTokenReads } from './enrollment-tokens.ts';
import { exemptionReads } from './exemptions.ts';
import { historyReads } from './history.ts';
import { judgementReads } from './judgements.ts';
import { noticeReads } from './notices.ts';
import { policyReads } from './policies.ts';
import { reportLogReads } from './report-log.ts';
import { rolloutReads } from './rollouts.ts';
import { targetReads } from './targets.ts';

/** All that can be read, over one connection. */
export const readsOf = (db: Db): Settled<Reads> => ({
  ...reportLogReads(db),
  ...historyReads(db),
  ...judgementReads(db),
  ...deviceReads(db),
  ...conflictReads(db),
  ...enrollmentTokenReads(db),
  ...deliveryReads(db),
  ...targetReads(db),
  ...policyReads(db),
  ...rolloutReads(db),
  ...exemptionReads(db),
  ...noticeReads(db),
  ...coverageReads(db),
  ...auditReads(db),
  ...accessReads(db),
  ...canaryReads(db),
});
