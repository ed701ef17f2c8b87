import type { Coverage } from '@assay/shared/api';
import { Button, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AgentVersions } from '../components/agent-versions.tsx';
import { CheckCoverage } from '../components/check-coverage.tsx';
import { CoverageBars } from '../components/coverage-bars.tsx';
import { Figure } from '../components/figure.tsx';
import { MendingTable } from '../components/mending-table.tsx';
import { ShareBars } from '../components/share-bars.tsx';
import { ErrorNotice, Loading } from '../components/states.tsx';
import { When } from '../components/when.tsx';
import { coverageQuery } from '../queries.ts';
import { shareWords } from '../words.ts';

/** What a security team shows its board: who reports, who stands where over time, and how fast things are mended. */
export function CoverageView() {
  const query = useQuery(coverageQuery);
  const { data } = query;
  return (
    <>
      <title>Coverage · Assay</title>
      <div className="page-head">
        <Title order={1}>Coverage</Title>
        <Button
          component="a"
          href="/api/v1/coverage.csv"
          download
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
        >
          Download as CSV
        </Button>
      </div>
      {query.isPending && <Loading what="the coverage" />}
      <ErrorNotice error={query.error} retry={() => query.refetch()} />
      {data && <Sections coverage={data} />}
    </>
  );
}

function Sections({ coverage }: { coverage: Coverage }) {
  const { days, mending } = coverage;
  return (
    <>
      <Now coverage={coverage} />
      <Panel label="By tier, day by day" title={`By tier, the last ${days.length} days`}>
        <CoverageBars days={days} />
      </Panel>
      <Panel label="Reporting, day by day" title="Reported within a day">
        <ShareBars
          caption="Share of devices with a report of the last 24 hours at the end of each day"
          days={days}
          of={({ look }) => look && { part: look.reporting, whole: look.enrolled }}
        />
      </Panel>
      <Panel label="On fresh evidence, day by day" title="Verdicts on fresh evidence">
        <p className="faint">
          Of all verdicts that were in force, counted once an hour: those whose evidence the policy still
          accepted.
        </p>
        <ShareBars
          caption="Share of verdicts in force that rest on fresh evidence"
          days={days}
          of={({ inForce: { fresh, verdicts } }) => (verdicts > 0 ? { part: fresh, whole: verdicts } : null)}
        />
      </Panel>
      <Panel label="By check" title="By check">
        <CheckCoverage coverage={coverage} />
      </Panel>
      <Panel label="By version of the agent" title="Agents">
        <AgentVersions now={coverage.now} />
      </Panel>
      <Panel label="Time to mend" title="From failing to mended">
        <MendingTable mending={mending} />
      </Panel>
    </>
  );
}

function Panel({ label, title, children }: { label: string; title: string; children: ReactNode }) {
  return (
    <section className="panel" aria-label={label}>
      <Title order={2}>{title}</Title>
      {children}
    </section>
  );
}

function Now({ coverage: { at, now, days } }: { coverage: Coverage }) {
  const told = days.reduce((sum, day) => sum + day.told.verdicts, 0);
  const toldFresh = days.reduce((sum, day) => sum + day.told.fresh, 0);
  return (
    <section className="panel" aria-label="Now">
      <dl className="figures">
        <Figure name="Devices">{now.enrolled.toLocaleString('en-GB')}</Figure>
        <Figure name="Reported in the last 24 hours">{shareWords(now.reporting, now.enrolled)}</Figure>
        <Figure name="Judged on fresh evidence">{shareWords(now.fresh, now.judged)}</Figure>
        <Figure name={`Told on fresh evidence, ${days.length} days`}>{shareWords(toldFresh, told)}</Figure>
      </dl>
      <p className="faint">
        Looked at <When at={at} />.
      </p>
    </section>
  );
}
