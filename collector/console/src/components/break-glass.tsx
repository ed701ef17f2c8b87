import { Button, Title } from '@mantine/core';
import { IconHammer } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { endBreakGlass, startBreakGlass } from '../api.ts';
import { breakGlassQuery } from '../queries.ts';
import { GrantDialog } from './grant-dialog.tsx';
import { ErrorNotice } from './states.tsx';
import { When } from './when.tsx';

/** For the hour in which the policy itself is the outage. */
export function BreakGlass({ maxMs }: { maxMs: number }) {
  const { data, error } = useQuery(breakGlassQuery);
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const end = useMutation({ mutationFn: endBreakGlass, onSuccess: () => client.invalidateQueries() });
  return (
    <section className="panel" aria-labelledby="break-glass">
      <Title order={2} id="break-glass" className="panel-title">
        Break-glass
      </Title>
      <ErrorNotice error={error ?? end.error} />
      {data?.on && (
        <>
          <p>
            <strong>On</strong>; it ends <When at={data.on.until} ahead />, by {data.on.by}: {data.on.reason}
          </p>
          <Button loading={end.isPending} onClick={() => end.mutate()}>
            End it now
          </Button>
        </>
      )}
      {data?.on === null && (
        <>
          <p className="faint">
            Excuses everything for everybody for a short while: for the hour in which a broken update, or the
            policy itself, locks people out. Revoked and quarantined devices stay out.
          </p>
          <Button
            variant="default"
            leftSection={<IconHammer size={15} aria-hidden />}
            onClick={() => setAsked(true)}
          >
            Break the glass …
          </Button>
        </>
      )}
      {asked && (
        <GrantDialog
          title="Let every device in?"
          action="Break the glass"
          lengthLabel="For"
          maxLengthMs={maxMs}
          first="shortest"
          grant={startBreakGlass}
          close={() => setAsked(false)}
        >
          <p>
            Until it ends, no check counts against any device. Everybody sees it, and it is in the audit log.
          </p>
        </GrantDialog>
      )}
    </section>
  );
}
