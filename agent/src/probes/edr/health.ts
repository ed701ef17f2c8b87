import type { ProbeContext } from '../probe.ts';
import { bitdefenderHealth } from './health/bitdefender.ts';
import { carbonBlackHealth } from './health/carbon-black.ts';
import { clamavHealth } from './health/clamav.ts';
import { cortexHealth } from './health/cortex.ts';
import { elasticHealth } from './health/elastic.ts';
import { falconHealth } from './health/falcon.ts';
import { mdatpHealth } from './health/mdatp.ts';
import { sentinelHealth } from './health/sentinelone.ts';
import { wazuhHealth } from './health/wazuh.ts';
import type { ProductHealth } from './product-health.ts';

interface HealthSource {
  /** Runs a program: asked seldom. A file is read each time. */
  runsProgram: boolean;
  ask(context: ProbeContext): Promise<ProductHealth>;
}

/** Products that can be asked, by id. */
export const HEALTH_SOURCES: Record<string, HealthSource> = {
  'crowdstrike-falcon': { runsProgram: true, ask: falconHealth },
  sentinelone: { runsProgram: true, ask: sentinelHealth },
  'microsoft-defender': { runsProgram: true, ask: mdatpHealth },
  'elastic-endpoint': { runsProgram: true, ask: elasticHealth },
  'carbon-black-cloud': { runsProgram: true, ask: carbonBlackHealth },
  'cortex-xdr': { runsProgram: true, ask: cortexHealth },
  bitdefender: { runsProgram: true, ask: bitdefenderHealth },
  wazuh: { runsProgram: false, ask: (context) => wazuhHealth(context) },
  clamav: { runsProgram: false, ask: clamavHealth },
};
