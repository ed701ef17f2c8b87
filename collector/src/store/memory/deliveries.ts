import type { Delivery } from '../../publish/target.ts';
import { type DeliveryReads, type DeliveryWrites, withWhatHoldsItBack } from '../deliveries.ts';
import type { Settled } from '../settled.ts';
import { appendAudit } from './audit.ts';
import { requeueNotice } from './notices.ts';
import { byNumber, byText, descending, inOrder } from './order.ts';
import type { DeliveryRow, Tables } from './tables.ts';
import { hasTarget } from './targets.ts';

const toDelivery = ({ delivery, nextAttemptAt }: DeliveryRow): Delivery => ({
  ...delivery,
  nextAttemptAt: nextAttemptAt ?? delivery.createdAt,
});

/** The outbox, written. */
export const deliveryWrites = (tables: Tables): Settled<DeliveryWrites> => ({
  recordAttempt({ deliveryId, attempt, at, answer, state, nextAttemptAt }) {
    const { deliveries, noticeDeliveries } = tables;
    const said = { lastAttemptAt: at, status: answer.status, answer: answer.detail };
    if (noticeDeliveries.update(deliveryId, { state, attempts: attempt, nextAttemptAt, ...said })) return;
    const row = deliveries.get(deliveryId);
    if (!row) throw new Error(`there is no delivery ${deliveryId}`);
    deliveries.put(deliveryId, {
      ...{ id: deliveryId, state, nextAttemptAt, ...said },
      delivery: { ...row.delivery, attempts: attempt },
      // Recording the same attempt again, after a failure in between, changes nothing.
      tried: [...new Set([...row.tried, attempt])],
    });
  },
  requeueDelivery({ id, at, audit }) {
    const found = tables.deliveries.get(id);
    const canGo = found && hasTarget(tables, found.delivery.targetId);
    const asked = canGo && { delivery: { ...found.delivery, askedAt: at } };
    if (asked) tables.deliveries.update(id, { state: 'queued', nextAttemptAt: at, ...asked });
    const row = asked ? tables.deliveries.get(id) : undefined;
    const requeued = row ? toDelivery(row) : requeueNotice(tables, id, at);
    if (requeued) appendAudit(tables, audit);
    return requeued;
  },
});

const TELLING: DeliveryRow['state'][] = ['retrying', 'dead', 'queued'];
const rank = ({ state }: DeliveryRow) => TELLING.indexOf(state) + 1 || TELLING.length + 1;

/** The last change's; of these what still has to be sent or never was, else, by UUIDv7, the newest. */
const mostTelling = inOrder<DeliveryRow>(
  descending(byNumber(({ delivery }) => delivery.createdAt)),
  byNumber(rank),
  descending(byText(({ id }) => id)),
);

type Tried = Pick<DeliveryRow, 'id' | 'state' | 'answer' | 'lastAttemptAt'>;
const isTried = ({ lastAttemptAt }: Pick<Tried, 'lastAttemptAt'>) => lastAttemptAt !== null;
const newestAttemptFirst = inOrder<Tried>(
  descending(byNumber(({ lastAttemptAt }) => lastAttemptAt ?? 0)),
  descending(byText(({ id }) => id)),
);

/** The outbox, read. */
export function deliveryReads({ deliveries, noticeDeliveries, targets }: Tables): Settled<DeliveryReads> {
  // UUIDv7 ids order by time: the greatest id is the newest delivery.
  const newestLast = (rows: DeliveryRow[]) => rows.sort(byText(({ id }) => id));
  const isOpen = ({ state }: Pick<DeliveryRow, 'state'>) => state === 'queued' || state === 'retrying';
  return {
    pendingDeliveries: ({ targetId, limit }) =>
      newestLast(deliveries.where((row) => row.delivery.targetId === targetId && isOpen(row)))
        .slice(0, limit)
        .map(toDelivery),
    deliveryStates: (deviceId) =>
      targets
        .where(({ removedAt }) => removedAt === null)
        .sort(byText(({ name }) => name))
        .flatMap(({ id: targetId, name, kind }) => {
          const told = deliveries.where(
            ({ delivery }) => delivery.deviceId === deviceId && delivery.targetId === targetId,
          );
          const [shown] = told.sort(mostTelling);
          if (!shown) return [];
          const { delivery, tried: _, ...state } = shown;
          const { event, change, createdAt, attempts } = delivery;
          const { tier } = change.current;
          const target = { targetId, targetName: name, targetKind: kind };
          const [before = null] = told
            .filter((row) => row.state === 'retrying')
            .sort(byText(({ id }) => id))
            .map(({ answer }) => answer);
          return withWhatHoldsItBack(
            { ...state, ...target, deviceId, event, tier, createdAt, attempts },
            before,
          );
        }),
    newestPending: () =>
      [...deliveries.where(isOpen), ...noticeDeliveries.where(isOpen)]
        .map(({ id }) => id)
        .sort()
        .at(-1) ?? null,
    lastDeliveries() {
      const ofDevices = deliveries.where(isTried).map((row) => ({ ...row, targetId: row.delivery.targetId }));
      const tried = [...ofDevices, ...noticeDeliveries.where(isTried)].sort(newestAttemptFirst);
      return [...Map.groupBy(tried, ({ targetId }) => targetId)]
        .map(([targetId, own]) => ({
          targetId,
          acceptedAt: own.find(({ state }) => state === 'delivered')?.lastAttemptAt ?? null,
          refusal: own[0]?.state === 'dead' ? own[0].answer : null,
        }))
        .sort(byText(({ targetId }) => targetId));
    },
  };
}
