import { IconShieldCheck, IconShieldHalf, IconShieldQuestion, IconShieldX } from '@tabler/icons-react';
import { STANDING_WORDS, type Standing } from '../words.ts';

const ICONS: Record<Standing, typeof IconShieldCheck> = {
  trusted: IconShieldCheck,
  limited: IconShieldHalf,
  untrusted: IconShieldX,
  unjudged: IconShieldQuestion,
};

export function StandingIcon({ standing, size = 18 }: { standing: Standing; size?: number }) {
  const Icon = ICONS[standing];
  return <Icon size={size} stroke={1.9} aria-hidden className="standing-icon" data-standing={standing} />;
}

/** A tier as icon, word and colour, so that none of them is needed alone. */
export function TierBadge({ tier }: { tier: Standing | null }) {
  const standing = tier ?? 'unjudged';
  return (
    <span className="tier-badge" data-standing={standing}>
      <StandingIcon standing={standing} size={15} />
      {STANDING_WORDS[standing]}
    </span>
  );
}
