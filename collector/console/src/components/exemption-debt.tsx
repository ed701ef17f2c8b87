import type { ExemptionDebt as Debt } from '@assay/shared/api';
import { count } from '../words.ts';
import { When } from './when.tsx';

/** What is owed: how much is excused, for how long still, and since when. */
export function ExemptionDebt({ debt }: { debt: Debt }) {
  return (
    <dl className="figures">
      <Figure
        name="Open"
        value={debt.open}
        note={`${debt.waiting === 0 ? 'none' : debt.waiting} waiting for a second person`}
      />
      <Figure
        name="Ending soon"
        value={debt.endingSoon}
        note={`${count(debt.renewals, 'renewal')} among the open`}
      />
      <Figure name="Devices excused" value={debt.devices} note={`${debt.deviceDays} device-days granted`} />
      <Figure name="Points waived" value={debt.pointsWaived} note="what these devices would lose" />
      <div>
        <dt>Oldest</dt>
        <dd>
          {debt.oldest ? <When at={debt.oldest.since} /> : 'none'}
          <span className="faint">renewals counted in</span>
        </dd>
      </div>
    </dl>
  );
}

function Figure({ name, value, note }: { name: string; value: number; note: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        <span className="faint">{note}</span>
      </dd>
    </div>
  );
}
