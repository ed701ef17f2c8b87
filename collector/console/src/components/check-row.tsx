import type { SignalView } from '@assay/shared/api';
import { UnstyledButton } from '@mantine/core';
import {
  IconChevronRight,
  IconCircleCheck,
  IconCircleMinus,
  IconCircleX,
  IconHelpCircle,
} from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { WaterfallRow } from '../waterfall.ts';
import { type Check, costsPoints, OUTCOME_WORDS, signed } from '../words.ts';
import { SignalEvidence } from './signal-evidence.tsx';
import { Bar } from './waterfall-bar.tsx';
import { When } from './when.tsx';

const ICONS: Record<Check['outcome'], typeof IconCircleCheck> = {
  pass: IconCircleCheck,
  fail: IconCircleX,
  unknown: IconHelpCircle,
  not_applicable: IconCircleMinus,
};

interface Props {
  row: WaterfallRow;
  full: number;
  signals: SignalView[];
}

/** One check: outcome, stretch, points; opens to what was found, what to do and the signals it read. */
export function CheckRow({ row: { check, earned, lost }, full, signals }: Props) {
  const [open, setOpen] = useState(false);
  const evidence = useId();
  const Icon = ICONS[check.outcome];
  return (
    <tbody className="check" data-open={open} data-costs={costsPoints(check)}>
      <tr>
        <th scope="row">
          <UnstyledButton
            className="check-toggle"
            aria-expanded={open}
            aria-controls={evidence}
            onClick={() => setOpen(!open)}
          >
            <IconChevronRight size={15} aria-hidden className="chevron" />
            <span>{check.title}</span>
            {check.required && <span className="tag">required</span>}
          </UnstyledButton>
        </th>
        <td>
          <span className="outcome" data-outcome={check.outcome}>
            <Icon size={16} aria-hidden />
            {OUTCOME_WORDS[check.outcome]}
          </span>
        </td>
        <td className="bar-column" aria-hidden>
          <Bar
            full={full}
            parts={[
              { kind: 'lost', ...lost },
              { kind: 'earned', ...earned },
            ]}
          />
        </td>
        <td className="number">
          {check.outcome === 'not_applicable' ? <span className="faint">–</span> : signed(check.points)}
          {check.worth > 0 && <span className="faint"> of {check.worth}</span>}
        </td>
      </tr>
      <tr id={evidence} hidden={!open} className="check-evidence">
        <td colSpan={4}>{open && <Evidence check={check} signals={signals} />}</td>
      </tr>
    </tbody>
  );
}

function Evidence({ check, signals }: { check: Check; signals: SignalView[] }) {
  return (
    <div className="evidence">
      {check.explain && <p>{check.explain}</p>}
      {check.remedy && (
        <p>
          <strong>To mend:</strong> {check.remedy}
        </p>
      )}
      <p className="faint">
        {OUTCOME_WORDS[check.outcome]} since <When at={check.since} />. Check <code>{check.check}</code>{' '}
        reads:
      </p>
      <ul className="signals">
        {check.signals.map((name) => (
          <li key={name}>
            <SignalEvidence name={name} signal={signals.find((signal) => signal.name === name)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
