import { Title } from '@mantine/core';
import { JoinString } from './join-string.tsx';

/** Shown while there is no device: the two steps that bring the first one. */
export function FirstDevice() {
  return (
    <section className="panel first-device">
      <Title order={2}>No device yet</Title>
      <p>
        A device joins with a <strong>join string</strong>: this collector's address, a token, and the pin of
        its certificate authority. Make one, then run the command on the device as root (Linux, macOS) or
        administrator (Windows). It appears here by itself.
      </p>
      <JoinString />
    </section>
  );
}
