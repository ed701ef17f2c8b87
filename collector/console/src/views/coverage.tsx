import type { Coverage } from '@assay/shared/api';
import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CoverageBars } from '../components/coverage-bars.tsx';
import { MendingTable } from '../components/mending-table.tsx';
import { ErrorNotice, Loading } from '../components/states.tsx';
import { coverageQuery } from '../queries.ts';

/** What a security team shows its board: who reports, who stands where over time, and how fast things are mended. */
export function CoverageView() {
  const query = useQuery(coverageQuery);
  const { data } = query;
  return (
    <>
      <title>Coverage · Assay</title>
      <div className="page-head">
        <Title order={1}>Coverage</Title>
      </div>
      {query.isPending && <Loading what="the coverage" />}
      <ErrorNotice error={query.error} retry={() => query.refetch()} />
      {data && (
        <>
          <Shares now={data.now} />
          <section className="panel" aria-label="By tier, day by day">
            <Title order={2}>By tier, the last {data.days.length} days</Title>
            <CoverageBars days={data.days} />
          </section>
          <section className="panel" aria-label="Time to mend">
            <Title order={2}>From failing to mended</Title>
            <MendingTable mending={data.mending} />
          </section>
        </>
      )}
    </>
  );
}

const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((part / whole) * 100)} %`;

function Shares({ now: { enrolled, reporting, judged, fresh } }: { now: Coverage['now'] }) {
  return (
    <section className="panel" aria-label="Now">
      <dl className="figures">
        <div>
          <dt>Devices</dt>
          <dd>{enrolled.toLocaleString('en-GB')}</dd>
        </div>
        <div>
          <dt>Reported in the last 24 hours</dt>
          <dd>{share(reporting, enrolled)}</dd>
        </div>
        <div>
          <dt>Judged on fresh evidence</dt>
          <dd>{share(fresh, judged)}</dd>
        </div>
      </dl>
    </section>
  );
}
