import type { CanaryView } from '@assay/shared/api';
import { Title } from '@mantine/core';
import { Link } from 'wouter';
import { CANARY_STEP_WORDS, CANARY_WORDS, percent, sentence, shortTime } from '../words.ts';
import { Figure } from './figure.tsx';
import { GridTable } from './grid-table.tsx';
import { Sparkline } from './sparkline.tsx';
import { When } from './when.tsx';

const TONES: Record<CanaryView['state'], string> = {
  off: 'queued',
  starting: 'queued',
  ok: 'live',
  failing: 'dead',
};

/** What the collector's own device measures: how long it takes until a change is told. */
export function CanaryCard({ canary }: { canary: CanaryView }) {
  const { state, device, objective } = canary;
  return (
    <section className="panel" aria-labelledby="canary">
      <div className="card-head">
        <Title order={2} id="canary">
          From a change until it is told
        </Title>
        <span className="badge" data-state={TONES[state]} role="status">
          {CANARY_WORDS[state]}
        </span>
      </div>
      {state === 'off' ? (
        <p>
          Nothing measures it: the collector was started with <code>--canary-interval 0</code>.
        </p>
      ) : (
        <>
          <p className="faint">
            A device of the collector’s own turns a signal over every {canary.intervalS} s and waits until a
            target of its own was told. {percent(objective.share)} within {shortTime(objective.withinMs)} is
            promised. {device && <Link href={`/devices/${device}`}>The canary’s page</Link>}
          </p>
          <Latest canary={canary} />
          <Kept windows={canary.windows} />
          {canary.lastFailure && <LastFailure {...canary.lastFailure} />}
        </>
      )}
    </section>
  );
}

function Latest({ canary: { recent, objective } }: { canary: CanaryView }) {
  const times = recent.flatMap(({ toldMs }) => toldMs ?? []).sort((a, b) => a - b);
  const last = recent.at(-1);
  if (!last) return <p role="status">The first probe is on its way.</p>;
  const median = times[Math.floor(times.length / 2)];
  const slowest = times.at(-1);
  return (
    <>
      <dl className="figures">
        <Figure name="Last">{last.toldMs === null ? 'failed' : shortTime(last.toldMs)}</Figure>
        <Figure name="Median">{median === undefined ? '–' : shortTime(median)}</Figure>
        <Figure name="Slowest">{slowest === undefined ? '–' : shortTime(slowest)}</Figure>
        <Figure name={`Failed of the last ${recent.length}`}>{String(recent.length - times.length)}</Figure>
      </dl>
      <Sparkline values={recent.map(({ toldMs }) => toldMs)} line={objective.withinMs} />
    </>
  );
}

const WINDOW_WORDS = { '1h': 'Hour', '24h': 'Day', '30d': '30 days' } as const;

function Kept({ windows }: Pick<CanaryView, 'windows'>) {
  return (
    <GridTable
      caption="How the promise is kept, over the last hour, day and month"
      columns={[
        'The last',
        { number: 'Told in time' },
        { number: 'Probes' },
        { number: 'Late' },
        { number: 'Failed' },
        { number: 'Error budget left' },
      ]}
    >
      {windows.map(({ window, probes, good, failed, share, budgetLeft }) => (
        <tr key={window}>
          <th scope="row">{WINDOW_WORDS[window]}</th>
          <td className="number">{share === null ? '–' : percent(share)}</td>
          <td className="number">{probes}</td>
          <td className="number">{probes - good - failed}</td>
          <td className="number">{failed}</td>
          <td className="number">
            {budgetLeft === null ? '–' : budgetLeft > 0 ? percent(budgetLeft, 0) : 'none'}
          </td>
        </tr>
      ))}
    </GridTable>
  );
}

function LastFailure({ at, step, reason }: NonNullable<CanaryView['lastFailure']>) {
  return (
    <p>
      Failed last <When at={at} />, {CANARY_STEP_WORDS[step]}: {sentence(reason)}
    </p>
  );
}
