import type { DeviceAssessment, DeviceFinding, DeviceFix } from '@assay/shared';

/** What the collector said last, line by line, in words for the person at the machine. Times are ms. */
export function describeAssessment(assessment: DeviceAssessment, saidAt: number, now: number): string[] {
  const { score, tier, findings, validUntil, forIt = 0, fixes = [] } = assessment;
  const counting = findings.filter(({ excuse }) => !excuse);
  const excused = findings.filter(({ excuse }) => excuse);
  const isWell = counting.length === 0 && excused.length === 0 && forIt === 0;
  return [
    `Score ${score} of 100, ${tier}, as of ${local(saidAt)}`,
    ...(validUntil < now ? ['This is out of date: the collector has heard nothing since.'] : []),
    ...(isWell ? ['Nothing to mend.'] : []),
    ...(counting.length > 0 ? ['', 'What to mend:', ...counting.flatMap(describeFinding)] : []),
    ...fixes.slice(0, 1).flatMap((fix) => describeFix(fix, findings)),
    ...(excused.length > 0
      ? ['', 'Not held against this machine yet:', ...excused.flatMap(describeFinding)]
      : []),
    ...(forIt > 0 ? ['', `${forIt === 1 ? '1 check is' : `${forIt} checks are`} for IT to mend.`] : []),
  ];
}

function describeFinding(finding: DeviceFinding): string[] {
  const { title, explain, remedy, required, points, excuse } = finding;
  const cost = excuse ? EXCUSES[excuse](until(finding)) : `${points} points`;
  return [
    `  ${title}${required ? ' (required)' : ''}, ${cost}`,
    ...(explain ? [`    found: ${explain}`] : []),
    ...(remedy ? [`    do:    ${remedy}`] : []),
  ];
}

const EXCUSES: Record<NonNullable<DeviceFinding['excuse']>, (until: string) => string> = {
  hold: (until) => `counts from ${until} on if it stays so`,
  grace: (until) => `mend it before ${until}`,
  exempt: (until) => `exempt until ${until}`,
  break_glass: (until) => `excused for everybody until ${until}`,
  warn: () => 'will be required some day',
};

const until = ({ excusedUntil }: DeviceFinding): string =>
  excusedUntil === undefined ? 'further notice' : local(excusedUntil);

function describeFix({ tier, score, checks, forIt = 0 }: DeviceFix, findings: DeviceFinding[]): string[] {
  const titles = checks.map((id) => `"${findings.find(({ check }) => check === id)?.title ?? id}"`);
  const others = forIt > 0 ? [`${forIt === 1 ? '1 check' : `${forIt} checks`} that IT mends`] : [];
  return ['', `Enough to be ${tier} again (score ${score}): ${[...titles, ...others].join(' and ')}`];
}

const local = (at: number): string => new Date(at).toLocaleString();
