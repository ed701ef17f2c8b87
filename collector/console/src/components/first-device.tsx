import { Title } from '@mantine/core';
import { JoinString } from './join-string.tsx';

interface Props {
  /** False: the first has come, and its join string may be needed for others. */
  isNone: boolean;
  onShown: (isShown: boolean) => void;
}

/** Shown while there is no device: the two steps that bring the first one. */
export function FirstDevice({ isNone, onShown }: Props) {
  return (
    <section className="panel first-device">
      {isNone && (
        <>
          <Title order={2}>No device yet</Title>
          <p>
            A device joins with a <strong>join string</strong>: this collector's address, a token, and the pin
            of its certificate authority. Make one, then run the command on the device as root (Linux, macOS)
            or administrator (Windows). It appears here by itself.
          </p>
        </>
      )}
      <JoinString onShown={onShown} />
    </section>
  );
}
