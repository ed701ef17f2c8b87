import { type CanaryView, Health } from '@assay/shared/api';
import type { HealthWatch } from '../health/health-watch.ts';
import type { supportDataAge } from '../reference-values/support-data-age.ts';
import type { Api } from './server.ts';

/** How the collector itself is doing, for those who are signed in. */
export function healthRoutes(
  app: Api,
  health: HealthWatch,
  canary: () => CanaryView,
  supportData: () => ReturnType<typeof supportDataAge>,
): void {
  app.get(
    '/api/v1/health',
    { schema: { summary: "The collector's own health, and what to do", response: { 200: Health } } },
    () => ({ ...health.current(), canary: canary(), support_data: supportData() }),
  );
}
