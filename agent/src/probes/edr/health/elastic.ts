import type { ProbeContext } from '../../probe.ts';
import { noHealth, type ProductHealth, told } from '../product-health.ts';

/** Asks the agent that manages the endpoint; the same on every platform. */
export async function elasticHealth({ exec }: ProbeContext): Promise<ProductHealth> {
  const answer = await exec.run('elastic-agent', ['status', '--output', 'json']);
  return answer.status === 'ok'
    ? parseElasticStatus(answer.stdout)
    : noHealth(`elastic-agent status: ${answer.status}`);
}

const HEALTHY = 2;
/** Degraded, failed, stopping, stopped. Starting, configuring and upgrading are neither healthy nor ill. */
const ILL = [3, 4, 5, 6];

/** Reads `elastic-agent status --output json`; the endpoint's own component decides, not the agent's sum. */
export function parseElasticStatus(text: string): ProductHealth {
  let status: ElasticStatus | null;
  try {
    status = JSON.parse(text);
  } catch {
    return noHealth('elastic-agent status: answer not understood');
  }
  const components = Array.isArray(status?.components) ? status.components : [];
  const endpoint = components.find((component) => component?.name === 'endpoint');
  const { version, id } = status?.info ?? {};
  return {
    ...told({
      healthy: toHealthy(endpoint?.state),
      connected: toHealthy(status?.FleetState),
      version: matching(version, /^[\w.+-]{1,40}$/),
      device_id: matching(id, /^[0-9a-f-]{36}$/i),
    }),
    evidence: endpoint ? [] : [{ kind: 'healthy', basis: 'elastic-agent status: no endpoint component' }],
  };
}

const toHealthy = (state: unknown): boolean | undefined =>
  state === HEALTHY ? true : ILL.includes(state as number) ? false : undefined;

const matching = (value: unknown, shape: RegExp): string | undefined =>
  typeof value === 'string' && shape.test(value) ? value : undefined;

interface ElasticStatus {
  info?: { version?: unknown; id?: unknown };
  FleetState?: unknown;
  components?: ({ name?: unknown; state?: unknown } | null)[];
}
