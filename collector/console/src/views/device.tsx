import type { DeviceDetail } from '@assay/shared/api';
import { Button, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { ApiError } from '../api.ts';
import { AllSignals } from '../components/all-signals.tsx';
import { CheckAgain } from '../components/check-again.tsx';
import { Copy } from '../components/copy.tsx';
import { DeliveryLog } from '../components/delivery-log.tsx';
import { DeviceActions } from '../components/device-actions.tsx';
import { DeviceStanding } from '../components/device-standing.tsx';
import { Connection } from '../components/device-table.tsx';
import { EvidenceTrust } from '../components/evidence-trust.tsx';
import { Notice } from '../components/notice.tsx';
import { PointsTable } from '../components/points-table.tsx';
import { ErrorNotice, Loading } from '../components/states.tsx';
import { Timeline } from '../components/timeline.tsx';
import { Verdict } from '../components/verdict.tsx';
import { deviceQuery } from '../queries.ts';
import { hasEnded, nameOf, PLATFORM_WORDS, unjudgedWords } from '../words.ts';

/** The page that answers "why?": verdict, cause, fix, points, timeline, targets, trust, in that order. */
export function DeviceView({ id }: { id: string }) {
  const query = useQuery(deviceQuery(id));
  if (query.isPending) return <Loading what="the device" />;
  if (query.error instanceof ApiError && query.error.status === 404) return <NoSuchDevice id={id} />;
  if (!query.data) return <ErrorNotice error={query.error} retry={() => query.refetch()} />;
  const detail = query.data;
  return (
    <>
      <title>{`${nameOf(detail.device)} · Assay`}</title>
      <DeviceHead detail={detail} />
      <DeviceStanding detail={detail} />
      <Warnings detail={detail} />
      <ErrorNotice error={query.error} retry={() => query.refetch()} />
      {detail.assessment ? (
        <Verdict assessment={detail.assessment} cause={detail.cause} device={detail.device} />
      ) : (
        <div className="panel">
          <Title order={2}>Not judged yet</Title>
          <p>{unjudgedWords(detail.device.state)}</p>
        </div>
      )}
      <div className="device-columns">
        <div>
          {detail.assessment && (
            <PointsTable assessment={detail.assessment} signals={detail.signals} device={detail.device} />
          )}
          {!detail.device.canary && <DeliveryLog targets={detail.targets} device={id} />}
        </div>
        <div>
          <Timeline device={id} />
          <EvidenceTrust detail={detail} />
        </div>
      </div>
      <AllSignals signals={detail.signals} />
    </>
  );
}

function DeviceHead({ detail }: { detail: DeviceDetail }) {
  const { device } = detail;
  const facts = [PLATFORM_WORDS[device.platform], device.model, device.serial && `serial ${device.serial}`];
  return (
    <div className="device-head">
      <div>
        <Link href="/" className="back">
          <IconChevronLeft size={14} aria-hidden /> Devices
        </Link>
        <Title order={1}>{nameOf(device)}</Title>
        <p className="device-facts">
          <span>{device.owner ?? 'nobody’s'}</span>
          {facts.filter(Boolean).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
          {device.groups.length > 0 && <span>{device.groups.join(', ')}</span>}
          <Connection connected={device.connected} lastSeenAt={device.lastSeenAt} />
        </p>
      </div>
      <div className="actions">
        {!hasEnded(device.state) && <CheckAgain detail={detail} />}
        {!device.canary && <DeviceActions device={device} />}
        <Copy text={window.location.href} label="Copy link" />
      </div>
    </div>
  );
}

function Warnings({ detail: { evidence } }: { detail: DeviceDetail }) {
  return (
    <>
      {evidence.inspectedRoot !== '/' && (
        <Notice tone="warn" title="Not the running system">
          The agent was told to look at <code>{evidence.inspectedRoot}</code> instead of /. All below is about
          that tree, not about this machine.
        </Notice>
      )}
    </>
  );
}

function NoSuchDevice({ id }: { id: string }) {
  return (
    <div className="panel empty">
      <title>No such device · Assay</title>
      <Title order={1}>No such device</Title>
      <p>
        There is no device <code>{id}</code>. It may have been removed, or the link is incomplete.
      </p>
      <Button component={Link} href="/" variant="default">
        To the devices
      </Button>
    </div>
  );
}
