import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Collector } from '@assay/collector';
import { AssayError } from '@assay/shared';
import type { DeviceList, TargetList, Timeline } from '@assay/shared/api';
import { type ApiClient, createApiClient } from '../../collector/src/commands/api-client.ts';
import { type IdentityProvider, startIdentityProvider } from '../../test/idp/identity-provider.ts';
import type { Foreground } from '../start/foreground.ts';
import { PEOPLE } from './people.ts';

const AUDIENCE = 'https://idp.example/ssf';
const TARGET = 'Identity provider (demo)';
const SETTLE_MS = 50;
const SETTLE_TRIES = 200;

/** How collector and provider know each other; kept, because the collector's target names it. */
interface Agreement {
  port: number;
  authorization: string;
}

/**
 * The OpenID provider with its conditional access, in this process but on a port of its own: everything the collector
 * tells it goes through a real signed push. Runs until the command ends.
 */
export async function runIdentityProvider(
  job: Foreground,
  collector: Collector,
  { dataDir, onEvent }: { dataDir: string; onEvent(): void },
): Promise<IdentityProvider> {
  const file = join(dataDir, 'demo-idp.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Agreement) : null;
  const authorization = known?.authorization ?? `Bearer ${randomBytes(24).toString('base64url')}`;
  const idp = await startIdentityProvider({
    port: known?.port ?? 0,
    users: PEOPLE,
    collector: { issuer: collector.url, caPem: readFileSync(collector.caFile, 'utf8') },
    audience: AUDIENCE,
    authorization,
    onEvent,
  }).catch((cause: unknown) => {
    const where = known ? `, port ${known.port} of ${file}` : '';
    const why = (cause as Error).message;
    throw new AssayError('port_taken', `the identity provider cannot listen${where}: ${why}`, { cause });
  });
  job.atEnd(() => idp.close());

  const api = createApiClient({ url: collector.url, dataDir: join(dataDir, 'collector') });
  const { targets } = await api.call<TargetList>('GET', '/targets');
  if (targets.some(({ name }) => name === TARGET)) await tellAgain(api);
  else {
    const config = { endpoint_url: idp.ssfEndpoint, aud: AUDIENCE, authorization_header: authorization };
    await api.call('POST', '/targets', { name: TARGET, kind: 'ssf', config });
    const agreement: Agreement = { port: Number(new URL(idp.url).port), authorization };
    writeFileSync(file, JSON.stringify(agreement), { mode: 0o600 });
  }
  return idp;
}

/** With kept data: the provider has forgotten what it was told, so the last of each event is told again. */
async function tellAgain(api: ApiClient): Promise<void> {
  const { devices } = await api.call<DeviceList>('GET', '/devices');
  for (const { id } of devices) {
    const { entries } = await api.call<Timeline>('GET', `/devices/${id}/timeline?limit=200`);
    const told = entries.filter(
      ({ kind, title }) => kind === 'delivery' && title.includes(` to ${TARGET}: `),
    );
    for (const [newest] of Map.groupBy(told, ({ title }) => title).values()) {
      // Still queued from last time: it comes by itself.
      if (newest) await api.call('POST', `/deliveries/${newest.id}/redeliver`).catch(() => {});
    }
  }
  for (let left = SETTLE_TRIES; left > 0; left--) {
    const { targets } = await api.call<TargetList>('GET', '/targets');
    if (targets.every(({ name, queued }) => name !== TARGET || queued === 0)) return;
    await sleep(SETTLE_MS);
  }
}
