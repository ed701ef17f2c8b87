import type { DeviceList } from '@assay/shared/api';
import { UnstyledButton } from '@mantine/core';
import { STANDING_WORDS, type Standing } from '../words.ts';
import { StandingIcon } from './tier-badge.tsx';

const STANDINGS: Standing[] = ['untrusted', 'limited', 'trusted', 'unjudged'];

interface Props {
  tiers: DeviceList['tiers'];
  chosen: string;
  /** Called with '' to see all. */
  choose: (standing: Standing | '') => void;
}

/** How many devices stand where; each number filters the list, and the chosen one shows all again. */
export function FleetGlance({ tiers, chosen, choose }: Props) {
  const all = STANDINGS.reduce((sum, standing) => sum + tiers[standing], 0);
  return (
    <section aria-label="Fleet at a glance" className="glance">
      <fieldset className="glance-filters">
        <legend className="visually-hidden">Show devices by tier</legend>
        {STANDINGS.map((standing) => (
          <UnstyledButton
            key={standing}
            className="glance-filter"
            data-standing={standing}
            aria-pressed={chosen === standing}
            onClick={() => choose(chosen === standing ? '' : standing)}
          >
            <span className="glance-word">
              <StandingIcon standing={standing} />
              {STANDING_WORDS[standing]}
            </span>
            <span className="glance-count">{tiers[standing].toLocaleString('en-GB')}</span>
          </UnstyledButton>
        ))}
      </fieldset>
      <div className="glance-bar" aria-hidden>
        {STANDINGS.map((standing) => (
          <span key={standing} data-standing={standing} style={{ flexGrow: all > 0 ? tiers[standing] : 0 }} />
        ))}
      </div>
    </section>
  );
}
