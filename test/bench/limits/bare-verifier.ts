import { createPublicKey, type KeyObject, randomUUID, verify } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { decodeAgentFrame, decodeHello, type Envelope, encodeCollectorFrame } from '@assay/shared';
import type { WebSocket } from 'ws';
import { preAuthView } from '../../../shared/src/envelope/pae.ts';
import { unitEnvironment } from '../../helpers/collector-process.ts';
import { simulateDevice } from '../../simulator/device.ts';
import { deriveKey } from '../../simulator/device-key.ts';
import { startFleet } from '../../simulator/fleet-process.ts';
import type { Mix } from '../../simulator/load.ts';
import type { Simulation } from '../../simulator/start-simulation.ts';
import { threadsS } from '../footprint/process-cost.ts';
import { keysOf, serveBare, startServer } from './bare-server.ts';

/** A server that reads signed reports over TLS and `ws`, verifies each and acknowledges it, and does nothing else. */
export interface BareVerifier {
  /** CPU of the whole process for each acknowledged report under full load, µs. */
  cpuUs(mix: Mix, seconds: number): Promise<number>;
}

/** The same fleet once more, in a process of its own, at such a server in another. */
export async function startBareVerifier(
  { dataDir, collector }: Pick<Simulation, 'dataDir' | 'collector'>,
  { seed, agents, atEnd }: { seed: number; agents: number; atEnd(step: () => unknown): void },
): Promise<BareVerifier> {
  const args = [keysOf(dataDir), String(seed), String(agents)];
  const server = await startServer(fileURLToPath(import.meta.url), args, {
    ...process.env,
    ...unitEnvironment(),
  });
  atEnd(server.stop);
  const fleet = await startFleet({ seed, agents, door: { url: server.url, ca: collector.ca } });
  atEnd(fleet.stop);
  const { connected } = await fleet.connect({ spreadMs: 5000 });
  if (connected < agents) throw new Error(`only ${connected} of ${agents} could connect to the bare server`);
  return {
    async cpuUs(mix, seconds) {
      const before = threadsS(server.pid);
      const { acknowledged } = await fleet.load({ mix, seconds });
      return ((threadsS(server.pid) - before) * 1e6) / acknowledged;
    },
  };
}

const collectorId = randomUUID();
const CHALLENGE = encodeCollectorFrame({
  type: 'challenge',
  nonce: new Uint8Array(32),
  collectorTime: 0,
  collectorId,
});
const WELCOME = encodeCollectorFrame({
  type: 'welcome',
  ...{ sessionId: collectorId, reportIntervalS: 60, fullReportIntervalS: 3600 },
  ...{ lastReportNumber: 0, assessment: null },
});
const ACK = encodeCollectorFrame({ type: 'ack', reportNumber: 1, assessment: null });

function serve(keysDir: string, seed: number, agents: number): void {
  const indexes = new Map(
    Array.from({ length: agents }, (_, index) => [simulateDevice(seed, index).id, index]),
  );
  const verifyLater = createTurns();
  serveBare(keysDir, (socket) => {
    let key: KeyObject | null = null;
    socket.send(CHALLENGE);
    socket.on('message', (data: Buffer) => {
      const message = decodeAgentFrame(data);
      if (message.type === 'hello') {
        const index = indexes.get(decodeHello(message.envelope.payload).deviceId) ?? -1;
        key = createPublicKey(deriveKey(seed, index));
        socket.send(WELCOME);
      } else if (message.type === 'report' && key) verifyLater(socket, key, message.envelope);
    });
  });
}

/** What all readable sockets delivered is read first, and then verified in one go: that is the cheapest way. */
function createTurns(): (socket: WebSocket, key: KeyObject, envelope: Envelope) => void {
  let waiting: { socket: WebSocket; key: KeyObject; envelope: Envelope }[] = [];
  const takeTurn = () => {
    const turn = waiting;
    waiting = [];
    for (const { socket, key, envelope } of turn) {
      const bytes = preAuthView('report', envelope.payload);
      if (!verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, envelope.signature))
        throw new Error('a right signature was refused');
      socket.send(ACK);
    }
  };
  return (socket, key, envelope) => {
    if (waiting.push({ socket, key, envelope }) === 1) setImmediate(takeTurn);
  };
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) {
  const [keysDir = '', seed, agents] = process.argv.slice(2);
  serve(keysDir, Number(seed), Number(agents));
}
