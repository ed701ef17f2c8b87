import type { ProbeContext } from '../../probe.ts';
import type { ProductHealth } from '../product-health.ts';

/** Asks the agent that manages the endpoint. */
export async function elasticHealth({ exec }: ProbeContext): Promise<ProductHealth> {
  const answer = await exec.run('elastic-agent', ['status', '--output', 'json']);
  return answer.status === 'ok'
    ? parseElasticStatus(answer.stdout)
    : { evidence: [`elastic-agent status: ${answer.status}`] };
}

const HEALTHY = 2;
/** Starting, configuring, upgrading: neither healthy nor ill. */
const PASSING = [0, 1, 7];

/** Reads `elastic-agent status --output json`; the endpoint's own component decides, not the agent's sum. */
export function parseElasticStatus(text: string): ProductHealth {
  let status: ElasticStatus;
  try {
    status = JSON.parse(text);
  } catch {
    return { evidence: ['elastic-agent status: answer not understood'] };
  }
  const components = Array.isArray(status?.components) ? status.components : [];
  const endpoint = components.find((component) => component?.name === 'endpoint');
  const version = status?.info?.version;
  const state = endpoint?.state;
  return {
    ...(typeof state === 'number' && !PASSING.includes(state) ? { healthy: state === HEALTHY } : {}),
    ...(typeof version === 'string' && /^[\w.+-]{1,40}$/.test(version) ? { version } : {}),
    evidence: endpoint ? [] : ['elastic-agent status: no endpoint component'],
  };
}

interface ElasticStatus {
  info?: { version?: unknown };
  components?: ({ name?: unknown; state?: unknown } | null)[];
}
