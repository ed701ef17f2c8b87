import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  PasswordInput,
  SegmentedControl,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { addTarget } from '../api.ts';
import { TARGET_FORMS, type TargetField, toNewTarget } from '../target-kinds.ts';
import { ShownOnce } from './shown-once.tsx';
import { ErrorNotice } from './states.tsx';

/** Adds a target; where its kind makes a secret, that is shown once before the form closes. */
export function TargetForm({ close }: { close: () => void }) {
  const client = useQueryClient();
  const [kind, setKind] = useState('webhook');
  const added = useMutation({
    mutationFn: addTarget,
    gcTime: 0,
    onSuccess: ({ secret }) => {
      client.invalidateQueries({ queryKey: ['targets'] });
      if (secret === null) close();
    },
  });
  const form = TARGET_FORMS.find((each) => each.kind === kind);
  if (!form) return null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    added.mutate(toNewTarget(form, new FormData(event.currentTarget)));
  };
  if (added.data?.secret) {
    return (
      <ShownOnce title="Signing secret" text={added.data.secret} label="Copy the secret">
        <p>The receiver needs it to verify what {added.data.target.name} is told.</p>
        <Button variant="default" onClick={close}>
          I have kept it
        </Button>
      </ShownOnce>
    );
  }
  return (
    <form onSubmit={submit}>
      <SegmentedControl
        aria-label="Kind of target"
        data={TARGET_FORMS.map((each) => ({ value: each.kind, label: each.title }))}
        value={kind}
        onChange={setKind}
      />
      <p className="faint">{form.about}</p>
      <div className="fields">
        <TextInput name="name" label="Name" description="As people here call it" required maxLength={100} />
        {form.fields.map((field) => (
          <Field key={`${kind}/${field.name}`} field={field} />
        ))}
      </div>
      <ErrorNotice error={added.error} />
      <Group mt="md" gap="xs">
        <Button type="submit" size="sm" loading={added.isPending}>
          Add target
        </Button>
        <Button variant="default" size="sm" onClick={close}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}

function Field({ field: { name, label, description, input, required } }: { field: TargetField }) {
  const common = { name, label, description };
  if (input === 'url' || input === 'text') return <TextInput {...common} type={input} required={required} />;
  if (input === 'secret') return <PasswordInput {...common} required={required} autoComplete="off" />;
  if (input === 'pem') return <Textarea {...common} required={required} rows={1} autosize maxRows={8} />;
  if ('options' in input) return <NativeSelect {...common} data={input.options} />;
  return <Checkbox {...common} className="field-checkbox" />;
}
