import type { Coverage } from '@assay/shared/api';

const TIERS = ['untrusted', 'limited', 'trusted'] as const;

type Day = Coverage['days'][number];

const dayName = ({ at }: Day): string =>
  new Date(at - 1).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** A bar for each day, drawn for eyes alone; the table below says the same in numbers. */
export function CoverageBars({ days }: { days: Day[] }) {
  return (
    <>
      <div className="coverage-bars" aria-hidden>
        {days.map((day) => (
          <div key={day.at} className="coverage-bar" title={dayName(day)}>
            {TIERS.map((tier) => (
              <span key={tier} data-standing={tier} style={{ flexGrow: day.tiers[tier] }} />
            ))}
          </div>
        ))}
      </div>
      <details>
        <summary>As a table</summary>
        <table className="grid-table">
          <caption className="visually-hidden">
            Devices by tier at the end of each day, the newest first
          </caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              {TIERS.map((tier) => (
                <th key={tier} scope="col" className="number">
                  {tier.charAt(0).toUpperCase() + tier.slice(1)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...days].reverse().map((day) => (
              <tr key={day.at}>
                <th scope="row">{dayName(day)}</th>
                {TIERS.map((tier) => (
                  <td key={tier} className="number">
                    {day.tiers[tier]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
