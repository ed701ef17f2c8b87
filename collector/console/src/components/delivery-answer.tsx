import type { NoticeView, TargetState } from '@assay/shared/api';
import { Button } from '@mantine/core';
import {
  IconArrowForwardUp,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconRefresh,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { redeliver } from '../api.ts';
import { count, DELIVERY_WORDS, type DeliveryState } from '../words.ts';
import { ErrorNotice } from './states.tsx';
import { When } from './when.tsx';

const ICONS: Record<DeliveryState, typeof IconClock> = {
  queued: IconClock,
  retrying: IconRefresh,
  delivered: IconCircleCheck,
  dead: IconCircleX,
  superseded: IconArrowForwardUp,
};

type Delivery = NonNullable<TargetState['delivery']> | NoticeView['deliveries'][number];

interface DeliveryAnswerProps {
  delivery: Delivery;
  target: string;
  /** What is to be read again once it is queued anew. */
  stale: string[];
}

/** Where a delivery stands, what the target answered, and sending it again. */
export function DeliveryAnswer({ delivery, target, stale }: DeliveryAnswerProps) {
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: () => redeliver(delivery.id),
    onSuccess: () => client.invalidateQueries({ queryKey: stale }),
  });
  const isWaiting = delivery.state === 'queued' || delivery.state === 'retrying';
  // Nothing can be sent to a target that was removed.
  const isGone = 'targetRemovedAt' in delivery && delivery.targetRemovedAt !== null;
  const Icon = ICONS[delivery.state];
  return (
    <>
      <div className="delivery-answer">
        <span className="delivery-state" data-state={delivery.state}>
          <Icon size={16} aria-hidden />
          {DELIVERY_WORDS[delivery.state]}
        </span>
        <span className="faint">{attemptsLine(delivery)}</span>
        {delivery.nextAttemptAt !== null && delivery.state === 'retrying' && (
          <span className="faint">
            next <When at={delivery.nextAttemptAt} ahead />
          </span>
        )}
        {!isGone && (
          <Button
            size="compact-xs"
            variant="default"
            loading={again.isPending}
            onClick={() => again.mutate()}
            aria-label={`Redeliver to ${target}`}
          >
            Redeliver
          </Button>
        )}
        <span role="status" className="faint">
          {again.isSuccess && isWaiting && 'Queued again'}
        </span>
      </div>
      {delivery.answer && <p className="answer">{delivery.answer}</p>}
      <ErrorNotice error={again.error} />
    </>
  );
}

function attemptsLine({ attempts, status }: Delivery): string {
  const answered = status === null ? '' : `, answered ${status}`;
  return attempts === 0 ? 'not tried yet' : `${count(attempts, 'attempt')}${answered}`;
}
