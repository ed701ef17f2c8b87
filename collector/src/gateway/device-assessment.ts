import type { Assessment, DeviceAssessment } from '@assay/shared';
import { findings } from '../assess/explain.ts';

/** What a device is told of its assessment. */
export const toDeviceAssessment = (assessment: Assessment): DeviceAssessment => ({
  score: assessment.score,
  tier: assessment.tier,
  assessedAt: assessment.assessedAt,
  validUntil: assessment.validUntil,
  policy: assessment.policy.hash,
  findings: findings(assessment),
});
