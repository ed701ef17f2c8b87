import { expect, it, vi } from 'vitest';
import { createChanges } from '../changes.ts';
import { makeChange } from '../publish/test-doubles.ts';
import { newWebhookSecret } from '../publish/webhook.ts';
import { openPublishing } from './publishing.ts';

it('counts attempts by the name of the target, as people and alerts know it', async () => {
  await using closers = new AsyncDisposableStack();
  const delivered = vi.fn();
  const store = {
    pendingNotices: async () => [],
    pendingDeliveries: async () => [],
    newestPending: async () => null,
    recordAttempt: async () => {},
  };
  const publisher = await openPublishing(
    {
      ...{
        foundation: { store, signingKeys: {} } as never,
        issuer: 'https://assay.example',
        metrics: { delivered },
      },
      ...{ stages: { observe() {} }, changes: createChanges(), clock: { now: () => Date.now() } },
    },
    closers,
  );
  publisher.start();
  // Nobody listens on port 1.
  const config = { url: 'http://127.0.0.1:1/', secret: newWebhookSecret() };
  await publisher.setTargets([{ id: '0199', name: 'siem', kind: 'webhook', config }]);
  await publisher.drain();
  publisher.enqueue(publisher.planDeliveries(makeChange()));
  await vi.waitFor(() => expect(delivered).toHaveBeenCalledWith('siem', 'retry'));
});
