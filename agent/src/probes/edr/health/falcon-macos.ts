import type { EdrEvidence } from '@assay/shared';
import { parsePlist } from '../../../system/plist.ts';
import { asDict, flagAt, textAt } from '../../../system/plist-fields.ts';
import type { ProbeContext } from '../../probe.ts';
import { noHealth, type ProductHealth, told } from '../product-health.ts';

/** Asks falconctl, which answers as a property list on macOS; needs root. */
export async function falconHealthOnMacos({ exec }: ProbeContext): Promise<ProductHealth> {
  const answer = await exec.run('falconctl', ['info']);
  return answer.status === 'ok' ? parseFalconInfo(answer.stdout) : noHealth(`falconctl: ${answer.status}`);
}

/** Healthy: the sensor is loaded, registered, and not in reduced functionality mode, where it sees nothing. */
function parseFalconInfo(text: string): ProductHealth {
  const info = asDict(parsePlist(text));
  if (info.size === 0) return noHealth('falconctl info: answer not understood');
  const aid = /^[0-9a-f]{32}$/.exec(textAt(info, 'aid')?.toLowerCase() ?? '')?.[0];
  const reduced = flagAt(info, 'rfm');
  const loaded = flagAt(info, 'sensor_loaded');
  const isIll = reduced === true || loaded === false;
  const evidence: EdrEvidence[] = [];
  if (loaded === false) evidence.push({ kind: 'healthy', basis: 'falconctl: sensor not loaded' });
  if (reduced) evidence.push({ kind: 'healthy', basis: 'falconctl: reduced functionality mode' });
  return {
    ...told({
      healthy: isIll ? false : loaded && reduced === false && aid !== undefined ? true : undefined,
      version: /^[\d.]{1,40}$/.exec(textAt(info, 'falcon_version') ?? '')?.[0],
      mode: reduced === undefined ? undefined : reduced ? ('reduced' as const) : ('active' as const),
      device_id: aid,
    }),
    evidence,
  };
}
