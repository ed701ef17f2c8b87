import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below what Linux, macOS and Windows give to whoever asks for any port, and to each connection that goes out. */
const FIRST = 20_000;
const BEHIND_LAST = 32_000;

/**
 * A port of 127.0.0.1 for a server that is stopped and started again, or whose address others must know before it
 * listens. Any other free port may go to another test's server or connection while nobody listens on it.
 */
export async function steadyPort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, BEHIND_LAST);
    const server = createServer().listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
    } catch {
      continue;
    }
    server.close();
    await once(server, 'close');
    return port;
  }
}
