import type { ProbeContext } from '../probe.ts';
import { carbonBlackHealth } from './health/carbon-black.ts';
import { cortexHealth } from './health/cortex.ts';
import { elasticHealth } from './health/elastic.ts';
import { falconHealthOnMacos } from './health/falcon-macos.ts';
import { mdatpHealth } from './health/mdatp.ts';
import { sentinelHealthOnMacos } from './health/sentinelone-macos.ts';
import { wazuhHealth } from './health/wazuh.ts';
import type { ProductHealth } from './product-health.ts';

/**
 * Products that can be asked on macOS, by id. They read data that macOS protects: without full disk access for the
 * agent some refuse, which is then said.
 */
export const MAC_HEALTH: Record<string, (context: ProbeContext) => Promise<ProductHealth>> = {
  'crowdstrike-falcon': falconHealthOnMacos,
  sentinelone: sentinelHealthOnMacos,
  'microsoft-defender': mdatpHealth,
  'elastic-endpoint': elasticHealth,
  'carbon-black-cloud': carbonBlackHealth,
  'cortex-xdr': cortexHealth,
  wazuh: (context) => wazuhHealth(context, '/Library/Ossec/var/run/wazuh-agentd.state'),
};
