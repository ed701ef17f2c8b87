import type { EdrEvidence } from '@assay/shared';
import type { ProbeContext } from '../../probe.ts';
import { noHealth, type ProductHealth, told } from '../product-health.ts';

const QUERIES = [['version'], ['control', 'status'], ['engines', 'status'], ['management', 'status']];

/** Asks sentinelctl, which answers in four parts; needs root. */
export async function sentinelHealth({ exec }: ProbeContext): Promise<ProductHealth> {
  const texts: string[] = [];
  for (const query of QUERIES) {
    const answer = await exec.run('sentinelctl', query);
    if (answer.status !== 'ok') return noHealth(`sentinelctl ${query.join(' ')}: ${answer.status}`);
    texts.push(answer.stdout);
  }
  return parseSentinelctl(texts.join('\n'));
}

/**
 * Reads sentinelctl's columns, parted by two or more blanks, and `key: value` lines. Healthy is an agent that is
 * enabled with its engines at work; whether it reaches its console is told apart from that.
 */
export function parseSentinelctl(text: string): ProductHealth {
  const values = parseColumns(text);
  const agent = toSwitch(values.get('Agent state'), 'Enabled', 'Disabled');
  const engines = ['DFI engine', 'Dynamic engine'].map((name) =>
    toSwitch(values.get(name), 'Enabled', 'Disabled'),
  );
  const stopped = engines.includes(false);
  const healthy =
    agent === false || stopped ? false : agent && !engines.includes(undefined) ? true : undefined;
  const evidence: EdrEvidence[] = [];
  if (agent === false) evidence.push({ kind: 'healthy', basis: 'sentinelctl: agent disabled' });
  if (stopped) evidence.push({ kind: 'healthy', basis: 'sentinelctl: an engine is disabled' });
  return {
    ...told({
      healthy,
      version: /^[\d.]{1,40}$/.exec(values.get('Agent version') ?? '')?.[0],
      connected: toSwitch(values.get('Connectivity'), 'On', 'Off'),
      tamper_protection: toSwitch(values.get('Anti Tamper'), 'On', 'Off'),
      mode: agent === undefined ? undefined : agent ? ('active' as const) : ('off' as const),
      device_id: /^[\w-]{16,64}$/.exec(values.get('UUID') ?? '')?.[0],
    }),
    evidence,
  };
}

function parseColumns(text: string): Map<string, string> {
  const pairs = text.split('\n').flatMap((line) => {
    const [, key, value] = /^\s*(\S.*?)(?::\s+|\s{2,})(\S.*?)\s*$/.exec(line) ?? [];
    return key !== undefined && value !== undefined ? [[key, value] as const] : [];
  });
  return new Map(pairs);
}

const toSwitch = (text: string | undefined, on: string, off: string): boolean | undefined =>
  text === on ? true : text === off ? false : undefined;
