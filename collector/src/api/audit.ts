import { AuditLog } from '@assay/shared/api';
import Type from 'typebox';
import type { AuditReads } from '../store/audit.ts';
import type { Api } from './server.ts';

/** Who did what, and whether the log is as it was written. */
export function auditRoutes(app: Api, { store }: { store: AuditReads }): void {
  app.get(
    '/api/v1/audit',
    {
      schema: {
        summary: 'The audit log, newest first',
        querystring: Type.Object({
          limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
          cursor: Type.Optional(Type.Integer({ minimum: 1 })),
        }),
        response: { 200: AuditLog },
      },
    },
    async ({ query }) => {
      const { limit, cursor: before = Number.MAX_SAFE_INTEGER } = query;
      const entries = await store.audit({ before, limit });
      return { entries, next: entries.length === limit ? (entries.at(-1)?.id ?? null) : null };
    },
  );

  app.get(
    '/api/v1/audit/verify',
    {
      schema: {
        summary: 'Check the hash chain from its beginning',
        response: {
          200: Type.Object({
            brokenAt: Type.Union([Type.Integer(), Type.Null()], {
              description: 'id of the first entry that is not what was written; null: the log is whole',
            }),
          }),
        },
      },
    },
    async () => ({ brokenAt: await store.auditBrokenAt() }),
  );
}
