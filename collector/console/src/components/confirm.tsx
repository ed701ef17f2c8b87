import { Button, Group } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import { ErrorNotice } from './states.tsx';

interface Props {
  title: string;
  /** What the button that does it says. */
  action: string;
  busy: boolean;
  error: Error | null;
  confirm: () => void;
  close: () => void;
  children: ReactNode;
}

/** Asks before something that can't be undone. The harmless answer has the focus. */
export function Confirm({ title, action, busy, error, confirm, close, children }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm();
  };
  return (
    <Dialog title={title} close={close}>
      {/* What is missing or no address the browser itself says, in the person's language. */}
      <form onSubmit={submit}>
        {children}
        <ErrorNotice error={error} />
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" size="sm" data-autofocus onClick={close}>
            Cancel
          </Button>
          <Button type="submit" color="var(--bad-fill)" size="sm" loading={busy}>
            {action}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
