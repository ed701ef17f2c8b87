import type { TargetState } from '@assay/shared/api';
import { Button, Title } from '@mantine/core';
import {
  IconArrowForwardUp,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconRefresh,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { redeliver } from '../api.ts';
import { count, DELIVERY_WORDS, type DeliveryState, kindWords, STANDING_WORDS } from '../words.ts';
import { ErrorNotice } from './states.tsx';
import { When } from './when.tsx';

const ICONS: Record<DeliveryState, typeof IconClock> = {
  queued: IconClock,
  retrying: IconRefresh,
  delivered: IconCircleCheck,
  dead: IconCircleX,
  superseded: IconArrowForwardUp,
};

/** What each target was last told of this device, and what it answered. */
export function DeliveryLog({ targets, device }: { targets: TargetState[]; device: string }) {
  return (
    <section className="panel area-told" aria-labelledby="told">
      <Title order={2} id="told" className="panel-title">
        What each target was told and answered
      </Title>
      {targets.length === 0 && (
        <p>
          Nobody is told yet. <Link href="/targets">Add a target</Link>: an identity provider's SSF stream or
          a webhook.
        </p>
      )}
      <ul className="deliveries">
        {targets.map((state) => (
          <li key={state.target}>
            <div className="delivery-head">
              <strong>{state.name}</strong> <span className="faint">{kindWords(state.kind)}</span>
            </div>
            {state.delivery ? (
              <Told delivery={state.delivery} device={device} target={state.name} />
            ) : (
              <p className="faint">Not told anything about this device yet.</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ToldProps {
  delivery: NonNullable<TargetState['delivery']>;
  device: string;
  target: string;
}

function Told({ delivery, device, target }: ToldProps) {
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: () => redeliver(delivery.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['device', device] }),
  });
  const Icon = ICONS[delivery.state];
  return (
    <>
      <p className="delivery-told">
        Told <strong>{STANDING_WORDS[delivery.tier].toLowerCase()}</strong> as <code>{delivery.event}</code>{' '}
        <When at={delivery.createdAt} />
      </p>
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
        <Button
          size="compact-xs"
          variant="default"
          loading={again.isPending}
          onClick={() => again.mutate()}
          aria-label={`Redeliver to ${target}`}
        >
          Redeliver
        </Button>
        <span role="status" className="faint">
          {again.isSuccess && 'Queued again'}
        </span>
      </div>
      {delivery.answer && <p className="answer">{delivery.answer}</p>}
      <ErrorNotice error={again.error} />
    </>
  );
}

function attemptsLine({ attempts, status }: ToldProps['delivery']): string {
  const answered = status === null ? '' : `, answered ${status}`;
  return attempts === 0 ? 'not tried yet' : `${count(attempts, 'attempt')}${answered}`;
}
