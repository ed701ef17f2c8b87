import type { Clock } from '@assay/shared';
import { CANARY_TARGET, canaryKind } from '../canary/receiver.ts';
import type { Changes } from '../changes.ts';
import type { Foundation } from '../foundation.ts';
import type { Metrics } from '../metrics.ts';
import { createDeliveryIds } from '../publish/delivery-ids.ts';
import { createPublisher, type Publisher } from '../publish/publisher.ts';
import { createRegistry, targetKinds } from '../publish/registry.ts';
import { isNotice } from '../publish/target.ts';
import type { Stages } from '../stages.ts';

interface PublishingServices {
  foundation: Pick<Foundation, 'store' | 'signingKeys'>;
  /** Who signs what targets are told. */
  issuer: string;
  metrics: Pick<Metrics, 'delivered'>;
  stages: Pick<Stages, 'observe'>;
  changes: Changes;
  clock: Clock;
}

/** Wires the outbox to its targets, and each attempt to who watches it; `closers` get what must be stopped again. */
export async function openPublishing(
  services: PublishingServices,
  closers: AsyncDisposableStack,
): Promise<Publisher> {
  const { foundation, issuer, metrics, stages, changes, clock } = services;
  const { store, signingKeys } = foundation;
  const publisher = createPublisher({
    outbox: {
      pending: async (targetId, limit) => [
        ...(await store.pendingNotices({ targetId, limit })),
        ...(await store.pendingDeliveries({ targetId, limit })),
      ],
      record: (attempt) => store.recordAttempt(attempt),
    },
    services: { issuer, signSet: (claims, alg) => signingKeys.sign(claims, alg, 'secevent+jwt') },
    clock,
    random: Math.random,
    newId: createDeliveryIds(await store.newestPending()),
    kinds: createRegistry([...targetKinds.values(), canaryKind]),
    onAttempt({ targetId, answer, at, durationMs }, outgoing, targetName) {
      if (targetId === CANARY_TARGET) return;
      metrics.delivered(targetName, answer.result);
      stages.observe('attempt', durationMs);
      if (isNotice(outgoing)) {
        changes.announce({ kind: 'exemption', device: null });
        return;
      }
      if (answer.result === 'accepted') stages.observe('told', at + durationMs - outgoing.change.at);
      changes.announce({ kind: 'delivery', device: outgoing.deviceId });
    },
  });
  closers.defer(publisher.stop);
  return publisher;
}
