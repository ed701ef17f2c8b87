import type { LiveChange } from '@assay/shared/api';
import type { Changes } from '../changes.ts';
import type { Api } from './server.ts';

const KEEP_ALIVE_MS = 20_000;
const MAX_UNREAD_BYTES = 256 * 1024;

/** Server-sent events: what to look at again (WHATWG HTML, §9.2). */
export function liveRoutes(app: Api, changes: Changes): void {
  app.get(
    '/api/v1/events',
    { schema: { summary: 'Live changes, as server-sent events', hide: true } },
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
      const keepAlive = setInterval(() => raw.write(':\n\n'), KEEP_ALIVE_MS);
      keepAlive.unref();
      request.raw.on('close', () => {
        clearInterval(keepAlive);
        stop();
      });
    },
  );
}
