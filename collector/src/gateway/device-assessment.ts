import {
  type Assessment,
  type DeviceAssessment,
  type DeviceFinding,
  type DeviceFix,
  type Finding,
  type Fix,
  LIMITS,
} from '@assay/shared';
import { findings } from '../assess/explain.ts';
import { smallestFixes } from '../assess/smallest-fix.ts';

/**
 * What a device is told of its assessment: the texts that are for its user, and of what is IT's to mend only how much
 * there is. Conditions, thresholds, weights and the administrators' texts have no field here.
 */
export function toDeviceAssessment(assessment: Assessment): DeviceAssessment {
  const { score, tier, assessedAt, validUntil, policy } = assessment;
  const all = findings(assessment);
  const forUser = all.filter(({ audience }) => audience !== 'it');
  const forIt = all.filter(({ audience, excuse }) => audience === 'it' && !excuse).length;
  const told = new Set(forUser.map(({ check }) => check));
  const fixes = smallestFixes(assessment).map((fix) => toDeviceFix(fix, told));
  return {
    ...{ score, tier, assessedAt, validUntil, policy: policy.hash, findings: withinAFrame(forUser) },
    ...(forIt > 0 ? { forIt } : {}),
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}

/** Bytes. With as much again for titles and all else it fits into a frame, however many checks fail. */
const MAX_TEXTS = LIMITS.maxFrameBytes / 2;

/** The dearest with their texts; once those are too many, the others by their titles alone. */
function withinAFrame(findings: readonly Finding[]): DeviceFinding[] {
  let left = MAX_TEXTS;
  return findings.map(toDeviceFinding).map((finding) => {
    left -= Buffer.byteLength(finding.explain) + Buffer.byteLength(finding.remedy);
    return left >= 0 ? finding : { ...finding, explain: '', remedy: '' };
  });
}

function toDeviceFinding({ check, title, outcome, required, user, remedy, points, excuse }: Finding) {
  const finding: DeviceFinding = { check, title, outcome, required, explain: user, remedy, points };
  if (!excuse || excuse.kind === 'observe') return finding;
  finding.excuse = excuse.kind;
  if ('until' in excuse) finding.excusedUntil = excuse.until;
  return finding;
}

function toDeviceFix({ tier, score, checks }: Fix, told: ReadonlySet<string>): DeviceFix {
  const own = checks.filter((check) => told.has(check));
  const forIt = checks.length - own.length;
  return { tier, score, checks: own, ...(forIt > 0 ? { forIt } : {}) };
}
