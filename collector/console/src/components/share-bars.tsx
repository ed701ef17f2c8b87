import { shareWords } from '../words.ts';
import { type Day, DayTable, dayName } from './day-table.tsx';

interface Props {
  /** What the shares are of, for the table. */
  caption: string;
  days: Day[];
  /** Null: nobody looked, or there was nothing to look at. */
  of(day: Day): { part: number; whole: number } | null;
}

/** A share for each day; what nobody looked at stays empty. The table says the same in numbers. */
export function ShareBars({ caption, days, of }: Props) {
  return (
    <>
      <div className="coverage-bars short" aria-hidden>
        {days.map((day) => {
          const share = of(day);
          return (
            <div
              key={day.at}
              className="coverage-bar"
              data-looked={share !== null}
              title={`${dayName(day)}: ${share ? shareWords(share.part, share.whole) : 'nobody looked'}`}
            >
              {share && (
                <>
                  <span style={{ flexGrow: share.whole - share.part }} />
                  <span data-standing="trusted" style={{ flexGrow: share.part }} />
                </>
              )}
            </div>
          );
        })}
      </div>
      <DayTable
        caption={caption}
        columns={['Share', 'Of']}
        days={days}
        cells={(day) => {
          const share = of(day);
          return share && [shareWords(share.part, share.whole), share.whole];
        }}
      />
    </>
  );
}
