import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { AGENT_PATH, SUBPROTOCOL } from '@assay/shared';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import type { RecordedConnection } from './session-recording.ts';

export interface RecordingProxy {
  url: string;
  connections: RecordedConnection[];
  /** The collector is somewhere else from now on; null: it is away. */
  to(url: string | null): void;
  close(): Promise<void>;
}

/** Stands in the collector's place, by its own certificate, and writes down every frame as it was. */
export async function startRecordingProxy(dataDir: string): Promise<RecordingProxy> {
  const tls = identityOf(dataDir);
  let target: string | null = null;
  const connections: RecordedConnection[] = [];
  const server = createServer(tls, (request, response) => {
    const away = () => void response.writeHead(503).end();
    if (!target) {
      away();
      return;
    }
    get(`${target}${request.url}`, { rejectUnauthorized: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    }).on('error', away);
  });
  const wss = new WebSocketServer({ noServer: true, handleProtocols: () => SUBPROTOCOL });
  server.on('upgrade', (request, socket, head) => {
    if (!target) {
      socket.destroy();
      return;
    }
    const address = `${target.replace(/^https/, 'wss')}${AGENT_PATH}`;
    wss.handleUpgrade(request, socket, head, (agent) => connections.push(record(agent, address)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections,
    to(url) {
      target = url;
      if (!url) for (const socket of wss.clients) socket.terminate();
    },
    async close() {
      for (const socket of wss.clients) socket.terminate();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function record(agent: WebSocket, address: string): RecordedConnection {
  const collector = new WebSocket(address, SUBPROTOCOL, { rejectUnauthorized: false });
  const connection: RecordedConnection = { openedAt: Date.now(), frames: [], closeCode: 1006 };
  const opened = once(collector, 'open').catch(() => agent.terminate());
  const note = (from: 'agent' | 'collector', data: RawData) => {
    const afterMs = Date.now() - connection.openedAt;
    connection.frames.push([from, afterMs, (data as Buffer).toString('base64')]);
  };
  agent.on('message', async (data) => {
    note('agent', data);
    await opened;
    collector.send(data);
  });
  collector.on('message', (data) => {
    note('collector', data);
    agent.send(data);
  });
  collector.on('close', (code, reason) => {
    connection.closeCode = code;
    if (code === 1006) agent.terminate();
    else agent.close(code, reason);
  });
  collector.on('error', () => agent.terminate());
  agent.on('close', () => collector.terminate());
  return connection;
}

/** The collector's certificate chain and key, from its data directory. */
function identityOf(dataDir: string): { cert: string; key: string } {
  const read = (name: string) => readFileSync(join(dataDir, 'keys', name), 'utf8');
  return { cert: read('tls.pem'), key: read('tls-key.pem') };
}
