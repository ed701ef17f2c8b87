import type { Coverage } from '@assay/shared/api';
import { shareWords } from '../words.ts';
import { GridTable } from './grid-table.tsx';
import { Sparkline } from './sparkline.tsx';

type Standing = Coverage['now']['checks'][string];

const whole = ({ pass, fail, unknown, exempt }: Standing): number => pass + fail + unknown + exempt;

/** Where each check stands, and how the share of devices that pass it went. */
export function CheckCoverage({ coverage: { now, days } }: { coverage: Coverage }) {
  const checks = Object.entries(now.checks).sort(
    ([, a], [, b]) => a.pass / whole(a) - b.pass / whole(b) || b.fail - a.fail,
  );
  if (checks.length === 0) return <p>No device has been judged yet.</p>;
  const passed = (check: string) =>
    days.map(({ look }) => {
      const standing = look?.checks[check];
      return standing ? standing.pass / whole(standing) : null;
    });
  return (
    <GridTable
      caption="Checks by the share of devices that pass them, the least first"
      columns={[
        'Check',
        { number: 'Pass' },
        { number: 'Fail' },
        { number: 'Could not tell' },
        { number: 'Exempt' },
        { seen: 'Over time' },
      ]}
    >
      {checks.map(([check, standing]) => (
        <tr key={check}>
          <th scope="row">{check}</th>
          <td className="number">{shareWords(standing.pass, whole(standing))}</td>
          <td className="number">{standing.fail}</td>
          <td className="number">{standing.unknown}</td>
          <td className="number">{standing.exempt}</td>
          <td aria-hidden className="sparkline-cell">
            <Sparkline values={passed(check)} />
          </td>
        </tr>
      ))}
    </GridTable>
  );
}
