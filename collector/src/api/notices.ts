import { NoticeList, type NoticeView } from '@assay/shared/api';
import Type from 'typebox';
import type { NoticePlace, NoticeReads, ToldNotice } from '../store/notices.ts';
import type { Api } from './server.ts';

/** What targets were told of exemptions and of break-glass; each delivery can be sent again like any other. */
export function noticeRoutes(app: Api, { store }: { store: Pick<NoticeReads, 'notices'> }): void {
  app.get(
    '/api/v1/notices',
    {
      schema: {
        summary: 'What targets were told of exemptions and break-glass, newest first',
        querystring: Type.Object({
          limit: Type.Integer({ minimum: 1, maximum: 500, default: 50 }),
          cursor: Type.Optional(Type.String({ maxLength: 128, pattern: CURSOR.source })),
        }),
        response: { 200: NoticeList },
      },
    },
    async ({ query: { limit, cursor } }) => {
      const notices = await store.notices({ after: cursor === undefined ? null : toPlace(cursor), limit });
      const last = notices.length === limit ? notices.at(-1) : undefined;
      return { notices: notices.map(toView), next: last ? toCursor(last) : null };
    },
  );
}

/** A place in words: several notices may be of the same time. */
const CURSOR = /^(\d{1,15}),([^,]+),([^,]+)$/;

const toCursor = ({ at, event, subject }: NoticePlace): string => [at, event, subject].join(',');

function toPlace(cursor: string): NoticePlace {
  const [, at, event = '', subject = ''] = CURSOR.exec(cursor) ?? [];
  return { at: Number(at), event: event as NoticePlace['event'], subject };
}

const toView = ({ deliveries, ...notice }: ToldNotice): NoticeView => ({
  ...notice,
  deliveries: deliveries.map(({ targetId, targetName, targetKind, ...delivery }) => ({
    ...delivery,
    event: notice.event,
    ...{ target: targetId, name: targetName, kind: targetKind },
  })),
});
