import { join } from 'node:path';
import { type Clock, VERSION } from '@assay/shared';
import type { Logger } from 'pino';
import { accessOf, accessRoutes, requireAccess, type SignInCodes } from '../api/access.ts';
import { auditRoutes } from '../api/audit.ts';
import { breakGlassRoutes } from '../api/break-glass.ts';
import { coverageRoutes } from '../api/coverage.ts';
import { deviceRoutes } from '../api/devices.ts';
import { enrollmentRoutes } from '../api/enrollment.ts';
import { exemptionRoutes } from '../api/exemptions.ts';
import { healthRoutes } from '../api/health.ts';
import { type LifecycleRouteServices, lifecycleRoutes } from '../api/lifecycle.ts';
import { liveRoutes } from '../api/live.ts';
import { noticeRoutes } from '../api/notices.ts';
import { policyRoutes } from '../api/policies.ts';
import { publicRoutes } from '../api/public.ts';
import { replayRoutes } from '../api/replay.ts';
import { type Api, createApi } from '../api/server.ts';
import { type TargetServices, targetRoutes } from '../api/targets.ts';
import { trialRoutes } from '../api/trials.ts';
import type { CoverageRecorder } from '../board/recorder.ts';
import type { Canary } from '../canary/canary.ts';
import type { Changes } from '../changes.ts';
import type { CollectorConfig } from '../config.ts';
import type { TokenServices } from '../enrollment/issue-token.ts';
import type { Foundation } from '../foundation.ts';
import type { HealthWatch } from '../health/health-watch.ts';
import { createTlsReload } from '../keys/tls-reload.ts';
import type { Metrics } from '../metrics.ts';
import { builtInOsEol } from '../reference-values/os-eol.ts';
import { supportDataAge } from '../reference-values/support-data-age.ts';
import { createReplayer } from '../replay/replay.ts';
import type { Sightings } from '../sightings.ts';
import { withVerification } from '../verify/attestation.ts';
import type { Judges } from './judges.ts';

const CONSOLE_DIR = join(import.meta.dirname, '../../console/dist');

export interface WebServices {
  config: Pick<CollectorConfig, 'publicUrl' | 'tlsMinVersion' | 'updatesDir'>;
  foundation: Foundation;
  url: string;
  codes: SignInCodes;
  devices: Omit<LifecycleRouteServices, 'audit'>;
  tokens: TokenServices;
  targets: Pick<TargetServices, 'publisher' | 'kinds' | 'reload' | 'onAdded'>;
  judges: Judges;
  sightings: Pick<Sightings, 'last'>;
  changes: Changes;
  health: HealthWatch;
  canary: Pick<Canary, 'status'>;
  recorder: CoverageRecorder;
  metrics: Metrics;
  clock: Clock;
  log: Logger;
}

/** The HTTPS server with everything that people and programs ask of it; it does not listen yet. */
export async function openWeb(services: WebServices, closers: AsyncDisposableStack): Promise<Api> {
  const { config, foundation, url, codes, clock, log } = services;
  const { store, tls, collectorId, signingKeys } = foundation;
  const { publicUrl, tlsMinVersion } = config;
  const access = { store, codes, clock, collector: { version: VERSION, id: collectorId }, publicUrl };
  const app = await createApi(tls.current, tlsMinVersion, log);
  closers.defer(() => app.close());
  const { loadTls: load, keepTrust: onRenewed } = foundation;
  closers.defer(createTlsReload(app.server, { tls, minVersion: tlsMinVersion, load, onRenewed, log }).stop);
  await accessRoutes(app, access);
  await app.register(async (guarded) => {
    const api = guarded as unknown as Api;
    api.addHook('onRequest', requireAccess(access));
    guardedRoutes(api, services);
    liveRoutes(api, services.changes, async (request) => (await accessOf(request, access)) !== null);
  });
  const { metrics, health } = services;
  const { updatesDir } = config;
  const served = { issuer: url, caPem: () => tls.current.caPem, consoleDir: CONSOLE_DIR, updatesDir };
  await publicRoutes(app, { ...served, signingKeys, metrics, health });
  return app;
}

/** What only those who are signed in may ask. */
function guardedRoutes(api: Api, services: WebServices): void {
  const { foundation, devices, tokens, targets, judges, sightings, health, canary, recorder, clock } =
    services;
  const { store, active } = foundation;
  const { pass, trials, rollouts, excused } = judges;
  deviceRoutes(api, {
    ...{ store, live: devices.live, active, lastSeen: sightings.last },
    verified: (signals, record) => withVerification(signals, judges.vendorKeys.vendors, record, clock.now()),
  });
  lifecycleRoutes(api, { ...devices, audit: store });
  targetRoutes(api, { store, clock, ...targets });
  enrollmentRoutes(api, { ...tokens, store });
  coverageRoutes(api, { store, recorder, clock });
  replayRoutes(api, { replayer: createReplayer(store), clock });
  exemptionRoutes(api, { store, clock, active, ...excused });
  breakGlassRoutes(api, { clock, ...excused });
  noticeRoutes(api, { store });
  auditRoutes(api, { store });
  policyRoutes(api, { store, active, pass, trials, clock, rollouts });
  trialRoutes(api, { store, active, trials, clock });
  healthRoutes(api, health, canary.status, () => supportDataAge(builtInOsEol, clock.now()));
}
