import { Title } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Copy } from './copy.tsx';

interface Props {
  title: string;
  /** The secret, or a command that holds it. */
  text: string;
  label: string;
  children?: ReactNode;
}

/** A secret at the only time it is shown. Takes the focus, so that nobody misses it. */
export function ShownOnce({ title, text, label, children }: Props) {
  const region = useRef<HTMLElement>(null);
  useEffect(() => region.current?.focus(), []);
  return (
    <section ref={region} tabIndex={-1} className="shown-once" aria-label={title}>
      <Title order={3}>{title}</Title>
      <pre>{text}</pre>
      <div className="shown-once-actions">
        <Copy text={text} label={label} variant="filled" />
        <span className="faint">
          <IconEyeOff size={15} aria-hidden /> Shown only now. Keep it before you leave.
        </span>
      </div>
      {children}
    </section>
  );
}
