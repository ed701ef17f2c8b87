import { readKey } from '../../system/windows/registry.ts';
import { ifTold } from '../../system/windows/untold.ts';
import type { CimAnswer } from '../cim/answer.ts';
import type { ProbeContext } from '../probe.ts';
import { elasticHealth } from './health/elastic.ts';
import { WAZUH_STATE_ON_WINDOWS, wazuhHealth } from './health/wazuh.ts';
import { noHealth, type ProductHealth, told } from './product-health.ts';

export interface WindowsQuestion {
  context: ProbeContext;
  cim: CimAnswer | undefined;
  /** The programs of its services. */
  programs: readonly string[];
}

/** Products that can be asked, by id. */
export const WINDOWS_HEALTH: Record<string, (question: WindowsQuestion) => Promise<ProductHealth>> = {
  'crowdstrike-falcon': falcon,
  sentinelone: async ({ programs }) => ({ ...told({ version: sentinelVersion(programs) }), evidence: [] }),
  'microsoft-defender': defenderForEndpoint,
  'microsoft-defender-antivirus': async ({ cim }) => defenderAntivirus(cim),
  sophos,
  'elastic-endpoint': ({ context }) => elasticHealth(context),
  wazuh: ({ context }) => wazuhHealth(context, WAZUH_STATE_ON_WINDOWS),
};

const FALCON =
  'HKLM\\SYSTEM\\CrowdStrike\\{9b03c1d9-3138-44ed-9fae-d9f4c034b88d}\\{16e0423f-7058-48c9-a204-725362b67639}\\Default';

/** Without an agent id it has never registered, and nobody hears of what it sees. */
async function falcon({ context }: WindowsQuestion): Promise<ProductHealth> {
  const key = await ifTold(readKey(context.exec, FALCON));
  const id = key?.hex('AG');
  if (id && /^[0-9a-f]{32}$/.test(id) && !/^0+$/.test(id)) {
    return { device_id: id, evidence: [{ kind: 'connected', basis: 'registry: has an agent id' }] };
  }
  if (!key) return noHealth('its registry key could not be read');
  return {
    healthy: false,
    connected: false,
    evidence: [{ kind: 'connected', basis: 'registry: not registered' }],
  };
}

/** Its directory is named after its version. */
const sentinelVersion = (programs: readonly string[]) =>
  programs.map((program) => /\\sentinel agent (\d+(?:\.\d+)+)\\/.exec(program)?.[1]).find(Boolean);

// Recalled: Sophos keeps it where only its own driver lets anybody write.
const SOPHOS = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Sophos Endpoint Defense\\TamperProtection\\Config';

async function sophos({ context }: WindowsQuestion): Promise<ProductHealth> {
  const enabled = (await ifTold(readKey(context.exec, SOPHOS)))?.number('SEDEnabled');
  return { ...told({ tamper_protection: enabled === undefined ? undefined : enabled === 1 }), evidence: [] };
}

const ONBOARDING = 'HKLM\\SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status';

/** Its service comes with Windows: only onboarding makes it report to anybody. */
async function defenderForEndpoint({ context }: WindowsQuestion): Promise<ProductHealth> {
  const state = (await ifTold(readKey(context.exec, ONBOARDING)))?.number('OnboardingState');
  if (state === 1) return { evidence: [{ kind: 'connected', basis: 'registry: onboarded' }] };
  return {
    ...told({ healthy: state === 0 ? false : undefined, connected: state === 0 ? false : undefined }),
    evidence: [{ kind: 'connected', basis: state === 0 ? 'registry: not onboarded' : 'onboarding not told' }],
  };
}

const NEVER_DAYS = 4_294_967_295;
const DAY_S = 86_400;
/** By how AMRunningMode begins: releases differ on whether "Mode" follows. */
const MODES = [
  ['normal', 'active'],
  ['passive', 'passive'],
  ['sxs passive', 'passive'],
  ['edr block', 'passive'],
  ['not running', 'off'],
] as const;

function defenderAntivirus(cim: CimAnswer | undefined): ProductHealth {
  const [item] = cim?.tells('defender') ? cim.items('defender') : [];
  if (!item) return { evidence: [] };
  const word = item.text('mode')?.toLowerCase() ?? '';
  const mode = MODES.find(([start]) => word.startsWith(start))?.[1];
  const parts = ['service', 'antivirus', 'real_time'].map((part) => item.flag(part));
  const age = item.number('signature_age_days');
  return {
    ...told({
      // While another product protects, its own protection is off on purpose.
      healthy:
        mode !== 'active'
          ? mode === 'off'
            ? false
            : undefined
          : parts.includes(false)
            ? false
            : parts.every((part) => part === true)
              ? true
              : undefined,
      version: item.text('version'),
      tamper_protection: item.flag('tamper'),
      mode,
      definitions_age_s: age !== undefined && age < NEVER_DAYS ? age * DAY_S : undefined,
    }),
    evidence: [{ kind: 'healthy', basis: `MSFT_MpComputerStatus: ${mode ?? 'a mode we do not know'}` }],
  };
}
