import { Button, SegmentedControl, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { BreakGlass } from '../components/break-glass.tsx';
import { ExemptionDebt } from '../components/exemption-debt.tsx';
import { ExemptionTable } from '../components/exemption-table.tsx';
import { GroupExemption } from '../components/group-exemption.tsx';
import { NoticeLog } from '../components/notice-log.tsx';
import { ErrorNotice, Loading } from '../components/states.tsx';
import { exemptionsQuery } from '../queries.ts';

type State = 'open' | 'past';

/** What is excused, for whom and until when, and the debt that it is. */
export function ExemptionsView() {
  const [state, setState] = useState<State>('open');
  const query = useInfiniteQuery(exemptionsQuery(state));
  const data = query.data?.pages[0];
  const exemptions = query.data?.pages.flatMap((page) => page.exemptions) ?? [];
  return (
    <>
      <title>Exemptions · Assay</title>
      <div className="page-head">
        <Title order={1}>Exemptions</Title>
        <SegmentedControl
          aria-label="Which exemptions"
          data={[
            { value: 'open', label: 'Open' },
            { value: 'past', label: 'Past' },
          ]}
          value={state}
          onChange={(value) => setState(value as State)}
        />
      </div>
      {query.isPending && <Loading what="the exemptions" />}
      <ErrorNotice error={query.error} retry={() => query.refetch()} />
      {data && (
        <>
          <section className="panel" aria-label="Exemption debt">
            <ExemptionDebt debt={data.debt} />
          </section>
          {exemptions.length > 0 ? (
            <ExemptionTable exemptions={exemptions} maxLengthMs={data.limits.maxLengthMs} />
          ) : (
            <div className="panel empty">
              <p>{EMPTY[state]}</p>
            </div>
          )}
          {query.hasNextPage && (
            <Button
              variant="default"
              loading={query.isFetchingNextPage}
              onClick={() => query.fetchNextPage()}
            >
              Older
            </Button>
          )}
          <GroupExemption checks={data.checks} limits={data.limits} />
          <BreakGlass maxMs={data.limits.breakGlassMaxMs} />
          <NoticeLog />
        </>
      )}
    </>
  );
}

const EMPTY: Record<State, string> = {
  open: 'Nothing is excused. A device is excused from a check on its own page; a group, below.',
  past: 'No exemption has ended yet.',
};
