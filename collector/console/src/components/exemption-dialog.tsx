import type { ExemptionLimits } from '@assay/shared/api';
import { Button, Group, NativeSelect, Textarea } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { grantExemption } from '../api.ts';
import { collectorNow } from '../clock.ts';
import { lengthsUpTo } from '../lengths.ts';
import { exemptionsQuery } from '../queries.ts';
import { type Check, nameOf } from '../words.ts';
import { Dialog } from './dialog.tsx';
import { ErrorNotice, Loading } from './states.tsx';

interface Props {
  device: { id: string; hostname: string };
  /** What may be excused, the likeliest first. */
  checks: Check[];
  close: () => void;
}

/** Grants a short exemption: what, how long and why. Enter grants it. */
export function ExemptionDialog({ device, checks: offered, close }: Props) {
  // As they were: what is chosen must not turn into another one when a report comes in between.
  const [checks] = useState(offered);
  const { data, error } = useInfiniteQuery(exemptionsQuery('open'));
  const limits = data?.pages[0]?.limits;
  return (
    <Dialog title={`Excuse ${nameOf(device)} for now`} close={close}>
      <ErrorNotice error={error} />
      {limits ? (
        <GrantForm device={device} checks={checks} close={close} limits={limits} />
      ) : (
        !error && <Loading what="what the policy allows" />
      )}
    </Dialog>
  );
}

function GrantForm({ device, checks, close, limits }: Props & { limits: ExemptionLimits }) {
  const lengths = lengthsUpTo(limits.maxLengthMs);
  const [check, setCheck] = useState(checks[0]?.check ?? '');
  const [length, setLength] = useState(String((lengths[1] ?? lengths[0])?.ms ?? 0));
  const [reason, setReason] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  // The dialog itself looks for it before the form is there.
  useEffect(() => field.current?.focus(), []);
  const client = useQueryClient();
  const grant = useMutation({
    mutationFn: () =>
      grantExemption({
        check,
        device: device.id,
        reason: reason.trim(),
        until: collectorNow() + Number(length),
      }),
    onSuccess: async () => {
      close();
      await client.invalidateQueries();
    },
  });
  const isRequired = checks.some((each) => each.check === check && each.required);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    grant.mutate();
  };
  return (
    <form onSubmit={submit} className="exemption-form">
      <NativeSelect
        label="From"
        data={checks.map((each) => ({ value: each.check, label: each.title }))}
        value={check}
        onChange={(event) => setCheck(event.currentTarget.value)}
      />
      <NativeSelect
        label="For"
        data={lengths.map(({ label, ms }) => ({ value: String(ms), label }))}
        value={length}
        onChange={(event) => setLength(event.currentTarget.value)}
      />
      <Textarea
        label="Reason"
        description="Shown here and in the audit log, not on the device"
        required
        maxLength={300}
        rows={1}
        autosize
        maxRows={4}
        data-autofocus
        ref={field}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={submitOnEnter}
      />
      {isRequired && limits.secondPerson.required && (
        <p className="faint">
          This check is required: a second person has to approve before it takes effect.
        </p>
      )}
      <ErrorNotice error={grant.error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" size="sm" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" size="sm" loading={grant.isPending}>
          Excuse it
        </Button>
      </Group>
    </form>
  );
}

/** A reason is one line: Enter is done. */
function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
