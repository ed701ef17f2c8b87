const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface Length {
  label: string;
  ms: number;
}

const LENGTHS: Length[] = [
  { label: '1 hour', ms: HOUR_MS },
  { label: '8 hours', ms: 8 * HOUR_MS },
  { label: '1 day', ms: DAY_MS },
  { label: '3 days', ms: 3 * DAY_MS },
  { label: '7 days', ms: 7 * DAY_MS },
  { label: '14 days', ms: 14 * DAY_MS },
  { label: '30 days', ms: 30 * DAY_MS },
];

/** How long something may be excused, to choose from: what the policy allows, its longest last. */
export function lengthsUpTo(maxMs: number): Length[] {
  const allowed = LENGTHS.filter(({ ms }) => ms <= maxMs);
  return allowed.length > 0 ? allowed : [{ label: `${Math.floor(maxMs / 60_000)} minutes`, ms: maxMs }];
}
