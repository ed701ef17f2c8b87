import type { Clock } from '@assay/shared';
import { Coverage } from '@assay/shared/api';
import Type from 'typebox';
import type { CoverageReads } from '../store/coverage.ts';
import type { Api } from './server.ts';

export interface CoverageServices {
  store: CoverageReads;
  clock: Clock;
}

const DAY_MS = 86_400_000;
/** The history of a large fleet is read whole for it: not for every reload of a page. */
const KEPT_MS = 60_000;

/** What a security team shows its board. */
export function coverageRoutes(app: Api, { store, clock }: CoverageServices): void {
  const kept = new Map<number, { at: number; coverage: Promise<Coverage> }>();

  app.get(
    '/api/v1/coverage',
    {
      schema: {
        summary: 'Devices reporting, by tier and check over time, time to mend, fresh verdicts',
        querystring: Type.Object({ days: Type.Integer({ minimum: 1, maximum: 366, default: 30 }) }),
        response: { 200: Coverage },
      },
    },
    async ({ query: { days } }) => {
      const at = clock.now();
      const known = kept.get(days);
      if (known && at - known.at < KEPT_MS) return known.coverage;
      const coverage = compute(at, days);
      kept.set(days, { at, coverage });
      coverage.catch(() => kept.delete(days));
      return coverage;
    },
  );

  async function compute(at: number, days: number): Promise<Coverage> {
    const span = { since: at - (days - 1) * DAY_MS, until: at };
    const [now, history] = await Promise.all([store.coverageNow(at), store.coverageHistory(span)]);
    return { at, now, ...history };
  }
}
