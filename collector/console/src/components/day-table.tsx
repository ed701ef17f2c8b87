import type { Coverage } from '@assay/shared/api';
import type { ReactNode } from 'react';
import { GridTable } from './grid-table.tsx';

export type Day = Coverage['days'][number];

export const dayName = ({ at }: Day): string =>
  new Date(at - 1).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

interface Props {
  caption: string;
  columns: string[];
  days: readonly Day[];
  /** As many as there are columns; null: nobody looked on that day. */
  cells(day: Day): (string | number)[] | null;
}

/** What a chart shows, in numbers, the newest day first. */
export function DayTable({ caption, columns, days, cells }: Props) {
  return (
    <details>
      <summary>As a table</summary>
      <GridTable
        caption={`${caption}, the newest first`}
        columns={['Day', ...columns.map((number) => ({ number }))]}
      >
        {[...days].reverse().map((day) => (
          <tr key={day.at}>
            <th scope="row">{dayName(day)}</th>
            <Cells cells={cells(day)} columns={columns} />
          </tr>
        ))}
      </GridTable>
    </details>
  );
}

function Cells({ cells, columns }: { cells: (string | number)[] | null; columns: string[] }): ReactNode {
  if (cells === null)
    return (
      <td className="faint" colSpan={columns.length}>
        nobody looked
      </td>
    );
  return columns.map((column, i) => (
    <td key={column} className="number">
      {cells[i]}
    </td>
  ));
}
