import type { DeviceSummary } from '@assay/shared/api';
import { Button, Menu, TextInput } from '@mantine/core';
import { IconBan, IconDots, IconKey, IconUser } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { revoke, rotateKey, setOwner } from '../api.ts';
import { hasEnded, nameOf } from '../words.ts';
import { Confirm } from './confirm.tsx';

/** What an administrator can do to a device itself; what can't be undone is asked about. */
export function DeviceActions({ device }: { device: DeviceSummary }) {
  const [open, setOpen] = useState<'owner' | 'revoke' | null>(null);
  const [said, setSaid] = useState('');
  const rotate = useMutation({
    mutationFn: () => rotateKey(device.id),
    onSuccess: ({ asked }) =>
      setSaid(
        asked ? 'Asked for a new key; the timeline shows when it is there.' : 'The agent is not connected.',
      ),
    onError: (error) => setSaid(`Could not ask: ${error.message}`),
  });
  // The menu's item, from which a dialog was opened, is gone when it closes.
  const manage = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(null);
    manage.current?.focus();
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button ref={manage} variant="default" leftSection={<IconDots size={15} aria-hidden />}>
            Manage
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUser size={15} aria-hidden />} onClick={() => setOpen('owner')}>
            Change owner …
          </Menu.Item>
          {!hasEnded(device.state) && (
            <Menu.Item leftSection={<IconKey size={15} aria-hidden />} onClick={() => rotate.mutate()}>
              Replace the device key
            </Menu.Item>
          )}
          {device.state !== 'revoked' && (
            <Menu.Item leftSection={<IconBan size={15} aria-hidden />} onClick={() => setOpen('revoke')}>
              Revoke …
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <span role="status" className="action-status">
        {said}
      </span>
      {open === 'owner' && <OwnerDialog device={device} close={close} />}
      {open === 'revoke' && <RevokeDialog device={device} close={close} />}
    </>
  );
}

interface DialogProps {
  device: DeviceSummary;
  close: () => void;
}

function useChange(device: DeviceSummary, close: () => void, change: () => Promise<void>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      close();
      await client.invalidateQueries({ queryKey: ['device', device.id] });
    },
  });
}

function OwnerDialog({ device, close }: DialogProps) {
  const [email, setEmail] = useState(device.owner ?? '');
  const change = useChange(device, close, () => setOwner(device.id, email.trim() || null));
  return (
    <Confirm
      title={`Whose is ${nameOf(device)}?`}
      action="Change owner"
      busy={change.isPending}
      error={change.error}
      confirm={change.mutate}
      close={close}
    >
      <TextInput
        label="E-mail of the owner"
        description="Empty: nobody. Every target is told: the old owner loses this device, the new one gets it."
        type="email"
        maxLength={254}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
    </Confirm>
  );
}

function RevokeDialog({ device, close }: DialogProps) {
  const [reason, setReason] = useState('');
  const change = useChange(device, close, () => revoke(device.id, reason.trim()));
  return (
    <Confirm
      title={`Revoke ${nameOf(device)}?`}
      action="Revoke for good"
      busy={change.isPending}
      error={change.error}
      confirm={change.mutate}
      close={close}
    >
      <p>
        Its session ends now, its tier becomes untrusted, and every target is told. It can come back only by
        enrolling again. This cannot be undone.
      </p>
      <TextInput
        label="Reason"
        description="Shown here, and on the device itself"
        required
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}
