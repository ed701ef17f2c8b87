import type { EdrEvidence } from '@assay/shared';
import type { ProbeContext } from '../../probe.ts';
import { noHealth, type ProductHealth, told } from '../product-health.ts';

/** Asks sentinelctl, which answers as one indented tree on macOS; needs root. */
export async function sentinelHealthOnMacos({ exec }: ProbeContext): Promise<ProductHealth> {
  const answer = await exec.run('sentinelctl', ['status']);
  return answer.status === 'ok'
    ? parseSentinelStatus(answer.stdout)
    : noHealth(`sentinelctl status: ${answer.status}`);
}

/** Healthy: protection is on, the agent is ready and may see what it must. Dates in it are localised and left alone. */
function parseSentinelStatus(text: string): ProductHealth {
  const agent = section(text, 'Agent');
  const management = section(text, 'Management');
  const protection = toSwitch(agent.get('Protection'), 'enabled', 'disabled');
  const ready = toSwitch(agent.get('Ready'), 'yes', 'no');
  if (protection === undefined && ready === undefined) {
    return noHealth('sentinelctl status: answer not understood');
  }
  const lacking = agent.get('Missing Authorizations');
  const isIll = protection === false || ready === false || Boolean(lacking);
  const evidence: EdrEvidence[] = [];
  if (protection === false) evidence.push({ kind: 'healthy', basis: 'sentinelctl: protection disabled' });
  if (ready === false) evidence.push({ kind: 'healthy', basis: 'sentinelctl: not ready' });
  if (lacking) evidence.push({ kind: 'healthy', basis: 'sentinelctl: missing authorizations' });
  return {
    ...told({
      healthy: isIll ? false : protection && ready ? true : undefined,
      version: /^[\d.]{1,40}$/.exec(agent.get('Version') ?? '')?.[0],
      connected: toSwitch(management.get('Connected'), 'yes', 'no'),
      mode: protection === undefined ? undefined : protection ? ('active' as const) : ('off' as const),
      device_id: /^[\w-]{16,64}$/.exec(agent.get('ID') ?? '')?.[0],
    }),
    evidence,
  };
}

/** `key: value` lines one step below a heading at the margin. */
function section(text: string, heading: string): Map<string, string> {
  const lines = text.split('\n');
  const start = lines.indexOf(heading);
  const pairs = new Map<string, string>();
  for (const line of start < 0 ? [] : lines.slice(start + 1)) {
    if (/^\S/.test(line)) break;
    const [, key, value = ''] = /^ {3}(\S[^:]*):\s*(.*?)\s*$/.exec(line) ?? [];
    if (key !== undefined) pairs.set(key, value);
  }
  return pairs;
}

const toSwitch = (text: string | undefined, on: string, off: string): boolean | undefined =>
  text === on ? true : text === off ? false : undefined;
