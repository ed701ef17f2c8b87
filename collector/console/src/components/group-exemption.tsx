import type { ExemptionLimits, ExemptionList } from '@assay/shared/api';
import { Button, NativeSelect, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { grantExemption } from '../api.ts';
import { collectorNow } from '../clock.ts';
import { lengthsUpTo } from '../lengths.ts';
import { ErrorNotice } from './states.tsx';

/** Excuses all devices of a group from one check. */
export function GroupExemption({
  checks,
  limits,
}: {
  checks: ExemptionList['checks'];
  limits: ExemptionLimits;
}) {
  const lengths = lengthsUpTo(limits.maxLengthMs);
  const [said, setSaid] = useState('');
  const client = useQueryClient();
  const grant = useMutation({
    mutationFn: grantExemption,
    onSuccess: async ({ state }) => {
      setSaid(state === 'waiting' ? 'Asked for: a second person has to approve it.' : 'Granted.');
      await client.invalidateQueries();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSaid('');
    const fields = new FormData(event.currentTarget);
    const text = (name: string) => String(fields.get(name) ?? '').trim();
    const until = collectorNow() + Number(text('length'));
    grant.mutate({ check: text('check'), group: text('group'), reason: text('reason'), until });
  };
  return (
    <section className="panel" aria-labelledby="group">
      <Title order={2} id="group" className="panel-title">
        Excuse a group
      </Title>
      <form onSubmit={submit}>
        <div className="fields">
          <TextInput name="group" label="Group" required maxLength={64} />
          <NativeSelect
            name="check"
            label="From"
            data={checks.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <NativeSelect
            name="length"
            label="For"
            data={lengths.map(({ label, ms }) => ({ value: String(ms), label }))}
          />
          <TextInput name="reason" label="Reason" required maxLength={300} />
        </div>
        <ErrorNotice error={grant.error} />
        <Button type="submit" size="sm" mt="md" loading={grant.isPending}>
          Excuse the group
        </Button>
        <span role="status" className="action-status">
          {said}
        </span>
      </form>
    </section>
  );
}
