import type { CreatedEnrollmentToken, NewEnrollmentToken } from '@assay/shared/api';
import { Button, Checkbox, Group, NativeSelect, NumberInput, TagsInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { makeToken } from '../api.ts';
import { absoluteTime } from '../times.ts';
import { count } from '../words.ts';
import { ShownOnce } from './shown-once.tsx';
import { ErrorNotice } from './states.tsx';

const ON_CONFLICT = [
  { value: 'quarantine', label: 'Quarantine it' },
  { value: 'replace', label: 'Replace the old device' },
];

const LIFETIMES = [
  { value: '3600', label: '1 hour' },
  { value: '86400', label: '1 day' },
  { value: '604800', label: '7 days' },
  { value: '2592000', label: '30 days' },
];

interface Props {
  /** Told when a join string is shown, and when it was put away. */
  onShown?: (isShown: boolean) => void;
}

/** Makes a join string and shows it once, as the command to run. */
export function JoinString({ onShown }: Props) {
  const client = useQueryClient();
  const made = useMutation({
    mutationFn: makeToken,
    gcTime: 0,
    onSuccess: () => {
      onShown?.(true);
      return client.invalidateQueries({ queryKey: ['tokens'] });
    },
  });
  const done = () => {
    made.reset();
    onShown?.(false);
  };
  if (made.data) return <Made token={made.data} done={done} />;
  return <TokenForm make={made.mutate} making={made.isPending} error={made.error} />;
}

interface FormProps {
  make: (token: NewEnrollmentToken) => void;
  making: boolean;
  error: Error | null;
}

function TokenForm({ make, making, error }: FormProps) {
  const [uses, setUses] = useState<number | string>(1);
  const [expiresInS, setExpiresInS] = useState('86400');
  const [owner, setOwner] = useState('');
  const [groups, setGroups] = useState<string[]>([]);
  const [approval, setApproval] = useState(false);
  const [replaces, setReplaces] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const optional = owner.trim() === '' ? {} : { owner: owner.trim() };
    const rules = { approval, onConflict: replaces ? ('replace' as const) : ('quarantine' as const) };
    make({ uses: Number(uses), expiresInS: Number(expiresInS), groups, ...rules, ...optional });
  };
  return (
    <form onSubmit={submit}>
      <div className="fields">
        <NumberInput
          label="Uses"
          description="How many devices may join with it"
          min={1}
          max={100_000}
          required
          value={uses}
          onChange={setUses}
        />
        <NativeSelect
          label="Valid for"
          description="Afterwards it is refused"
          data={LIFETIMES}
          value={expiresInS}
          onChange={(event) => setExpiresInS(event.currentTarget.value)}
        />
        <TextInput
          label="Owner (optional)"
          description="E-mail of the device’s user"
          type="email"
          maxLength={254}
          value={owner}
          onChange={(event) => setOwner(event.currentTarget.value)}
        />
        <TagsInput
          label="Groups (optional)"
          description="Press Enter after each"
          maxTags={32}
          value={groups}
          onChange={setGroups}
        />
        <NativeSelect
          label="A known machine with another key"
          description="Reinstalled, or a copy"
          data={ON_CONFLICT}
          value={replaces ? 'replace' : 'quarantine'}
          onChange={(event) => setReplaces(event.currentTarget.value === 'replace')}
        />
        <Checkbox
          label="Approve each device by hand"
          description="Until then it is judged, but untrusted"
          checked={approval}
          onChange={(event) => setApproval(event.currentTarget.checked)}
        />
      </div>
      <ErrorNotice error={error} />
      <Button type="submit" loading={making} size="sm" mt="md">
        Make a join string
      </Button>
    </form>
  );
}

function Made({ token, done }: { token: CreatedEnrollmentToken; done: () => void }) {
  return (
    <ShownOnce
      title="Run this on the device"
      text={`assay-agent enroll ${token.joinString}`}
      label="Copy the command"
    >
      <p>
        For {count(token.uses, 'device')}, until {absoluteTime(token.expiresAt)}. Who has it can add a device:
        send it like a password.
      </p>
      <Group>
        <Button variant="default" onClick={done}>
          Make another
        </Button>
      </Group>
    </ShownOnce>
  );
}
