import type { Clock } from '@assay/shared';
import { ReplayedAssessment } from '@assay/shared/api';
import Type from 'typebox';
import type { Replayer } from '../replay/replay.ts';
import { toAssessmentView } from './device-view.ts';
import { notFound } from './problem.ts';
import type { Api } from './server.ts';

/** ECMA-262, §21.4.1.1: a date is at most this far from 1970. */
const LAST_DATE_MS = 8.64e15;

/** Verdicts of the past, made again. */
export function replayRoutes(app: Api, { replayer, clock }: { replayer: Replayer; clock: Clock }): void {
  app.get(
    '/api/v1/devices/:id/assessment',
    {
      schema: {
        summary: 'The verdict that held at a time, made again from what is stored',
        params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
        querystring: Type.Object({
          at: Type.Optional(
            Type.Integer({
              ...{ minimum: 0, maximum: LAST_DATE_MS },
              description: 'ms since 1970 UTC; now by default',
            }),
          ),
        }),
        response: { 200: ReplayedAssessment },
      },
    },
    async ({ params, query }) => {
      const at = query.at ?? clock.now();
      const replay = await replayer.replay(params.id, at);
      if (!replay) throw notFound(`verdict of device ${params.id} at ${new Date(at).toISOString()}`);
      const { isIdentical: identical, assessment, tiers, ...facts } = replay;
      return { ...facts, identical, assessment: toAssessmentView(assessment, tiers) };
    },
  );
}
