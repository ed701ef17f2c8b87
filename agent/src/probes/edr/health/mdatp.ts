import type { ProbeContext } from '../../probe.ts';
import type { ProductHealth } from '../product-health.ts';

/** Asks Defender's command line. */
export async function mdatpHealth({ exec }: ProbeContext): Promise<ProductHealth> {
  const answer = await exec.run('mdatp', ['health', '--output', 'json']);
  return answer.status === 'ok'
    ? parseMdatpHealth(answer.stdout)
    : { evidence: [`mdatp health: ${answer.status}`] };
}

/** Reads `mdatp health --output json`; it was seen to print other things too. */
export function parseMdatpHealth(text: string): ProductHealth {
  const health = parseObject(text);
  if (!health) return { evidence: ['mdatp health: answer not understood'] };
  const { healthy, appVersion, licensed } = health;
  return {
    ...(typeof healthy === 'boolean' ? { healthy: healthy && licensed !== false } : {}),
    ...(typeof appVersion === 'string' && /^[\d.]{1,40}$/.test(appVersion) ? { version: appVersion } : {}),
    evidence: [
      ...(licensed === false ? ['mdatp health: no licence'] : []),
      ...(setting(health, 'realTimeProtectionEnabled') === false
        ? ['mdatp health: real-time protection off']
        : []),
      ...(setting(health, 'passiveModeEnabled') === true ? ['mdatp health: passive mode'] : []),
    ],
  };
}

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
