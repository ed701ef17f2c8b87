import type { EdrEvidence } from '@assay/shared';
import { toAgeS } from '../../age.ts';
import type { ProbeContext } from '../../probe.ts';
import { noHealth, type ProductHealth, told } from '../product-health.ts';

/** Asks Defender's command line; the same on macOS and Linux. */
export async function mdatpHealth({ exec }: ProbeContext): Promise<ProductHealth> {
  const answer = await exec.run('mdatp', ['health', '--output', 'json']);
  return answer.status === 'ok'
    ? parseMdatpHealth(answer.stdout)
    : noHealth(`mdatp health: ${answer.status}`);
}

/** Reads `mdatp health --output json`; it was seen to print other things too. */
export function parseMdatpHealth(text: string): ProductHealth {
  const health = parseObject(text);
  if (!health) return noHealth('mdatp health: answer not understood');
  const { healthy, licensed, appVersion, definitionsUpdatedMinutesAgo: minutes, edrMachineId } = health;
  const realTime = setting(health, 'realTimeProtectionEnabled');
  const passive = setting(health, 'passiveModeEnabled');
  const evidence: EdrEvidence[] = [];
  if (licensed === false) evidence.push({ kind: 'healthy', basis: 'mdatp health: no licence' });
  if (realTime === false) evidence.push({ kind: 'healthy', basis: 'mdatp health: real-time protection off' });
  return {
    ...told({
      healthy: typeof healthy === 'boolean' ? healthy && licensed !== false : undefined,
      version: matching(appVersion, /^[\d.]{1,40}$/),
      definitions_age_s: typeof minutes === 'number' && minutes >= 0 ? toAgeS(minutes * 60_000) : undefined,
      tamper_protection: toTamperProtection(setting(health, 'tamperProtection')),
      mode: toMode(passive, realTime),
      device_id: matching(edrMachineId, /^[0-9a-f-]{16,64}$/i),
    }),
    evidence,
  };
}

/** `audit` only notes what it would have prevented. */
const toTamperProtection = (value: unknown): boolean | undefined =>
  value === 'block' ? true : value === 'audit' || value === 'disabled' ? false : undefined;

/** Beside another antivirus Defender may only watch: passive, and real-time protection off, is then in order. */
function toMode(passive: unknown, realTime: unknown): ProductHealth['mode'] {
  if (passive === true) return 'passive';
  if (typeof realTime !== 'boolean') return undefined;
  return realTime ? 'active' : 'off';
}

const matching = (value: unknown, shape: RegExp): string | undefined =>
  typeof value === 'string' && shape.test(value) ? value : undefined;

/** A setting is an object with the value in force and who set it. */
function setting(health: Record<string, unknown>, name: string): unknown {
  const found = health[name];
  return typeof found === 'object' && found !== null && 'value' in found ? found.value : undefined;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : undefined;
  } catch {
    return undefined;
  }
}
