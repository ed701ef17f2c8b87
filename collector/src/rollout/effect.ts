import type { Assessment, Tier } from '@assay/shared';

/** A device whose tier is another one under the policy that is tried. */
export interface Flip {
  device: string;
  hostname: string;
  owner: string | null;
  groups: string[];
  from: { tier: Tier; score: number };
  to: { tier: Tier; score: number };
  /** When it would come to that, ms; of a plan: when hold and grace have ended. */
  at: number;
  /** Ids of the checks that count against it, or cap its score, and did not before. */
  checks: string[];
}

/** How many of some devices move, and where to. */
interface Moves {
  devices: number;
  newlyUntrusted: number;
  worse: number;
  better: number;
}

/** What a policy would do to the fleet. */
export interface Effect extends Moves {
  /** In no group: the empty name. */
  groups: ({ group: string } & Moves)[];
  /** Which checks take a tier away, from how many devices; the most first. */
  checks: { check: string; devices: number }[];
  /** The first of them, by what they lose. */
  flips: Flip[];
}

export interface EffectSum {
  /** One device of the fleet; null: its tier stays. */
  add(groups: readonly string[], flip: Flip | null): void;
  result(): Effect;
}

/** As many devices are listed by name; the rest is in the counts. */
const MAX_LISTED = 200;
const RANK: Record<Tier, number> = { untrusted: 0, limited: 1, trusted: 2 };

/** Adds up what becomes of each device. */
export function createEffect(): EffectSum {
  const all = noMoves();
  const groups = new Map<string, Moves>();
  const checks = new Map<string, number>();
  const flips: Flip[] = [];

  const groupOf = (name: string): Moves => {
    const known = groups.get(name);
    if (known) return known;
    const moves = noMoves();
    groups.set(name, moves);
    return moves;
  };

  return {
    add(names, flip) {
      const sums = [all, ...(names.length > 0 ? names : ['']).map(groupOf)];
      for (const sum of sums) count(sum, flip);
      if (!flip) return;
      flips.push(flip);
      if (isWorse(flip)) for (const check of flip.checks) checks.set(check, (checks.get(check) ?? 0) + 1);
    },
    result: () =>
      inOrder({
        ...all,
        groups: [...groups].map(([group, moves]) => ({ group, ...moves })),
        checks: [...checks].map(([check, devices]) => ({ check, devices })),
        flips,
      }),
  };
}

/** Pure. What becomes of two parts of a fleet together. */
export const joinEffects = (a: Effect, b: Effect): Effect =>
  inOrder({
    ...sumOf(a, b),
    groups: joined(a.groups, b.groups, ({ group }) => group, sumOf),
    checks: joined(
      a.checks,
      b.checks,
      ({ check }) => check,
      (one, other) => ({ ...one, devices: one.devices + other.devices }),
    ),
    flips: [...a.flips, ...b.flips],
  });

function sumOf<T extends Moves>(a: T, b: T): T {
  const { devices, newlyUntrusted, worse, better } = a;
  return {
    ...a,
    devices: devices + b.devices,
    newlyUntrusted: newlyUntrusted + b.newlyUntrusted,
    worse: worse + b.worse,
    better: better + b.better,
  };
}

function joined<T>(
  a: readonly T[],
  b: readonly T[],
  nameOf: (item: T) => string,
  sum: (a: T, b: T) => T,
): T[] {
  const all = new Map(a.map((item) => [nameOf(item), item]));
  for (const item of b) {
    const known = all.get(nameOf(item));
    all.set(nameOf(item), known ? sum(known, item) : item);
  }
  return [...all.values()];
}

const byName = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** What matters most comes first, and the same always in the same order, however the fleet was shared out. */
const inOrder = ({ groups, checks, flips, ...moves }: Effect): Effect => ({
  ...moves,
  groups: groups.toSorted(
    (a, b) =>
      b.newlyUntrusted - a.newlyUntrusted ||
      b.worse - a.worse ||
      b.devices - a.devices ||
      byName(a.group, b.group),
  ),
  checks: checks.toSorted((a, b) => b.devices - a.devices || byName(a.check, b.check)),
  flips: flips
    .toSorted((a, b) => loss(b) - loss(a) || a.at - b.at || byName(a.device, b.device))
    .slice(0, MAX_LISTED),
});

const noMoves = (): Moves => ({ devices: 0, newlyUntrusted: 0, worse: 0, better: 0 });
const loss = ({ from, to }: Pick<Flip, 'from' | 'to'>): number => RANK[from.tier] - RANK[to.tier];
const isWorse = (flip: Flip): boolean => loss(flip) > 0;

function count(sum: Moves, flip: Flip | null): void {
  sum.devices += 1;
  if (!flip) return;
  if (isWorse(flip)) sum.worse += 1;
  else sum.better += 1;
  if (flip.to.tier === 'untrusted') sum.newlyUntrusted += 1;
}

/**
 * Pure. The checks that count against a device in one assessment and not in the other, or cap it and only cost points
 * there.
 */
export const newlyCounting = (before: Assessment, after: Assessment): string[] =>
  after.checks
    .filter(({ counts }) => counts)
    .filter(
      ({ check, required }) =>
        !before.checks.some(
          (result) => result.check === check && result.counts && (result.required || !required),
        ),
    )
    .map(({ check }) => check);
