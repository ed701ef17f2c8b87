import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';

interface Props {
  title: string;
  close: () => void;
  children: ReactNode;
}

/** A dialog, open as long as it is there. */
export function Dialog({ title, close, children }: Props) {
  useFocusBack();
  return (
    <Modal opened onClose={close} title={title} centered closeButtonProps={{ 'aria-label': 'Close' }}>
      {children}
    </Modal>
  );
}

/** Who works by keyboard goes on where they were; the library sees to that only for dialogs that stay when they are closed. */
function useFocusBack() {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) return;
      const place = before?.isConnected ? before : document.getElementById('main');
      if (place instanceof HTMLElement) place.focus({ preventScroll: true });
    },
    [before],
  );
}
