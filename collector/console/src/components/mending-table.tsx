import type { Coverage } from '@assay/shared/api';
import { GridTable } from './grid-table.tsx';
import { When } from './when.tsx';

const HOUR_MS = 3_600_000;

const inWords = (ms: number): string => {
  if (ms < HOUR_MS) return `${Math.max(1, Math.round(ms / 60_000))} min`;
  return ms < 48 * HOUR_MS ? `${Math.round(ms / HOUR_MS)} h` : `${Math.round(ms / (24 * HOUR_MS))} days`;
};

/** How fast each check is mended, and what is still open. */
export function MendingTable({ mending }: { mending: Coverage['mending'] }) {
  if (mending.length === 0) return <p>No check has failed in this time.</p>;
  return (
    <GridTable
      caption="Checks by how fast they are mended"
      columns={[
        'Check',
        { number: 'Mended' },
        { number: 'Mean time' },
        { number: 'Failing now' },
        'The oldest since',
      ]}
    >
      {mending.map(({ check, mended, meanMs, open, oldestSince }) => (
        <tr key={check}>
          <th scope="row">{check}</th>
          <td className="number">{mended}</td>
          <td className="number">{meanMs === null ? '–' : inWords(meanMs)}</td>
          <td className="number">{open}</td>
          <td>{oldestSince === null ? '–' : <When at={oldestSince} />}</td>
        </tr>
      ))}
    </GridTable>
  );
}
