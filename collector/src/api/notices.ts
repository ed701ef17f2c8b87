import { NoticeList, type NoticeView } from '@assay/shared/api';
import Type from 'typebox';
import type { NoticeReads, ToldNotice } from '../store/notices.ts';
import type { Api } from './server.ts';

/** What targets were told of exemptions and of break-glass; each delivery can be sent again like any other. */
export function noticeRoutes(app: Api, { store }: { store: Pick<NoticeReads, 'notices'> }): void {
  app.get(
    '/api/v1/notices',
    {
      schema: {
        summary: 'What targets were told of exemptions and break-glass, newest first',
        querystring: Type.Object({ limit: Type.Integer({ minimum: 1, maximum: 500, default: 50 }) }),
        response: { 200: NoticeList },
      },
    },
    async ({ query }) => ({ notices: (await store.notices(query)).map(toView) }),
  );
}

const toView = ({ deliveries, ...notice }: ToldNotice): NoticeView => ({
  ...notice,
  deliveries: deliveries.map(({ targetId, targetName, targetKind, ...delivery }) => ({
    ...delivery,
    event: notice.event,
    ...{ target: targetId, name: targetName, kind: targetKind },
  })),
});
