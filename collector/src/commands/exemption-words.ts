import type { ExemptionDebt, ExemptionView } from '@assay/shared/api';

const STATES: Record<ExemptionView['state'], string> = {
  waiting: 'waits for a second person',
  active: 'in force',
  ended: 'ended',
  expired: 'over',
};

/** An exemption in two lines. */
export function formatExemption(exemption: ExemptionView, now: number): string {
  const { id, check, device, group, state, until, endsSoon, reason, by, approvedBy, devices, points } =
    exemption;
  const whom = device ? `${device.hostname || device.id}` : `group ${group}`;
  const soon = endsSoon ? ', ends soon' : '';
  const effect = state === 'active' ? `; excuses ${devices} now, ${points} points` : '';
  const second = approvedBy ? ` and ${approvedBy}` : '';
  return [
    `${id}  ${check} for ${whom}, until ${new Date(until).toISOString()} (${distance(until, now)}): ${STATES[state]}${soon}`,
    `    ${reason}; by ${by}${second}${effect}`,
  ].join('\n');
}

/** The debt in one line. */
export function formatDebt(debt: ExemptionDebt, now: number): string {
  const { open, waiting, devices, deviceDays, pointsWaived, oldest, renewals } = debt;
  if (open + waiting === 0) return 'Exemption debt: none';
  const since = oldest ? `, the oldest is ${duration(now - oldest.since)} old` : '';
  return `Exemption debt: ${open} open, ${waiting} waiting, ${renewals} renewals, ${devices} devices excused, ${deviceDays} device-days, ${pointsWaived} points waived${since}`;
}

const distance = (at: number, now: number): string =>
  at > now ? `in ${duration(at - now)}` : `${duration(now - at)} ago`;

const UNITS: [name: string, ms: number][] = [
  ['days', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
];

/** The largest unit of which there are two: `45 min`, `30 h`, `12 days`. */
function duration(ms: number): string {
  const [name, unit] = UNITS.find(([, size]) => ms >= 2 * size) ?? ['s', 1000];
  return `${Math.floor(ms / unit)} ${name}`;
}
