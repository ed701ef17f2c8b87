import type { Notice } from './notice.ts';
import type { Delivery, NoticeDelivery, TargetKind, VerdictChange } from './target.ts';

/** A configured target, as far as planning needs it. */
export interface PlannedTarget {
  id: string;
  kind: TargetKind;
  config: unknown;
}

/** Which targets are told of a change, and in which events; in the order in which each target gets them. */
export function planDeliveries(
  targets: Iterable<PlannedTarget>,
  change: VerdictChange,
  context: { now: number; newId: () => string },
): Delivery[] {
  const deliveries: Delivery[] = [];
  for (const target of targets) {
    // What mirrors the device's state does so by the device, whoever it belongs to.
    if (change.lifecycle?.kind === 'withdrawn' && target.kind.carries === 'state') continue;
    for (const event of target.kind.eventsFor(target.config, change)) {
      deliveries.push({
        id: context.newId(),
        targetId: target.id,
        deviceId: change.subject.deviceId,
        event,
        change,
        createdAt: context.now,
        attempts: 0,
        nextAttemptAt: context.now,
      });
    }
  }
  return deliveries;
}

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
