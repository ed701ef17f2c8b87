import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { collectorNow } from '../clock.ts';
import { lengthsUpTo } from '../lengths.ts';
import { Confirm } from './confirm.tsx';

interface Props {
  title: string;
  action: string;
  /** In front of how long it is granted for. */
  lengthLabel: string;
  maxLengthMs: number;
  /** Which length is offered first. */
  first: 'shortest' | 'longest';
  /** Offered as the reason. */
  reason?: string;
  /** What people should know before they grant it. */
  children: ReactNode;
  grant(request: { reason: string; until: number }): Promise<unknown>;
  close: () => void;
}

/** Asks for how long and why something is excused, and grants it. */
export function GrantDialog({ first, maxLengthMs, grant, close, ...props }: Props) {
  const lengths = lengthsUpTo(maxLengthMs);
  const [length, setLength] = useState(String(lengths.at(first === 'shortest' ? 0 : -1)?.ms ?? maxLengthMs));
  const [reason, setReason] = useState(props.reason ?? '');
  const client = useQueryClient();
  const granting = useMutation({
    mutationFn: () => grant({ reason: reason.trim(), until: collectorNow() + Number(length) }),
    onSuccess: async () => {
      close();
      await client.invalidateQueries();
    },
  });
  return (
    <Confirm
      title={props.title}
      action={props.action}
      busy={granting.isPending}
      error={granting.error}
      confirm={granting.mutate}
      close={close}
    >
      {props.children}
      <NativeSelect
        label={props.lengthLabel}
        data={lengths.map(({ label, ms }) => ({ value: String(ms), label }))}
        value={length}
        onChange={(event) => setLength(event.currentTarget.value)}
      />
      <TextInput
        label="Reason"
        required
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}
