import type { ExemptionView } from '@assay/shared/api';
import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { renewExemption } from '../api.ts';
import { lengthsUpTo } from '../lengths.ts';
import { Confirm } from './confirm.tsx';

interface Props {
  exemption: ExemptionView;
  maxLengthMs: number;
  close: () => void;
}

/** Puts a longer exemption in the place of one. */
export function RenewDialog({ exemption, maxLengthMs, close }: Props) {
  const lengths = lengthsUpTo(maxLengthMs);
  const [length, setLength] = useState(String(lengths.at(-1)?.ms ?? maxLengthMs));
  const [reason, setReason] = useState(exemption.reason);
  const client = useQueryClient();
  const renew = useMutation({
    mutationFn: () =>
      renewExemption(exemption.id, { reason: reason.trim(), until: Date.now() + Number(length) }),
    onSuccess: async () => {
      close();
      await client.invalidateQueries();
    },
  });
  return (
    <Confirm
      title="Renew the exemption?"
      action="Renew"
      opened
      busy={renew.isPending}
      error={renew.error}
      confirm={renew.mutate}
      close={close}
    >
      <p>It keeps its age: a renewed exemption is as old as the first one.</p>
      <NativeSelect
        label="From now for"
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
