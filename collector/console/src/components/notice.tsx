import { IconAlertTriangle, IconBan } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface Props {
  tone: 'warn' | 'bad';
  title: string;
  /** Told at once by a screen reader; for what the reader's own action brought about. */
  urgent?: boolean;
  children: ReactNode;
}

/** Something to know before relying on what is below: mark, title and what to do. */
export function Notice({ tone, title, urgent = false, children }: Props) {
  const Icon = tone === 'warn' ? IconAlertTriangle : IconBan;
  return (
    <div className="notice" data-tone={tone} role={urgent ? 'alert' : 'note'}>
      <Icon size={20} aria-hidden />
      <div>
        <strong>{title}</strong>
        <div>{children}</div>
      </div>
    </div>
  );
}
