import type { ExemptionView } from '@assay/shared/api';
import { Button, Group } from '@mantine/core';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { approveExemption, endExemption } from '../api.ts';
import { count, nameOf } from '../words.ts';
import { GridTable } from './grid-table.tsx';
import { RenewDialog } from './renew-dialog.tsx';
import { ErrorNotice } from './states.tsx';
import { When } from './when.tsx';

const STATE_WORDS: Record<ExemptionView['state'], string> = {
  waiting: 'waits for a second person',
  active: 'in force',
  ended: 'ended',
  expired: 'over',
};

/** Exemptions as rows, with what can still be done about them. */
export function ExemptionTable({
  exemptions,
  maxLengthMs,
}: {
  exemptions: ExemptionView[];
  maxLengthMs: number;
}) {
  return (
    <GridTable
      caption="Exemptions, the newest first"
      columns={['Check', 'For', 'State', 'Ends', 'Reason', 'Excuses now', { heard: 'Actions' }]}
      className="cards exemption-table"
    >
      {exemptions.map((exemption) => (
        <Row key={exemption.id} exemption={exemption} maxLengthMs={maxLengthMs} />
      ))}
    </GridTable>
  );
}

function Row({ exemption, maxLengthMs }: { exemption: ExemptionView; maxLengthMs: number }) {
  const { title, check, device, group, state, until, endedAt, endsSoon, devices, points } = exemption;
  return (
    <tr>
      <th scope="row">
        {title}
        <span className="faint">{check}</span>
      </th>
      <td data-label="For">
        {device ? <Link href={`/devices/${device.id}`}>{nameOf(device)}</Link> : `group ${group}`}
      </td>
      <td data-label="State">
        <span className={state === 'active' ? 'tag open' : 'tag'}>{STATE_WORDS[state]}</span>
        {endsSoon && <span className="tag soon">ends soon</span>}
      </td>
      <td data-label="Ends">
        <When at={endedAt ?? until} ahead />
      </td>
      <td data-label="Reason" className="cell-reason">
        {exemption.reason}
        <span className="faint">{byWords(exemption)}</span>
      </td>
      <td data-label="Excuses now">
        {state === 'active' ? (
          `${count(devices, 'device')}, ${count(points, 'point')}`
        ) : (
          <span className="faint">–</span>
        )}
      </td>
      <td className="cell-actions">
        {(state === 'active' || state === 'waiting') && (
          <Actions exemption={exemption} maxLengthMs={maxLengthMs} />
        )}
      </td>
    </tr>
  );
}

const byWords = ({ by, approvedBy, renews }: ExemptionView): string =>
  `${renews ? 'renewed' : 'asked for'} by ${by}${approvedBy ? `, approved by ${approvedBy}` : ''}`;

function useStep(step: () => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: step, onSuccess: () => client.invalidateQueries() });
}

function Actions({ exemption, maxLengthMs }: { exemption: ExemptionView; maxLengthMs: number }) {
  const approve = useStep(() => approveExemption(exemption.id));
  const end = useStep(() => endExemption(exemption.id));
  const [renewing, setRenewing] = useState(false);
  const button = (label: string, step: UseMutationResult<unknown, Error, void>) => (
    <Button variant="default" size="compact-sm" loading={step.isPending} onClick={() => step.mutate()}>
      {label}
    </Button>
  );
  return (
    <>
      <Group gap={6} justify="flex-end">
        {exemption.state === 'waiting' && button('Approve', approve)}
        {exemption.state === 'active' && (
          <Button variant="default" size="compact-sm" onClick={() => setRenewing(true)}>
            Renew …
          </Button>
        )}
        {button(exemption.state === 'waiting' ? 'Refuse' : 'End', end)}
      </Group>
      <ErrorNotice error={approve.error ?? end.error} />
      {renewing && (
        <RenewDialog exemption={exemption} maxLengthMs={maxLengthMs} close={() => setRenewing(false)} />
      )}
    </>
  );
}
