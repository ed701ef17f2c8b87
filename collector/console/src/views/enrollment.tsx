import type { EnrollmentTokenList } from '@assay/shared/api';
import { Button, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { expireToken } from '../api.ts';
import { GridTable } from '../components/grid-table.tsx';
import { JoinString } from '../components/join-string.tsx';
import { ErrorNotice, Loading } from '../components/states.tsx';
import { useClock, When } from '../components/when.tsx';
import { tokensQuery } from '../queries.ts';

type Token = EnrollmentTokenList['tokens'][number];

/** Join strings: make one, and see which ones can still be used. */
export function EnrollmentView() {
  const query = useQuery(tokensQuery);
  const tokens = query.data?.tokens ?? [];
  return (
    <>
      <title>Enrollment · Assay</title>
      <div className="page-head">
        <Title order={1}>Enrollment</Title>
      </div>
      <section className="panel" aria-labelledby="make">
        <Title order={2} id="make" className="panel-title">
          Make a join string
        </Title>
        <p className="faint">
          It holds this collector's address, a token and the pin of its certificate authority: everything a
          device needs to join safely.
        </p>
        <JoinString />
      </section>
      <section className="panel" aria-labelledby="made">
        <Title order={2} id="made" className="panel-title">
          Made so far
        </Title>
        {query.isPending && <Loading what="the join strings" />}
        <ErrorNotice error={query.error} retry={() => query.refetch()} />
        {query.isSuccess && tokens.length === 0 && <p className="faint">None yet.</p>}
        {tokens.length > 0 && <TokenTable tokens={tokens} />}
      </section>
    </>
  );
}

function TokenTable({ tokens }: { tokens: Token[] }) {
  return (
    <GridTable
      caption="Join strings, without their secrets"
      columns={[
        'Made',
        'State',
        { number: 'Used' },
        'Owner',
        'Groups',
        'Rules',
        'Expires',
        { heard: 'Actions' },
      ]}
      className="cards token-table"
    >
      {tokens.map((token) => (
        <tr key={token.id}>
          <th scope="row">
            <When at={token.createdAt} />
          </th>
          <td>
            <TokenState token={token} />
          </td>
          <td className="number" data-label="Used">
            {token.used} of {token.uses}
          </td>
          <td data-label="Owner">{token.owner ?? <span className="faint">anybody</span>}</td>
          <td data-label="Groups">{token.groups.join(', ') || <span className="faint">none</span>}</td>
          <td data-label="Rules">{rulesOf(token)}</td>
          <td data-label="Expires">
            <When at={token.expiresAt} ahead />
          </td>
          <td className="cell-actions">
            <Expire token={token} />
          </td>
        </tr>
      ))}
    </GridTable>
  );
}

function TokenState({ token }: { token: Token }) {
  const expired = useClock((now) => now > token.expiresAt);
  if (token.used >= token.uses) return <span className="tag">used up</span>;
  if (expired) return <span className="tag">expired</span>;
  return <span className="tag open">usable</span>;
}

const rulesOf = ({ approval, onConflict }: Token): string =>
  [approval && 'approve by hand', onConflict === 'replace' && 'may replace'].filter(Boolean).join(', ') ||
  'quarantine conflicts';

/** A join string that got into the wrong hands: nobody enrolls with it any more. */
function Expire({ token }: { token: Token }) {
  const client = useQueryClient();
  const expire = useMutation({
    mutationFn: () => expireToken(token.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tokens'] }),
  });
  const expired = useClock((now) => now > token.expiresAt);
  if (expired || token.used >= token.uses) return null;
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        loading={expire.isPending}
        title="Devices that used it stay"
        onClick={() => expire.mutate()}
      >
        Expire now
      </Button>
      <ErrorNotice error={expire.error} />
    </>
  );
}
