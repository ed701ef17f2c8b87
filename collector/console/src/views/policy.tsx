import type { PolicyActivationView, PolicyStatus, TrialView } from '@assay/shared/api';
import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { GridTable } from '../components/grid-table.tsx';
import { ErrorNotice, Loading } from '../components/states.tsx';
import { When } from '../components/when.tsx';
import { policyHistoryQuery, policyQuery, trialQuery } from '../queries.ts';
import { count, nameOf } from '../words.ts';

/** Which policy judges, what is on its way, what the last plan said, and what was in force before. */
export function PolicyView() {
  const status = useQuery(policyQuery);
  const history = useQuery(policyHistoryQuery);
  const error = status.error ?? history.error;
  return (
    <>
      <title>Policy · Assay</title>
      <div className="page-head">
        <Title order={1}>Policy</Title>
      </div>
      {(status.isPending || history.isPending) && <Loading what="the policy" />}
      <ErrorNotice error={error} retry={() => Promise.all([status.refetch(), history.refetch()])} />
      {status.data && <InForce status={status.data} />}
      {status.data?.lastPlan && <LastPlan id={status.data.lastPlan} />}
      {history.data && <History activations={history.data.activations} />}
    </>
  );
}

const shortHash = (hash: string): string => hash.slice('sha256:'.length, 'sha256:'.length + 12);

function InForce({ status: { active, reassessing, rollout } }: { status: PolicyStatus }) {
  return (
    <section className="panel" aria-label="In force">
      <Title order={2}>{active.name}</Title>
      <p>
        <code>{shortHash(active.hash)}</code>, since <When at={active.at} />, by {active.by}: {active.reason}
      </p>
      {reassessing.running && (
        <p>
          The fleet is being judged anew: {reassessing.done} of{' '}
          {count(reassessing.total, 'device', 'devices')}.
        </p>
      )}
      {rollout && (
        <p>
          <strong>{rollout.name}</strong>{' '}
          {rollout.state === 'running'
            ? `is at ${rollout.stage}: ${rollout.effect} newly untrusted, ${rollout.planned} planned, halts above ${rollout.limit}.`
            : `${rollout.state === 'done' ? 'went through' : `was ${rollout.state}`}: ${rollout.detail}.`}
        </p>
      )}
    </section>
  );
}

function LastPlan({ id }: { id: string }) {
  const { data } = useQuery(trialQuery(id));
  if (!data?.plan) return null;
  const { inTheEnd, atOnce } = data.plan;
  return (
    <section className="panel" aria-label="The last plan">
      <Title order={2}>The last plan: {data.name}</Title>
      <p>
        Of {count(inTheEnd.devices, 'device', 'devices')}, {inTheEnd.newlyUntrusted} would become untrusted (
        {atOnce.newlyUntrusted} at once), {inTheEnd.worse} stand worse and {inTheEnd.better} better.
      </p>
      <Flips trial={data} />
    </section>
  );
}

function Flips({ trial }: { trial: TrialView }) {
  const flips = trial.plan?.inTheEnd.flips ?? [];
  if (flips.length === 0) return null;
  return (
    <GridTable caption="Devices that would change tier" columns={['Device', 'From', 'To', 'Because of']}>
      {flips.slice(0, 20).map(({ device, hostname, owner, from, to, checks }) => (
        <tr key={device}>
          <th scope="row">
            <a href={`/devices/${device}`}>{nameOf({ hostname, id: device })}</a>
            <span className="faint">{owner}</span>
          </th>
          <td>
            {from.tier} {from.score}
          </td>
          <td>
            {to.tier} {to.score}
          </td>
          <td>{checks.join(', ')}</td>
        </tr>
      ))}
    </GridTable>
  );
}

const KINDS: Record<PolicyActivationView['kind'], string> = {
  built_in: 'built in',
  given: 'given at the start',
  applied: 'applied',
  rolled_back: 'rolled back',
  staged: 'staged',
  halted: 'halted',
};

function History({ activations }: { activations: PolicyActivationView[] }) {
  return (
    <section className="panel" aria-label="History">
      <Title order={2}>History</Title>
      <GridTable
        caption="Which version was in force from when on, the newest first"
        columns={['Version', 'Since', 'By', 'Why', { number: 'Planned to fall' }]}
      >
        {activations.map(({ id, name, hash, at, kind, by, reason, planned }) => (
          <tr key={id}>
            <th scope="row">
              {name}
              <span className="faint">{shortHash(hash)}</span>
            </th>
            <td>
              <When at={at} />
            </td>
            <td>
              {KINDS[kind]} by {by}
            </td>
            <td>{reason}</td>
            <td className="number">{planned === null ? '–' : planned.newlyUntrusted}</td>
          </tr>
        ))}
      </GridTable>
    </section>
  );
}
