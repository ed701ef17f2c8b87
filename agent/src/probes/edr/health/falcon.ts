import type { EdrEvidence } from '@assay/shared';
import type { ProbeContext } from '../../probe.ts';
import { noHealth, type ProductHealth, told } from '../product-health.ts';

/** Without its customer id: that is nobody's business here. */
const QUERY = ['-g', '--aid', '--version', '--rfm-state'];

/** Asks falconctl; needs root. */
export async function falconHealth({ exec }: ProbeContext): Promise<ProductHealth> {
  const answer = await exec.run('falconctl', QUERY);
  return answer.status === 'ok' ? parseFalconctl(answer.stdout) : noHealth(`falconctl: ${answer.status}`);
}

/**
 * Reads `falconctl -g`: options parted by commas or line ends in one text, each `k=v`, `k = v` or `k is not set`.
 * Healthy means registered (it has an agent id) and not in reduced functionality mode, where it sees nothing.
 */
export function parseFalconctl(text: string): ProductHealth {
  const aid = /\baid\s*=\s*"?([0-9a-f]{32})\b/i.exec(text)?.[1]?.toLowerCase();
  const registered = aid ? true : /\baid is not set/.test(text) ? false : undefined;
  const reduced = toBoolean(/\brfm-state\s*=\s*(true|false)\b/.exec(text)?.[1]);
  const healthy =
    registered === false || reduced === true ? false : registered && reduced === false ? true : undefined;
  const evidence: EdrEvidence[] = [];
  if (registered === false) evidence.push({ kind: 'connected', basis: 'falconctl: not registered' });
  if (reduced) evidence.push({ kind: 'healthy', basis: 'falconctl: reduced functionality mode' });
  return {
    ...told({
      healthy,
      version: /\bversion\s*=\s*(\d+(?:\.\d+)+)/.exec(text)?.[1],
      // Registered once does not say that it reaches its console now.
      connected: registered === false ? false : undefined,
      mode: reduced === undefined ? undefined : reduced ? ('reduced' as const) : ('active' as const),
      device_id: aid,
    }),
    evidence,
  };
}

const toBoolean = (text: string | undefined) => (text === undefined ? undefined : text === 'true');
