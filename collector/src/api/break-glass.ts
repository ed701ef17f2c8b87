import type { Clock } from '@assay/shared';
import { BreakGlassState, ReasonAndEnd } from '@assay/shared/api';
import Type from 'typebox';
import type { ExemptionBook } from '../exemptions/book.ts';
import type { Exemptions } from '../exemptions/exemptions.ts';
import type { Api } from './server.ts';

export interface BreakGlassServices {
  exemptions: Exemptions;
  book: Pick<ExemptionBook, 'breakGlass'>;
  clock: Clock;
}

/** Everything excused for everybody: for the hour in which the policy itself is the outage. */
export function breakGlassRoutes(app: Api, { exemptions, book, clock }: BreakGlassServices): void {
  const state = () => {
    const on = book.breakGlass(clock.now());
    return { on: on && { id: on.id, by: on.by, reason: on.reason, from: on.from ?? 0, until: on.until } };
  };

  app.get(
    '/api/v1/break-glass',
    {
      schema: { summary: 'Whether everything is excused for everybody', response: { 200: BreakGlassState } },
    },
    async () => state(),
  );

  app.post(
    '/api/v1/break-glass',
    {
      schema: {
        summary:
          'Excuse everything for everybody until a time; nobody who is revoked or quarantined comes back',
        body: ReasonAndEnd,
        response: { 201: BreakGlassState },
      },
    },
    async ({ body, who, actor }, reply) => {
      await exemptions.startBreakGlass(body, who, actor.source);
      reply.code(201);
      return state();
    },
  );

  app.delete(
    '/api/v1/break-glass',
    { schema: { summary: 'End it now', response: { 204: Type.Null() } } },
    async ({ who, actor }, reply) => {
      await exemptions.endBreakGlass(who, actor.source);
      reply.code(204);
      return null;
    },
  );
}
