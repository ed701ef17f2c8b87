import type { ReactNode } from 'react';

interface Props {
  name: string;
  /** What it is, in few words. */
  children: ReactNode;
  note?: string;
}

/** One figure of a list of class `figures`. */
export function Figure({ name, children, note }: Props) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {note && <span className="faint">{note}</span>}
      </dd>
    </div>
  );
}
