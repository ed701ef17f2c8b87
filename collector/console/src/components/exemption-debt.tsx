import type { ExemptionDebt as Debt } from '@assay/shared/api';
import { count } from '../words.ts';
import { Figure } from './figure.tsx';
import { When } from './when.tsx';

/** What is owed: how much is excused, for how long still, and since when. */
export function ExemptionDebt({ debt }: { debt: Debt }) {
  return (
    <dl className="figures">
      <Figure name="Open" note={`${debt.waiting === 0 ? 'none' : debt.waiting} waiting for a second person`}>
        {debt.open}
      </Figure>
      <Figure name="Ending soon" note={`${count(debt.renewals, 'renewal')} among the open`}>
        {debt.endingSoon}
      </Figure>
      <Figure name="Devices excused" note={`${debt.deviceDays} device-days granted`}>
        {debt.devices}
      </Figure>
      <Figure name="Points waived" note="what these devices would lose">
        {debt.pointsWaived}
      </Figure>
      <Figure name="Oldest" note="renewals counted in">
        {debt.oldest ? <When at={debt.oldest.since} /> : 'none'}
      </Figure>
    </dl>
  );
}
