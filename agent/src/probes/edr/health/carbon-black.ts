import type { EdrEvidence } from '@assay/shared';
import type { ProbeContext } from '../../probe.ts';
import { noHealth, type ProductHealth, told } from '../product-health.ts';

/** Asks repcli, on Linux and macOS; needs root. */
export async function carbonBlackHealth({ exec }: ProbeContext): Promise<ProductHealth> {
  const answer = await exec.run('repcli', ['status']);
  return answer.status === 'ok' ? parseRepcli(answer.stdout) : noHealth(`repcli status: ${answer.status}`);
}

/** Healthy: enabled, and with the access to the disk that it needs. Registered once says nothing of being connected. */
export function parseRepcli(text: string): ProductHealth {
  const state = /^[ \t]+State: (\w+)\s*$/m.exec(text)?.[1];
  if (state === undefined) return noHealth('repcli status: answer not understood');
  const isEnabled = state === 'Enabled';
  const isBlind = /\bFullDiskAccess:NotEnabled\b/.test(text);
  const registered = /^[ \t]+Registered: (Yes|No)\s*$/m.exec(text)?.[1];
  const evidence: EdrEvidence[] = [];
  if (!isEnabled) evidence.push({ kind: 'healthy', basis: `repcli: ${state}` });
  if (isBlind) evidence.push({ kind: 'healthy', basis: 'repcli: no full disk access' });
  if (registered === 'No') evidence.push({ kind: 'connected', basis: 'repcli: not registered' });
  return {
    ...told({
      healthy: isEnabled && !isBlind && registered !== 'No',
      version: /^[ \t]+Sensor Version: ([\d.]{1,40})\s*$/m.exec(text)?.[1],
      connected: registered === 'No' ? false : undefined,
    }),
    evidence,
  };
}
