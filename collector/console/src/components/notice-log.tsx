import type { NoticeView } from '@assay/shared/api';
import { Button, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { noticesQuery } from '../queries.ts';
import { kindWords, NOTICE_WORDS } from '../words.ts';
import { DeliveryAnswer } from './delivery-answer.tsx';
import { ErrorNotice } from './states.tsx';
import { When } from './when.tsx';

/** What webhooks were told of exemptions and break-glass, and what they answered. */
export function NoticeLog() {
  const query = useInfiniteQuery(noticesQuery);
  const notices = query.data?.pages.flatMap((page) => page.notices) ?? [];
  return (
    <section className="panel" aria-labelledby="notices">
      <Title order={2} id="notices" className="panel-title">
        What targets were told of them
      </Title>
      <ErrorNotice error={query.error} retry={() => query.refetch()} />
      {query.isSuccess && notices.length === 0 && (
        <p className="faint">
          Nothing yet. Webhooks are told before an exemption ends and when it has ended.
        </p>
      )}
      <ul className="deliveries">
        {notices.map((notice) => (
          <li key={`${notice.event} ${notice.subject}`}>
            <p className="delivery-told">
              <strong>{NOTICE_WORDS[notice.event]}</strong> <When at={notice.at} />
              {aboutOf(notice) && <>: {aboutOf(notice)}</>}
            </p>
            {notice.deliveries.length === 0 && <p className="faint">No target wanted to know.</p>}
            {notice.deliveries.map((delivery) => (
              <div key={delivery.id}>
                <div className="delivery-head">
                  {delivery.name} <span className="faint">{kindWords(delivery.kind)}</span>
                </div>
                <DeliveryAnswer delivery={delivery} target={delivery.name} stale={noticesQuery.queryKey} />
              </div>
            ))}
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          Older
        </Button>
      )}
    </section>
  );
}

/** Which exemption it was, in its own words. */
function aboutOf({ data: { exemption, breakGlass } }: NoticeView): string {
  const { title, reason } = (exemption ?? breakGlass ?? {}) as { title?: string; reason?: string };
  return [title, reason].filter(Boolean).join(', ');
}
