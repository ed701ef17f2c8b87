import type { Assessment } from '../words.ts';

/** The score on its 0-100 scale with the tiers' starts marked. The same is said in words beside it. */
export function ScoreScale({ assessment: { score, tier, tiers } }: { assessment: Assessment }) {
  const marks = tiers ? [tiers.limited, tiers.trusted] : [];
  return (
    <div className="scale" aria-hidden>
      <div className="scale-number" data-standing={tier}>
        {score}
        <small>of 100</small>
      </div>
      <div className="scale-track">
        <span className="scale-fill" data-standing={tier} style={{ width: `${score}%` }} />
        {marks.map((mark) => (
          <span key={mark} className="scale-mark" style={{ left: `${mark}%` }} />
        ))}
      </div>
      <div className="scale-words">
        {tiers && <span style={{ left: `${tiers.limited}%` }}>{tiers.limited} limited</span>}
        {tiers && <span style={{ left: `${tiers.trusted}%` }}>{tiers.trusted} trusted</span>}
      </div>
    </div>
  );
}
