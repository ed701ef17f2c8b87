import type { ConflictView, DeviceDetail, ResolveConflict } from '@assay/shared/api';
import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { approve, resolveConflict } from '../api.ts';
import { sentence } from '../words.ts';
import { Confirm } from './confirm.tsx';
import { Notice } from './notice.tsx';
import { ErrorNotice } from './states.tsx';

/** What keeps the device from being an ordinary member of the fleet, and what an administrator can decide about it. */
export function DeviceStanding({ detail: { device } }: { detail: DeviceDetail }) {
  return (
    <>
      {device.canary && <Canary />}
      {device.state === 'pending' && <Pending id={device.id} />}
      {device.state === 'revoked' && (
        <Notice tone="bad" title="Revoked">
          {device.stateReason && <p>{sentence(device.stateReason)}</p>}
          This device's key is no longer accepted. It can come back only by enrolling again.
        </Notice>
      )}
      {device.state === 'unenrolled' && (
        <Notice tone="warn" title="Left">
          Its agent un-enrolled it. It can come back by enrolling again.
        </Notice>
      )}
      {device.conflicts.map((conflict) => (
        <Conflict
          key={conflict.id}
          conflict={conflict}
          id={device.id}
          isQuarantined={device.state === 'quarantined'}
        />
      ))}
    </>
  );
}

function Canary() {
  return (
    <Notice tone="warn" title="Not a computer: the collector’s own canary">
      It turns its one signal over again and again, to measure how long it takes until a change is told. It
      counts nowhere, and no target of yours hears of it. What it measures is on the page{' '}
      <Link href="/health">Health</Link>.
    </Notice>
  );
}

function useDecision<T>(decide: (value: T) => Promise<void>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: decide, onSuccess: () => client.invalidateQueries() });
}

function Pending({ id }: { id: string }) {
  const decision = useDecision(() => approve(id));
  return (
    <Notice tone="warn" title="Waits for approval">
      <p>It is judged, but stays untrusted until an administrator approves it.</p>
      <ErrorNotice error={decision.error} />
      <Button size="xs" loading={decision.isPending} onClick={() => decision.mutate(undefined)}>
        Approve
      </Button>
    </Notice>
  );
}

type Resolution = ResolveConflict['resolution'];

interface ConflictProps {
  conflict: ConflictView;
  /** The device whose page this is. */
  id: string;
  isQuarantined: boolean;
}

function Conflict({ conflict, id, isQuarantined }: ConflictProps) {
  const { otherId, deviceId, detail } = conflict;
  const decision = useDecision((resolution: Resolution) => resolveConflict(conflict.id, resolution));
  const [asked, setAsked] = useState<Resolution | null>(null);
  const counterpart = deviceId === id ? otherId : deviceId;
  // Decisions are told from the side of the device that brought the conflict about.
  const [keepMine, keepTheirs] =
    deviceId === id ? (['keep_this', 'keep_other'] as const) : (['keep_other', 'keep_this'] as const);
  const button = (text: string, resolution: Resolution) => (
    <Button
      key={resolution}
      size="xs"
      variant="default"
      loading={decision.isPending && decision.variables === resolution}
      disabled={decision.isPending}
      onClick={() =>
        counterpart && resolution !== 'keep_both' ? setAsked(resolution) : decision.mutate(resolution)
      }
    >
      {text}
    </Button>
  );
  return (
    <Notice
      tone={isQuarantined ? 'bad' : 'warn'}
      title={isQuarantined ? 'In conflict, quarantined' : 'In conflict'}
    >
      <p>
        {deviceId === id ? sentence(detail) : `Another device disputes this one's place: ${sentence(detail)}`}{' '}
        {counterpart && <Link href={`/devices/${counterpart}`}>Look at the other device</Link>}
      </p>
      <ErrorNotice error={decision.error} />
      <Group gap="xs">
        {counterpart
          ? [
              button('Keep this one, revoke the other', keepMine),
              button('Keep both', 'keep_both'),
              button('Revoke this one', keepTheirs),
            ]
          : button('This is the real one: keep it', 'keep_this')}
      </Group>
      {asked && (
        <Confirm
          title={asked === keepMine ? 'Revoke the other device?' : 'Revoke this device?'}
          action="Revoke for good"
          busy={decision.isPending}
          error={decision.error}
          confirm={() => decision.mutate(asked, { onSuccess: () => setAsked(null) })}
          close={() => setAsked(null)}
        >
          <p>Its session ends, every target is told, and it can come back only by enrolling again.</p>
        </Confirm>
      )}
      {!counterpart && (
        <p className="faint">If its key may be in other hands, revoke it and enroll it afresh.</p>
      )}
    </Notice>
  );
}
