import type { Notice } from './notice.ts';
import type { Delivery, NoticeDelivery, TargetKind, VerdictChange } from './target.ts';

/** A configured target, as far as planning needs it. */
export interface PlannedTarget {
  id: string;
  kind: TargetKind;
  config: unknown;
  /** When it was set up, ms; missing: before all that is told. */
  since?: number;
}

/**
 * Which targets are told of a change, and in which events; in the order in which each target gets them. One that was set
 * up after the device had been judged last (`judgedAt`) knows nothing of it: it is told how the device is, whatever moved.
 */
export function planDeliveries(
  targets: Iterable<PlannedTarget>,
  change: VerdictChange,
  context: { now: number; newId: () => string; judgedAt?: number | null },
): Delivery[] {
  const deliveries: Delivery[] = [];
  for (const target of targets) {
    // What mirrors the device's state does so by the device, whoever it belongs to.
    if (change.lifecycle?.kind === 'withdrawn' && target.kind.carries === 'state') continue;
    const told = isNewTo(target, context) ? asFirstWord(change) : change;
    for (const event of target.kind.eventsFor(target.config, told)) {
      deliveries.push({
        id: context.newId(),
        targetId: target.id,
        deviceId: change.subject.deviceId,
        event,
        change: told,
        createdAt: context.now,
        attempts: 0,
        nextAttemptAt: context.now,
      });
    }
  }
  return deliveries;
}

// Set up at a time that lies ahead, before the clock was set back: nobody was judged after it for who knows how long.
const isNewTo = (
  { since = Number.NEGATIVE_INFINITY }: PlannedTarget,
  { now, judgedAt = null }: { now: number; judgedAt?: number | null },
): boolean => judgedAt !== null && judgedAt <= since && since <= now;

const asFirstWord = (change: VerdictChange): VerdictChange => {
  const { previous, current, lifecycle } = change;
  const hasMoved =
    lifecycle || !previous || previous.score !== current.score || previous.tier !== current.tier;
  const cause = hasMoved
    ? change.cause
    : ({ kind: 'first', text: 'The target is new: this is how the device stands.' } as const);
  return { ...change, previous: null, cause, isToldAnew: true };
};

/** Which targets are told of what is no single device's. */
export const planNotice = (
  targets: Iterable<PlannedTarget>,
  notice: Notice,
  { now, newId }: { now: number; newId: () => string },
): NoticeDelivery[] =>
  [...targets]
    .filter(({ kind, config }) => kind.wantsNotice?.(config, notice.event))
    .map(({ id }) => ({
      ...{ id: newId(), targetId: id, deviceId: notice.subject, event: notice.event, notice },
      ...{ createdAt: now, attempts: 0, nextAttemptAt: now },
    }));
