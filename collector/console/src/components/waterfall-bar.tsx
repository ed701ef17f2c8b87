import type { Stretch } from '../waterfall.ts';

/** A part of a bar: what was earned, or given though it fails; what is missing, what the cap took, or the score itself. */
export type BarPart = Stretch & { kind: 'earned' | 'waived' | 'lost' | 'capped' | 'score' };

/** One row's stretch on the common axis 0..full. The numbers beside it say the same. */
export function Bar({ full, parts }: { full: number; parts: BarPart[] }) {
  const percent = (points: number) => `${full > 0 ? (points / full) * 100 : 0}%`;
  return (
    <span className="bar">
      {parts
        .filter(({ from, to }) => to > from)
        .map(({ kind, from, to }) => (
          <span
            key={kind}
            className="bar-part"
            data-kind={kind}
            style={{ left: percent(from), width: percent(to - from) }}
          />
        ))}
    </span>
  );
}
