import type { Assessment, Signals } from '@assay/shared';
import type { DeviceRecord } from '../store/devices.ts';
import type { Flip } from './effect.ts';
import { createLife, type LifeContext } from './life.ts';
import { type Trial, toFlip } from './plan.ts';
import { without } from './without.ts';

/** What a device said, and when. */
export interface SimulatedReport {
  at: number;
  /** The collector's clock less the agent's, ms. */
  clockSkew: number;
  signals: Signals;
}

/** More than any policy's holds and graces have ends between two reports. */
const MAX_LOOKS = 100;

/** Gives out the most that a device would have lost, or else won. */
type Simulation = (
  record: DeviceRecord,
  reports: Iterable<SimulatedReport>,
  context: LifeContext,
  period: { since: number; until: number },
) => Flip | null;

/**
 * Makes the comparison for one device after the other: each lives its past under both policies. Only what is new was
 * kept of it, so between two reports it may have said the same all the time: evidence never grows stale here, nor any
 * signal of it too old for a check.
 */
export function createSimulation({ active, candidate }: Trial): Simulation {
  const ageless = { active: without(active, ['max_age']), candidate: without(candidate, ['max_age']) };
  return (record, reports, context, period) => simulateDevice(ageless, record, reports, context, period);
}

function simulateDevice(
  { active, candidate }: Trial,
  record: DeviceRecord,
  reports: Iterable<SimulatedReport>,
  context: LifeContext,
  { since, until }: { since: number; until: number },
): Flip | null {
  const [underActive, underCandidate] = [createLife(active, context), createLife(candidate, context)];
  let worst: Flip | null = null;
  let before: { active: Assessment; candidate: Assessment } | null = null;

  function look(now: number, { signals, clockSkew }: SimulatedReport): void {
    const judged = {
      active: underActive.at(now, signals, clockSkew),
      candidate: underCandidate.at(now, signals, clockSkew),
    };
    if (judged.active === before?.active && judged.candidate === before.candidate) return;
    before = judged;
    const flip = toFlip(record, judged.active, judged.candidate, now);
    if (weightOf(flip) > weightOf(worst)) worst = flip;
  }

  for (const [report, next] of followed(reports)) {
    const end = Math.min(next?.at ?? until, until);
    let now = Math.max(report.at, since);
    for (let looks = 0; now <= end && looks < MAX_LOOKS; looks += 1) {
      look(now, report);
      now = Math.min(underActive.dueAt(), underCandidate.dueAt());
    }
  }
  return worst;
}

/** Each with the one that follows it. */
function* followed<T>(items: Iterable<T>): Generator<[T, T | undefined]> {
  let last: T | undefined;
  for (const item of items) {
    if (last !== undefined) yield [last, item];
    last = item;
  }
  if (last !== undefined) yield [last, undefined];
}

const TIER_RANK = { untrusted: 0, limited: 1, trusted: 2 } as const;

/** Any loss is more than any win, and either is more than nothing. */
function weightOf(flip: Flip | null): number {
  const won = flip ? TIER_RANK[flip.to.tier] - TIER_RANK[flip.from.tier] : 0;
  return won < 0 ? TIER_RANK.trusted - won : won;
}
