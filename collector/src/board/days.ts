import type { CoverageEvents, CoverageHour, FleetLook } from '../store/coverage.ts';
import { DAY_MS } from './look.ts';

/** How many of some verdicts rest on evidence that the policy accepts. */
interface Freshness {
  verdicts: number;
  fresh: number;
}

/** A day of the fleet, UTC. */
export interface CoverageDay {
  /** Its end; of the last one, now. */
  at: number;
  /** In how many of its hours somebody looked: 24 while the collector ran all day, 0 while it was off. */
  hours: number;
  /** How the fleet stood at the day's last look; null: nobody looked. */
  look: Pick<FleetLook, 'enrolled' | 'reporting' | 'judged' | 'tiers' | 'checks'> | null;
  /** Every verdict that was in force when somebody looked. */
  inForce: Freshness;
  /** Every change of verdict that was published. */
  told: Freshness;
}

/** From failing a check to passing it. */
interface MendingTime {
  check: string;
  mended: number;
  /** Null: nothing was mended. */
  meanMs: number | null;
  /** Failing now, and since when the oldest of them does. */
  open: number;
  oldestSince: number | null;
}

interface Span {
  since: number;
  until: number;
}

/** Pure. One for each day of the time, whether somebody looked or not; hours and events in any order. */
export function toDays(
  hours: readonly CoverageHour[],
  events: readonly CoverageEvents[],
  { since, until }: Span,
): CoverageDay[] {
  const days = daysBetween(since, until);
  const dayOf = (hour: number) => days[Math.floor(hour / DAY_MS) - Math.floor(since / DAY_MS)];
  for (const { hour, look } of hours.toSorted((a, b) => a.hour - b.hour)) {
    const day = dayOf(hour);
    if (!day) continue;
    const { enrolled, reporting, judged, tiers, checks } = look;
    day.hours += 1;
    day.look = { enrolled, reporting, judged, tiers, checks };
    day.inForce.verdicts += judged;
    day.inForce.fresh += look.fresh;
  }
  for (const { hour, told, toldFresh } of events) {
    const day = dayOf(hour);
    if (!day) continue;
    day.told.verdicts += told;
    day.told.fresh += toldFresh;
  }
  return days;
}

function daysBetween(since: number, until: number): CoverageDay[] {
  const days: CoverageDay[] = [];
  for (let end = Math.floor(since / DAY_MS) * DAY_MS + DAY_MS; end < until + DAY_MS; end += DAY_MS) {
    const nothing = { verdicts: 0, fresh: 0 };
    const at = Math.min(end, until);
    days.push({ at, hours: 0, look: null, inForce: { ...nothing }, told: { ...nothing } });
  }
  return days;
}

/** Pure. By check: what most devices fail now comes first. */
export function toMending(events: readonly CoverageEvents[], now: FleetLook): MendingTime[] {
  const sums = new Map<string, { count: number; sumMs: number }>();
  for (const { mended } of events) {
    for (const [check, { count, sumMs }] of Object.entries(mended)) {
      const sum = sums.get(check) ?? { count: 0, sumMs: 0 };
      sums.set(check, { count: sum.count + count, sumMs: sum.sumMs + sumMs });
    }
  }
  const failing = Object.entries(now.checks).flatMap(([check, { fail }]) => (fail > 0 ? check : []));
  return [...new Set([...sums.keys(), ...failing])]
    .map((check) => {
      const { count = 0, sumMs = 0 } = sums.get(check) ?? {};
      const { fail = 0, oldestSince = null } = now.checks[check] ?? {};
      const meanMs = count === 0 ? null : Math.round(sumMs / count);
      return { check, mended: count, meanMs, open: fail, oldestSince };
    })
    .sort((a, b) => b.open - a.open || b.mended - a.mended || (a.check < b.check ? -1 : 1));
}
