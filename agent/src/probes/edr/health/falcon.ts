import type { ProbeContext } from '../../probe.ts';
import type { ProductHealth } from '../product-health.ts';

/** Without its customer id: that is nobody's business here. */
const QUERY = ['-g', '--aid', '--version', '--rfm-state'];

/** Asks falconctl; needs root. */
export async function falconHealth({ exec }: ProbeContext): Promise<ProductHealth> {
  const answer = await exec.run('falconctl', QUERY);
  return answer.status === 'ok'
    ? parseFalconctl(answer.stdout)
    : { evidence: [`falconctl: ${answer.status}`] };
}

/**
 * Reads `falconctl -g`: options parted by commas or line ends in one text, each `k=v`, `k = v` or `k is not set`.
 * Healthy means registered (it has an agent id) and not in reduced functionality mode, where it sees nothing.
 */
export function parseFalconctl(text: string): ProductHealth {
  const version = /\bversion\s*=\s*(\d+(?:\.\d+)+)/.exec(text)?.[1];
  const registered = /\baid\s*=\s*"?[0-9a-f]{32}\b/i.test(text)
    ? true
    : /\baid is not set/.test(text)
      ? false
      : undefined;
  const reduced = /\brfm-state\s*=\s*(true|false)\b/.exec(text)?.[1];
  const healthy =
    registered === false || reduced === 'true' ? false : registered && reduced === 'false' ? true : undefined;
  return {
    ...(healthy === undefined ? {} : { healthy }),
    ...(version ? { version } : {}),
    evidence: [
      ...(registered === false ? ['falconctl: not registered'] : []),
      ...(reduced === 'true' ? ['falconctl: reduced functionality mode'] : []),
    ],
  };
}
