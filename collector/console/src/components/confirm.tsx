import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
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
  return (
    <Dialog title={title} close={close}>
      {children}
      <ErrorNotice error={error} />
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" size="sm" data-autofocus onClick={close}>
          Cancel
        </Button>
        <Button color="var(--bad-fill)" size="sm" loading={busy} onClick={confirm}>
          {action}
        </Button>
      </Group>
    </Dialog>
  );
}
