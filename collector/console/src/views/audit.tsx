import { Alert, Button, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { AuditTable } from '../components/audit-table.tsx';
import { ErrorNotice, Loading } from '../components/states.tsx';
import { auditQuery, auditVerifyQuery } from '../queries.ts';

/** Who did what, and whether the log is as it was written. */
export function AuditView() {
  const query = useInfiniteQuery(auditQuery);
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <>
      <title>Audit · Assay</title>
      <div className="page-head">
        <Title order={1}>Audit</Title>
        <Chain />
      </div>
      {query.isPending && <Loading what="the audit log" />}
      <ErrorNotice error={query.error} retry={() => query.refetch()} />
      {query.isSuccess && entries.length === 0 && <p className="faint">Nobody has done anything yet.</p>}
      {entries.length > 0 && <AuditTable entries={entries} />}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          Older
        </Button>
      )}
    </>
  );
}

function Chain() {
  const { data, error } = useQuery(auditVerifyQuery);
  if (error) return <ErrorNotice error={error} />;
  if (!data) return null;
  if (data.brokenAt === null)
    return <p className="faint">Every entry is as it was written: the chain of hashes is whole.</p>;
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title="The log was changed">
      From entry {data.brokenAt} on it is not what was written. Compare it with a backup.
    </Alert>
  );
}
