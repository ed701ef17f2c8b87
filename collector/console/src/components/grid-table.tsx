import type { ReactNode } from 'react';

/** A column's heading; one of numbers, one that only a screen reader tells, or one that it leaves out. */
type Column = string | { number: string } | { heard: string } | { seen: string };

interface Props {
  /** What the table is, for those who don't see the page around it. */
  caption: string;
  columns: readonly Column[];
  className?: string;
  /** The rows. */
  children: ReactNode;
}

/** A table of plain rows under named columns. */
export function GridTable({ caption, columns, className, children }: Props) {
  return (
    <table className={className ? `grid-table ${className}` : 'grid-table'}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Heading key={JSON.stringify(column)} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function Heading({ column }: { column: Column }) {
  if (typeof column === 'string') return <th scope="col">{column}</th>;
  if ('number' in column) {
    return (
      <th scope="col" className="number">
        {column.number}
      </th>
    );
  }
  if ('seen' in column) {
    return (
      <th scope="col" aria-hidden>
        {column.seen}
      </th>
    );
  }
  return (
    <th scope="col">
      <span className="visually-hidden">{column.heard}</span>
    </th>
  );
}
