import { createServer, type Server, type ServerOptions } from 'node:http';
import { listen } from '../api/listen.ts';
import { type Api, REQUEST_MS } from '../api/server.ts';
import type { CollectorConfig } from '../config.ts';
import type { Backlog } from '../gateway/backlog.ts';
import { type Door, openDoor } from '../gateway/door.ts';
import { openHttp2Streams } from '../gateway/http2-streams.ts';
import { listenForProxy } from '../gateway/proxy-listener.ts';
import { type Gateway, openGateway } from '../gateway/server.ts';
import type { SessionServices } from '../gateway/session-services.ts';
import { giveBack } from '../give-back.ts';
import type { LoopWatch } from '../loop-watch.ts';
import type { Metrics } from '../metrics.ts';

/** Where agents come in, by TLS of the collector's own and by a proxy's socket. */
export interface Entrance {
  door: Door;
  /**
   * From now on somebody can come, and is led to sessions that work with these.
   * @throws AssayError `port_taken`, `address_unusable` or `proxy_socket_unusable`
   */
  open(services: Omit<SessionServices, 'backlog' | 'random'>): Promise<Gateway>;
}

/** `closers` get what must be stopped again. */
export function openEntrance(
  app: Api,
  config: Pick<CollectorConfig, 'host' | 'proxySocket'> & { port: number },
  { backlog, loop, onTurnedAway }: { backlog: Backlog; loop: LoopWatch; onTurnedAway: Metrics['turnedAway'] },
  closers: AsyncDisposableStack,
): Entrance {
  const plain = config.proxySocket === null ? null : createPlain(app);
  const servers = plain ? [app.server, plain] : [app.server];
  const door = openDoor(servers, { loop, onTurnedAway });
  closers.defer(door.close);
  closers.defer(() => void plain?.close());
  return {
    door,
    async open(services) {
      const gateway = openGateway(servers, door, { ...services, backlog, random: Math.random });
      await app.ready();
      // It takes a tenth of a second, in which nobody would be answered.
      giveBack();
      await listen(app, config.host, config.port);
      if (!plain || config.proxySocket === null) return gateway;
      const streams = openHttp2Streams(door, gateway.receive);
      const proxied = { http1: plain, http2: streams.server };
      const listener = await listenForProxy(config.proxySocket, proxied, () =>
        onTurnedAway('proxy_header_invalid'),
      );
      closers.defer(listener.close);
      closers.defer(streams.close);
      return gateway;
    },
  };
}

/** Answers what comes by a proxy's socket: the same requests by the same limits, without TLS. It listens nowhere itself. */
export function createPlain(
  { routing }: Pick<Api, 'routing'>,
  limits: ServerOptions = { requestTimeout: REQUEST_MS },
): Server {
  const server = createServer(limits, routing);
  // Only a server that listens looks for how long a request has been said: it does so at this event.
  server.emit('listening');
  return server;
}
