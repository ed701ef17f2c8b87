import type { SignalView } from '@assay/shared/api';
import { Title } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { toWaterfall, type Waterfall } from '../waterfall.ts';
import { type Assessment, count, STANDING_WORDS, signed } from '../words.ts';
import { CheckRow } from './check-row.tsx';
import { Bar } from './waterfall-bar.tsx';

interface Props {
  assessment: Assessment;
  signals: SignalView[];
  device: { id: string; hostname: string };
}

/** Every check's points, the cap, and their sum: the score, seen to add up. */
export function PointsTable({ assessment, signals, device }: Props) {
  const waterfall = toWaterfall(assessment);
  const { rows, notApplicable, sum, full, cap, waived } = waterfall;
  return (
    <section className="panel" aria-labelledby="points">
      <Title order={2} id="points" className="panel-title">
        How the score adds up
      </Title>
      <table className="grid-table points-table">
        <caption className="visually-hidden">
          Points of each check; together with the cap they sum to the score. Rows open to their evidence.
        </caption>
        <thead>
          <tr>
            <th scope="col">Check</th>
            <th scope="col">Outcome</th>
            <th scope="col" className="bar-column" aria-hidden>
              <span className="bar-axis">
                <span>0</span>
                <span>{full}</span>
              </span>
            </th>
            <th scope="col" className="number">
              Points
            </th>
          </tr>
        </thead>
        {rows.map((row) => (
          <CheckRow key={row.check.check} row={row} full={full} signals={signals} device={device} />
        ))}
        {notApplicable.map((check) => (
          <CheckRow
            key={check.check}
            row={{ check, ...NOWHERE }}
            full={full}
            signals={signals}
            device={device}
          />
        ))}
        <tbody className="sums">
          {cap && cap.points !== 0 && (
            <CapRow waterfall={waterfall} cap={cap} restriction={assessment.restriction ?? null} />
          )}
          <tr className="total">
            <th scope="row">Score</th>
            <td>{STANDING_WORDS[assessment.tier]}</td>
            <td className="bar-column" aria-hidden>
              <Bar full={full} parts={[{ kind: 'score', from: 0, to: assessment.score }]} />
            </td>
            <td className="number">{assessment.score}</td>
          </tr>
        </tbody>
      </table>
      <p className="faint points-note">
        {cap && cap.points !== 0 ? `${sum} from the checks, ${signed(cap.points)} by the cap. ` : ''}
        {waived > 0 && `${count(waived, 'point')} of it waived for now. `}
        Judged by policy {assessment.policy.name}, version{' '}
        <code title={assessment.policy.hash}>{shortHash(assessment.policy.hash)}</code>
        {notApplicable.length > 0 && `; ${count(notApplicable.length, 'check')} not for this device`}.
      </p>
    </section>
  );
}

const NOWHERE = { earned: { from: 0, to: 0 }, lost: { from: 0, to: 0 } };

const shortHash = (hash: string): string => hash.replace(/^sha256[:-]/, '').slice(0, 12);

interface CapRowProps {
  waterfall: Waterfall;
  cap: NonNullable<Waterfall['cap']>;
  restriction: NonNullable<Assessment['restriction']> | null;
}

function CapRow({ waterfall, cap, restriction }: CapRowProps) {
  const title = waterfall.rows.find(({ check }) => check.check === cap.check)?.check.title ?? cap.check;
  return (
    <tr className="cap">
      <th scope="row">
        <IconArrowBackUp size={16} aria-hidden /> Cap at {cap.limit}
        <span className="cap-why">
          {restriction
            ? restriction.explain
            : `“${title}” is required: while it fails, no score above ${cap.limit}`}
        </span>
      </th>
      <td />
      <td className="bar-column" aria-hidden>
        <Bar full={waterfall.full} parts={[{ kind: 'capped', from: cap.from, to: cap.to }]} />
      </td>
      <td className="number">{signed(cap.points)}</td>
    </tr>
  );
}
