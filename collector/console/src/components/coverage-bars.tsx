import { type Day, DayTable, dayName } from './day-table.tsx';

const TIERS = ['untrusted', 'limited', 'trusted'] as const;

/** A bar for each day, drawn for eyes alone; the table below says the same in numbers. */
export function CoverageBars({ days }: { days: Day[] }) {
  return (
    <>
      <div className="coverage-bars" aria-hidden>
        {days.map((day) => (
          <div
            key={day.at}
            className="coverage-bar"
            data-looked={day.look !== null}
            title={day.look ? dayName(day) : `${dayName(day)}: nobody looked`}
          >
            {day.look &&
              TIERS.map((tier) => (
                <span key={tier} data-standing={tier} style={{ flexGrow: day.look?.tiers[tier] }} />
              ))}
          </div>
        ))}
      </div>
      <DayTable
        caption="Devices by tier at the end of each day"
        columns={TIERS.map((tier) => tier.charAt(0).toUpperCase() + tier.slice(1))}
        days={days}
        cells={({ look }) => look && TIERS.map((tier) => look.tiers[tier])}
      />
    </>
  );
}
