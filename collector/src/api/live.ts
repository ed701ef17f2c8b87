import type { LiveChange } from '@assay/shared/api';
import type { FastifyRequest } from 'fastify';
import type { Changes } from '../changes.ts';
import type { Api } from './server.ts';

const KEEP_ALIVE_MS = 20_000;
const MAX_UNREAD_BYTES = 256 * 1024;

/**
 * Server-sent events: what to look at again (WHATWG HTML, §9.2).
 * @param isStillIn whether who asked may still look; asked as long as the stream goes on, for it may outlive a sign-in
 */
export function liveRoutes(
  app: Api,
  changes: Changes,
  isStillIn: (request: FastifyRequest) => Promise<boolean>,
): void {
  app.get(
    '/api/v1/events',
    // A HEAD would be answered by a stream that says nothing and never ends.
    { exposeHeadRoute: false, schema: { summary: 'Live changes, as server-sent events', hide: true } },
    (request, reply) => {
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      raw.write(': connected\n\n');
      const stop = changes.subscribe((change: LiveChange) => {
        // A page that doesn't read comes back and reads everything anew.
        if (raw.writableLength > MAX_UNREAD_BYTES) raw.destroy();
        else raw.write(`event: change\ndata: ${JSON.stringify(change)}\n\n`);
      });
      const keepAlive = setInterval(async () => {
        if (await isStillIn(request).catch(() => false)) raw.write(':\n\n');
        else raw.end();
      }, KEEP_ALIVE_MS);
      keepAlive.unref();
      request.raw.on('close', () => {
        clearInterval(keepAlive);
        stop();
      });
    },
  );
}
