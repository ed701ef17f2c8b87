import type { TimelineEntry } from '@assay/shared/api';
import { Button, Title } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBan,
  IconClockPause,
  IconCloudOff,
  IconFileOff,
  IconGauge,
  IconKey,
  IconSend,
  IconShield,
  IconUser,
  IconUserCheck,
  IconUserMinus,
  IconUserPlus,
} from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { timelineQuery } from '../queries.ts';
import { TIMELINE_WORDS } from '../words.ts';
import { ErrorNotice, Loading } from './states.tsx';
import { TierBadge } from './tier-badge.tsx';
import { When } from './when.tsx';

const ICONS: Record<TimelineEntry['kind'], typeof IconShield> = {
  enrolled: IconUserPlus,
  assessment: IconGauge,
  tier: IconShield,
  delivery: IconSend,
  revoked: IconBan,
  approved: IconUserCheck,
  unenrolled: IconUserMinus,
  owner: IconUser,
  key: IconKey,
  conflict: IconAlertTriangle,
  offline: IconCloudOff,
  lost: IconFileOff,
  exemption: IconClockPause,
};

/** What happened to the device, newest first. */
export function Timeline({ device }: { device: string }) {
  const query = useInfiniteQuery(timelineQuery(device));
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <section className="panel area-timeline" aria-labelledby="timeline">
      <Title order={2} id="timeline" className="panel-title">
        Timeline
      </Title>
      {query.isPending && <Loading what="the timeline" />}
      <ErrorNotice error={query.error} retry={() => query.refetch()} />
      {query.isSuccess && entries.length === 0 && <p className="faint">Nothing has happened yet.</p>}
      <ol className="timeline">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          Older
        </Button>
      )}
    </section>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const Icon = ICONS[entry.kind];
  return (
    <li data-kind={entry.kind}>
      <span className="timeline-mark" title={TIMELINE_WORDS[entry.kind]}>
        <Icon size={14} aria-hidden />
        <span className="visually-hidden">{TIMELINE_WORDS[entry.kind]}:</span>
      </span>
      <div className="timeline-text">
        <span className="timeline-title">{entry.title}</span>
        {entry.tier && entry.kind === 'tier' && <TierBadge tier={entry.tier} />}
        <span className="faint timeline-when">
          <When at={entry.at} />
        </span>
        {entry.detail && <p>{entry.detail}</p>}
      </div>
    </li>
  );
}
