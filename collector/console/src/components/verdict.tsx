import type { DeviceDetail, DeviceSummary } from '@assay/shared/api';
import { Text, Title } from '@mantine/core';
import { excuseWords } from '../excuse.ts';
import { nearestFix } from '../fix.ts';
import { absoluteTime, sinceWords } from '../times.ts';
import {
  type Assessment,
  type Check,
  costsPoints,
  count,
  hasEnded,
  scoreLine,
  verdictLine,
} from '../words.ts';
import { ExcuseButton } from './excuse-button.tsx';
import { Notice } from './notice.tsx';
import { Remedy } from './remedy.tsx';
import { ScoreScale } from './score-scale.tsx';
import { StandingIcon } from './tier-badge.tsx';
import { useClock } from './when.tsx';

interface Props {
  assessment: Assessment;
  cause: DeviceDetail['cause'];
  device: Pick<DeviceSummary, 'id' | 'hostname' | 'state'>;
}

/** The answer in order: where the device stands and since when, one cause, the least that mends it. */
export function Verdict({ assessment, cause, device }: Props) {
  const line = useClock((now) => verdictLine(assessment, now));
  const fix = nearestFix(assessment);
  return (
    <section className="verdict panel" data-standing={assessment.tier} aria-label="Verdict">
      <div className="verdict-head">
        <StandingIcon standing={assessment.tier} size={44} />
        <div>
          <Title order={2} className="verdict-line">
            {line}
          </Title>
          <span role="status" className="visually-hidden">
            {line}
          </span>
          <Text className="verdict-score">{scoreLine(assessment)}</Text>
        </div>
        <ScoreScale assessment={assessment} />
      </div>
      {!hasEnded(device.state) && <Expired validUntil={assessment.validUntil} />}
      <dl className="verdict-facts">
        <dt>Cause</dt>
        <dd>{cause ? <Cause cause={cause} /> : 'No single cause is recorded for this verdict.'}</dd>
        <dt>{fix ? 'Smallest fix' : 'To mend'}</dt>
        <dd>{fix ? <Remedy fix={fix} /> : <NothingToMend assessment={assessment} />}</dd>
        <Excused assessment={assessment} device={device} />
      </dl>
    </section>
  );
}

function Cause({ cause }: { cause: NonNullable<DeviceDetail['cause']> }) {
  const at = useClock((now) => sinceWords(cause.at, now));
  return (
    <>
      {cause.text}{' '}
      <span className="faint" title={absoluteTime(cause.at)}>
        ({at})
      </span>
    </>
  );
}

/** What is excused for now, the end that comes first in front; and the way to excuse what is not. */
function Excused({ assessment, device }: Pick<Props, 'assessment' | 'device'>) {
  const excused = assessment.checks
    .filter(({ excuse }) => excuse && 'until' in excuse)
    .toSorted((a, b) => endOf(a) - endOf(b));
  const counting = assessment.restriction ? [] : assessment.checks.filter(costsPoints);
  const words = useClock((now) =>
    excused.map(({ title, excuse }) => `“${title}”: ${excuse ? excuseWords(excuse, now) : ''}`).join('; '),
  );
  if (excused.length === 0 && counting.length === 0) return null;
  return (
    <>
      <dt>{words ? 'Excused' : 'For now'}</dt>
      <dd>
        {words && <p>{words}.</p>}
        <ExcuseButton device={device} checks={counting.toSorted((a, b) => b.worth - a.worth)} />
      </dd>
    </>
  );
}

const endOf = ({ excuse }: Check): number => (excuse && 'until' in excuse ? excuse.until : Infinity);

function NothingToMend({ assessment }: { assessment: Assessment }) {
  if (assessment.restriction) return <>{assessment.restriction.remedy}</>;
  if (assessment.checks.every(({ worth }) => worth === 0))
    return <>No check that is enforced applies to this device, so nothing can speak for it.</>;
  const costing = assessment.checks.filter(costsPoints).length;
  if (costing === 0 && assessment.checks.some(({ excuse }) => excuse))
    return <>Nothing now: what fails is excused, or not enforced yet.</>;
  if (costing === 0) return <>Nothing. Every check that applies passes.</>;
  return <>{count(costing, 'check')} below cost points without changing the tier.</>;
}

/** After its date evidence speaks for nothing. The verdict may be of before that, or what came of it. */
function Expired({ validUntil }: { validUntil: number }) {
  const words = useClock((now) => (now > validUntil ? sinceWords(validUntil, now) : ''));
  if (words === '') return null;
  return (
    <Notice tone="warn" title="The newest report is out of date">
      What it told held until {words}. The agent has not reported since; check that the device is on and
      online.
    </Notice>
  );
}
