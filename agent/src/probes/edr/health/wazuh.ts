import { ifReadable } from '../../../system/file-error.ts';
import type { ProbeContext } from '../../probe.ts';
import { noHealth, type ProductHealth } from '../product-health.ts';

const STATE = '/var/ossec/var/run/wazuh-agentd.state';
export const WAZUH_STATE_ON_WINDOWS = '/Program Files (x86)/ossec-agent/wazuh-agent.state';
const STALE_AFTER_MS = 10 * 60_000; // the daemon rewrites it every few seconds

/** Reads the daemon's state file, by default where Linux has it; an old one says nothing about now. */
export async function wazuhHealth({ files, now }: ProbeContext, path = STATE): Promise<ProductHealth> {
  const stat = await ifReadable(files.stat(path));
  const text = await ifReadable(files.readText(path));
  if (!stat || text === undefined) return { evidence: [] };
  if (now() - stat.modifiedAt > STALE_AFTER_MS) return noHealth(`${path} is stale`);
  return parseWazuhState(text);
}

/** Connected to its manager, or not; `pending` is on the way and decides nothing. */
export function parseWazuhState(text: string): ProductHealth {
  const status = /^status='(\w+)'$/m.exec(text)?.[1];
  if (status !== 'connected' && status !== 'disconnected') return { evidence: [] };
  const connected = status === 'connected';
  return {
    healthy: connected,
    connected,
    evidence: [{ kind: 'connected', basis: `wazuh-agentd.state: ${status}` }],
  };
}
