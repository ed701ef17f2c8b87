import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { AssayError } from '@assay/shared';
import type { Api } from './server.ts';

/**
 * A port nobody listens on now: the collector's address is in every SET, so it must be known before it listens.
 * @throws AssayError `address_unusable`
 */
export async function freePort(host: string): Promise<number> {
  const probe = createServer().listen(0, host);
  try {
    await once(probe, 'listening');
  } catch (cause) {
    throw refused(host, 0, cause as NodeJS.ErrnoException);
  }
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** @throws AssayError `port_taken` or `address_unusable` */
export async function listen(app: Api, host: string, port: number): Promise<void> {
  try {
    // Thousands of agents may come back at once.
    await app.listen({ host, port, backlog: 4096 });
  } catch (cause) {
    throw refused(host, port, cause as NodeJS.ErrnoException);
  }
}

function refused(host: string, port: number, cause: NodeJS.ErrnoException): Error {
  if (cause.code === 'EADDRINUSE')
    return new AssayError(
      'port_taken',
      `port ${port} on ${host} is taken by another process: end it, or choose another with --port`,
      { cause },
    );
  if (cause.syscall === undefined) return cause;
  // An address of another machine, a name that nobody knows, a port that only root may take.
  return new AssayError(
    'address_unusable',
    `cannot listen on port ${port} of ${host}: ${cause.message}; choose others with --host and --port`,
    { cause },
  );
}
