import type { ProbeContext } from '../../probe.ts';
import { noHealth, type ProductHealth, told } from '../product-health.ts';

/** Asks cytool, on Linux and macOS; needs root. */
export async function cortexHealth({ exec }: ProbeContext): Promise<ProductHealth> {
  const [info, runtime] = [
    await exec.run('cytool', ['info']),
    await exec.run('cytool', ['runtime', 'query']),
  ];
  if (runtime.status !== 'ok') return noHealth(`cytool runtime query: ${runtime.status}`);
  return parseCytool(info.status === 'ok' ? info.stdout : '', runtime.stdout);
}

/** Healthy: its protection daemon runs by its own account; the other rows differ by what is bought. */
export function parseCytool(info: string, runtime: string): ProductHealth {
  const state = /^[ \t]*pmd[ \t]+(?:\d+|N\/A|-)[ \t]+\S+[ \t]+(\w+)\b/m.exec(runtime)?.[1];
  if (state === undefined) return noHealth('cytool runtime query: answer not understood');
  const healthy = state === 'Running';
  const version = /^Cortex XDR \(R\) supervisor tool (\d[\d.]{0,39})\s*$/m.exec(info)?.[1];
  return {
    ...told({ healthy, version }),
    evidence: healthy ? [] : [{ kind: 'healthy', basis: `cytool: pmd ${state}` }],
  };
}
