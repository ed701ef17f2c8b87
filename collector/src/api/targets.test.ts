import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { targetKinds } from '../publish/registry.ts';
import type { Api } from './server.ts';
import { type TargetServices, targetRoutes } from './targets.ts';

it('does not call a target fine that is told nothing until its configuration is mended', async () => {
  const stored = { id: 't', name: 'siem', kind: 'webhook', config: { url: 'https://siem.example:99999/' } };
  const problems = ['/url: must be an address: its host or port is none'];
  const app = Fastify();
  targetRoutes(app as unknown as Api, {
    store: { targets: async () => [{ ...stored, createdAt: 1 }], lastDeliveries: async () => [] },
    publisher: { status: () => [{ ...stored, isForCanary: false, problems, health: null }] },
    kinds: targetKinds,
  } as unknown as TargetServices);
  const { targets } = (await app.inject('/api/v1/targets')).json();
  expect(targets).toMatchObject([
    { id: 't', lastError: `told nothing until this is mended: ${problems[0]}`, lastAcceptedAt: null },
  ]);
});
