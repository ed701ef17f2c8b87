import { Button } from '@mantine/core';
import { IconClockPause } from '@tabler/icons-react';
import { useState } from 'react';
import type { Check } from '../words.ts';
import { ExemptionDialog } from './exemption-dialog.tsx';

interface Props {
  device: { id: string; hostname: string };
  checks: Check[];
}

/** The way to a short exemption from what fails. */
export function ExcuseButton({ device, checks }: Props) {
  const [open, setOpen] = useState(false);
  if (checks.length === 0) return null;
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconClockPause size={15} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        Excuse for now …
      </Button>
      {open && <ExemptionDialog device={device} checks={checks} close={() => setOpen(false)} />}
    </>
  );
}
