import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { formatJoinString } from '@assay/shared';
import pino from 'pino';
import { expect, it, onTestFinished, vi } from 'vitest';
import { DEFAULT_BOUNDS } from '../journal.ts';
import { makeTree } from '../system/test-tree.ts';
import { runAsService } from './service.ts';

it('a service enrolls through the proxy of a profile that came later than the agent', async () => {
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy']) vi.stubEnv(name, undefined);
  onTestFinished(() => void vi.unstubAllEnvs());
  const proxy = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void proxy.close());
  await once(proxy, 'listening');
  const asked = once(proxy, 'connect');
  const profile = {
    joinString: formatJoinString({
      url: 'https://collector.invalid:7443',
      token: 'a'.repeat(43),
      caPin: null,
    }),
    httpsProxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
  };
  let hasCome = false;
  const stop = new AbortController();
  const inspectedRoot = makeTree();
  const config = { stateDir: join(inspectedRoot, 'state'), joinFile: '', inspectedRoot, url: null };
  const running = runAsService(
    { ...config, journal: DEFAULT_BOUNDS, updates: null },
    pino({ level: 'silent' }),
    stop.signal,
    {
      async read(setting) {
        if (setting === 'joinString') hasCome = true;
        return hasCome ? { ...profile, noProxy: undefined }[setting as keyof typeof profile] : undefined;
      },
      forgetJoinString: async () => {},
    },
  );
  const [{ url }, socket] = await asked;
  expect(url).toBe('collector.invalid:7443');
  stop.abort();
  socket.destroy();
  await running;
});
