import type { Coverage } from '@assay/shared/api';
import { shareWords } from '../words.ts';
import { GridTable } from './grid-table.tsx';

/** Which versions of the agent there are: how far an update has come. */
export function AgentVersions({ now: { agents, enrolled } }: { now: Coverage['now'] }) {
  const versions = Object.entries(agents).sort(([a], [b]) => b.localeCompare(a, 'en', { numeric: true }));
  if (versions.length === 0) return <p>No device has enrolled yet.</p>;
  return (
    <GridTable
      caption="Versions of the agent, the newest first"
      columns={['Version', { number: 'Devices' }, { number: 'Share' }]}
    >
      {versions.map(([version, devices]) => (
        <tr key={version}>
          <th scope="row">{version}</th>
          <td className="number">{devices}</td>
          <td className="number">{shareWords(devices, enrolled)}</td>
        </tr>
      ))}
    </GridTable>
  );
}
