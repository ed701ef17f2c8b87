import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CanaryCard } from '../components/canary-card.tsx';
import { ErrorNotice, Loading } from '../components/states.tsx';
import { healthQuery } from '../queries.ts';

/** How the collector itself is doing, as its own device sees it; problems stand above every page. */
export function HealthView() {
  const query = useQuery(healthQuery);
  // What was true before it could not be asked any more is no answer.
  const current = query.error ? undefined : query.data;
  return (
    <>
      <title>Health · Assay</title>
      <div className="page-head">
        <Title order={1}>Health</Title>
      </div>
      {query.isPending && <Loading what="the health" />}
      <ErrorNotice error={query.error} retry={() => query.refetch()} />
      {current?.problems.length === 0 && <p>Nothing is wrong with the collector.</p>}
      {current && <CanaryCard canary={current.canary} />}
    </>
  );
}
