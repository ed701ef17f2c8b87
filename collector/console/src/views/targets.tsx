import type { TargetView } from '@assay/shared/api';
import { Button, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { removeTarget } from '../api.ts';
import { Confirm } from '../components/confirm.tsx';
import { ErrorNotice, Loading } from '../components/states.tsx';
import { TargetForm } from '../components/target-form.tsx';
import { TargetTable } from '../components/target-table.tsx';
import { targetsQuery } from '../queries.ts';
import { count } from '../words.ts';

/** Who is told: each target with its queue, its last success and its last error. */
export function TargetsView() {
  const query = useQuery(targetsQuery);
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<TargetView | null>(null);
  const targets = query.data?.targets ?? [];
  return (
    <>
      <title>Targets · Assay</title>
      <div className="page-head">
        <Title order={1}>Targets</Title>
        {!adding && (
          <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setAdding(true)}>
            Add a target
          </Button>
        )}
      </div>
      {adding && (
        <section className="panel" aria-label="Add a target">
          <TargetForm close={() => setAdding(false)} />
        </section>
      )}
      {query.isPending && <Loading what="the targets" />}
      <ErrorNotice error={query.error} retry={() => query.refetch()} />
      {query.isSuccess && targets.length === 0 && !adding && <NoTargets />}
      {targets.length > 0 && <TargetTable targets={targets} remove={setLeaving} />}
      {leaving && <RemoveTarget key={leaving.id} target={leaving} close={() => setLeaving(null)} />}
    </>
  );
}

function NoTargets() {
  return (
    <div className="panel empty">
      <p>
        <strong>Nobody is told yet.</strong> A target hears how every device is, and of every change of its
        tier at once: an identity provider through an SSF stream, anything else through a webhook.
      </p>
    </div>
  );
}

function RemoveTarget({ target, close }: { target: TargetView; close: () => void }) {
  const client = useQueryClient();
  const removal = useMutation({
    mutationFn: () => removeTarget(target.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['targets'] });
      close();
    },
  });
  return (
    <Confirm
      title={`Remove ${target.name}?`}
      action="Remove"
      busy={removal.isPending}
      error={removal.error}
      confirm={() => removal.mutate()}
      close={close}
    >
      <p>
        It is told nothing more from now on
        {target.queued > 0 &&
          `, and ${count(target.queued, 'waiting delivery', 'waiting deliveries')} will not be sent`}
        . What it knows already it keeps.
      </p>
    </Confirm>
  );
}
