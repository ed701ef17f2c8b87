import { type assay, wire } from '@assay/proto';
import type { DeviceAssessment, DeviceFinding, DeviceFix, Tier } from './assessment.ts';

/** An assessment as it goes on the wire to the device. */
export function assessmentToWire(assessment: DeviceAssessment): assay.v1.IAssessment {
  return {
    score: assessment.score,
    tier: wire.Tier[assessment.tier],
    assessed_at_ms: assessment.assessedAt,
    valid_until_ms: assessment.validUntil,
    policy: assessment.policy,
    findings: assessment.findings.map(findingToWire),
    for_it: assessment.forIt ?? 0,
    fixes: (assessment.fixes ?? []).map(fixToWire),
  };
}

const findingToWire = ({ excusedUntil = 0, ...finding }: DeviceFinding): assay.v1.IFinding => ({
  ...finding,
  excused_until_ms: excusedUntil,
});

const fixToWire = ({ tier, score, checks, forIt = 0 }: DeviceFix): assay.v1.IFix => ({
  ...{ tier: wire.Tier[tier], score, checks, for_it: forIt },
});

/** What a collector that knows fewer fields left out is missing here, too. */
export function assessmentFromWire(
  message: assay.v1.IAssessment | null | undefined,
): DeviceAssessment | null {
  if (!message) return null;
  const { score, tier, assessed_at_ms, valid_until_ms, policy, findings, for_it, fixes } =
    message as assay.v1.Assessment;
  return {
    score,
    tier: wire.Tier[tier] as Tier,
    assessedAt: assessed_at_ms,
    validUntil: valid_until_ms,
    policy,
    findings: findings.map((finding) => findingFromWire(finding as assay.v1.Finding)),
    ...(for_it > 0 ? { forIt: for_it } : {}),
    ...(fixes.length > 0 ? { fixes: fixes.map((fix) => fixFromWire(fix as assay.v1.Fix)) } : {}),
  };
}

function findingFromWire(finding: assay.v1.Finding): DeviceFinding {
  const { check, title, outcome, required, explain, remedy, points, excuse, excused_until_ms } = finding;
  return {
    ...{ check, title, outcome: outcome as DeviceFinding['outcome'], required, explain, remedy, points },
    ...(excuse ? { excuse: excuse as NonNullable<DeviceFinding['excuse']> } : {}),
    ...(excused_until_ms ? { excusedUntil: excused_until_ms } : {}),
  };
}

function fixFromWire({ tier, score, checks, for_it }: assay.v1.Fix): DeviceFix {
  return {
    ...{ tier: wire.Tier[tier] as DeviceFix['tier'], score, checks },
    ...(for_it > 0 ? { forIt: for_it } : {}),
  };
}
