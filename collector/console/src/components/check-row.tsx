import type { SignalView } from '@assay/shared/api';
import { UnstyledButton } from '@mantine/core';
import {
  IconChevronRight,
  IconCircleCheck,
  IconCircleMinus,
  IconCircleX,
  IconClockPause,
  IconEye,
  IconHelpCircle,
} from '@tabler/icons-react';
import { useId, useState } from 'react';
import { excuseWords } from '../excuse.ts';
import type { WaterfallRow } from '../waterfall.ts';
import { type Check, costsPoints, OUTCOME_WORDS, signed } from '../words.ts';
import { CheckEvidence } from './check-evidence.tsx';
import { Bar } from './waterfall-bar.tsx';
import { useClock } from './when.tsx';

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
  device: { id: string; hostname: string };
}

/** One check: outcome, stretch, points; opens to what was found, what to do and the signals it read. */
export function CheckRow({ row: { check, earned, lost }, full, signals, device }: Props) {
  const [open, setOpen] = useState(false);
  const evidence = useId();
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
            {check.stage && <span className="tag">{check.stage === 'warn' ? 'warning' : 'observing'}</span>}
          </UnstyledButton>
        </th>
        <td>
          <Outcome check={check} />
        </td>
        <td className="bar-column" aria-hidden>
          <Bar
            full={full}
            parts={[
              { kind: 'lost', ...lost },
              { kind: check.excuse ? 'waived' : 'earned', ...earned },
            ]}
          />
        </td>
        <td className="number">
          <Points check={check} />
        </td>
      </tr>
      <tr id={evidence} hidden={!open} className="check-evidence">
        <td colSpan={4}>{open && <CheckEvidence check={check} signals={signals} device={device} />}</td>
      </tr>
    </tbody>
  );
}

/** `Fails`, and if it is excused for now: `Fails, in grace until 14:00 tomorrow`. */
function Outcome({ check: { outcome, excuse } }: { check: Check }) {
  const words = useClock((now) => (excuse ? `, ${excuseWords(excuse, now)}` : ''));
  const isStaged = excuse?.kind === 'observe' || excuse?.kind === 'warn';
  const Icon = isStaged ? IconEye : excuse ? IconClockPause : ICONS[outcome];
  return (
    <span className="outcome" data-outcome={isStaged ? 'not_applicable' : excuse ? 'excused' : outcome}>
      <Icon size={16} aria-hidden />
      <span>
        {OUTCOME_WORDS[outcome]}
        {words}
      </span>
    </span>
  );
}

function Points({ check }: { check: Check }) {
  const { outcome, points, worth, excuse, stage } = check;
  if (outcome === 'not_applicable' || stage) return <span className="faint">–</span>;
  return (
    <>
      {signed(points)}
      {worth > 0 && <span className="faint"> of {worth}</span>}
      {excuse && worth > 0 && <span className="faint waived-note">waived</span>}
    </>
  );
}
