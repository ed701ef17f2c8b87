import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { AssayError } from '@assay/shared';
import type { Api } from './server.ts';

/** A port nobody listens on now: the collector's address is in every SET, so it must be known before it listens. */
export async function freePort(host: string): Promise<number> {
  const probe = createServer().listen(0, host);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** @throws AssayError `port_taken` */
export async function listen(app: Api, host: string, port: number): Promise<void> {
  try {
    // Thousands of agents may come back at once.
    await app.listen({ host, port, backlog: 4096 });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw new AssayError(
      'port_taken',
      `port ${port} on ${host} is taken by another process: end it, or choose another with --port`,
      { cause },
    );
  }
}
