import type { Clock } from '@assay/shared';
import { Coverage } from '@assay/shared/api';
import Type from 'typebox';
import { toCsv } from '../board/csv.ts';
import { toDays, toMending } from '../board/days.ts';
import { DAY_MS } from '../board/look.ts';
import type { CoverageRecorder } from '../board/recorder.ts';
import type { CoverageReads } from '../store/coverage.ts';
import type { Api } from './server.ts';

export interface CoverageServices {
  store: Pick<CoverageReads, 'coverageHours' | 'coverageEvents'>;
  recorder: Pick<CoverageRecorder, 'last' | 'look' | 'save'>;
  clock: Clock;
}

/** A look is new enough for so many times as long as it took: no more of the time goes into looking, whoever asks. */
const FRESH_FACTOR = 20;
/** Whoever asks waits no longer for a new look, if there is an older one. */
const PATIENCE_MS = 2000;

const Query = Type.Object({ days: Type.Integer({ minimum: 1, maximum: 400, default: 30 }) });

/** What a security team shows its board. */
export function coverageRoutes(app: Api, { store, recorder, clock }: CoverageServices): void {
  app.get(
    '/api/v1/coverage',
    {
      schema: {
        summary: 'Devices reporting, by tier and check over time, time to mend, verdicts on fresh evidence',
        querystring: Query,
        response: { 200: Coverage },
      },
    },
    ({ query: { days } }) => compute(days),
  );

  app.get(
    '/api/v1/coverage.csv',
    { schema: { summary: 'The days of it as a table, a line each', querystring: Query } },
    async ({ query: { days } }, reply) => {
      const text = toCsv((await compute(days)).days);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="assay-coverage.csv"')
        .send(text);
    },
  );

  async function compute(days: number): Promise<Coverage> {
    const { at, look } = await newestLook();
    // What was counted in the last minute belongs to it.
    await recorder.save();
    const until = clock.now();
    const span = { since: Math.floor((until - (days - 1) * DAY_MS) / DAY_MS) * DAY_MS, until };
    const [hours, events] = await Promise.all([store.coverageHours(span), store.coverageEvents(span)]);
    return { at, now: look, days: toDays(hours, events, span), mending: toMending(events, look) };
  }

  async function newestLook() {
    const last = recorder.last();
    if (last && Math.abs(clock.now() - last.at) < FRESH_FACTOR * last.tookMs) return last;
    const next = recorder.look();
    if (!last) return next;
    const enough = new Promise<typeof last>((resolve) =>
      setTimeout(() => resolve(last), PATIENCE_MS).unref(),
    );
    return Promise.race([next.catch(() => last), enough]);
  }
}
