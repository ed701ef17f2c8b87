import type { TargetState } from '@assay/shared/api';
import { Title } from '@mantine/core';
import { Link } from 'wouter';
import { kindWords, STANDING_WORDS } from '../words.ts';
import { DeliveryAnswer } from './delivery-answer.tsx';
import { When } from './when.tsx';

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

const Told = ({ delivery, device, target }: ToldProps) => (
  <>
    <p className="delivery-told">
      Told <strong>{STANDING_WORDS[delivery.tier].toLowerCase()}</strong> as <code>{delivery.event}</code>{' '}
      <When at={delivery.createdAt} />
    </p>
    <DeliveryAnswer key={delivery.id} delivery={delivery} target={target} stale={['device', device]} />
  </>
);
