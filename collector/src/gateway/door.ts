import type { Server, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { LIMITS } from '@assay/shared';
import { type LoopWatch, PULSE_MS } from '../loop-watch.ts';
import { addressGroup } from './address-group.ts';
import { ADMISSION, admit, nextPace, type TurnedAway } from './admission.ts';

/** Which connection, as both its plain and its TLS socket tell. */
interface Peer {
  remoteAddress?: string | undefined;
  remotePort?: number | undefined;
}

export interface DoorOptions {
  loop: Pick<LoopWatch, 'onPulse'>;
  onTurnedAway(reason: TurnedAway | 'handshake_timeout' | 'tls_failed' | 'proxy_header_invalid'): void;
  /** Milliseconds, monotonic. */
  now?(): number;
  limits?: { [K in 'maxConnections' | 'maxPending' | 'maxPendingPerAddress' | 'maxLineMs']: number };
}

/** A connection, or a stream of one that carries many. */
export type Comer = Duplex & Peer;

/** Keeps the count of connections, and lets them in at a pace that leaves time for those inside. */
export interface Door {
  /** One has come, and nobody reads it yet; `begin` is called once, when it is let in. */
  arrive(comer: Comer, begin: () => void): void;
  /** The connection has asked to become a session; from here on the session itself looks at the time. */
  upgraded(peer: Peer): void;
  /** The connection has become a session. */
  settled(peer: Peer): void;
  load(): { connections: number; pending: number; inLine: number };
  close(): void;
}

interface Entry {
  socket: Comer;
  group: string;
  since: number;
  /** Hands it to the server that it came to: there TLS or HTTP begin. */
  begin(): void;
  timer?: NodeJS.Timeout;
}

/** As many at once as would come in this time. */
const BURST_MS = 2 * PULSE_MS;

/**
 * Stands before the servers' TLS. A connection that has to wait is an unread socket in a line: it costs no handshake,
 * and what its peer sends stays in the system's buffers. One that does not become a session or make a request in time
 * is closed.
 */
export function openDoor(servers: readonly Server[], options: DoorOptions): Door {
  const { loop, onTurnedAway, now = () => performance.now(), limits = ADMISSION } = options;
  const sockets = new Set<Comer>();
  const pending = new Map<string, Entry>();
  const perGroup = new Map<string, number>();
  let line: [key: string, entry: Entry][] = [];
  let perSecond: number = ADMISSION.pace.atStart;
  let budget = 0;
  let countedAt = now();

  for (const server of servers) {
    const listeners = server.listeners('connection') as ((socket: Socket) => void)[];
    server.removeAllListeners('connection');
    // A property of net.Server that its constructor takes: who waits in line is not read.
    Object.assign(server, { pauseOnConnect: true });
    server.on('connection', (socket: Socket) =>
      arrive(socket, () => {
        for (const listener of listeners) listener.call(server, socket);
      }),
    );
    server.on('request', (request) => settled(request.socket));
    server.on('tlsClientError', () => onTurnedAway('tls_failed'));
    server.on('upgrade', (request) => upgraded(request.socket));
  }

  function turnAway(socket: Comer, reason: TurnedAway | 'handshake_timeout'): void {
    onTurnedAway(reason);
    socket.destroy();
  }

  function arrive(socket: Comer, begin: () => void): void {
    socket.on('error', () => socket.destroy());
    const group = addressGroup(socket.remoteAddress ?? '');
    const pendingFromAddress = perGroup.get(group) ?? 0;
    const reason = admit({ connections: sockets.size, pending: pending.size, pendingFromAddress }, limits);
    if (reason) {
      turnAway(socket, reason);
      return;
    }
    const key = keyOf(socket);
    const entry: Entry = { socket, group, since: now(), begin };
    sockets.add(socket);
    pending.set(key, entry);
    perGroup.set(group, pendingFromAddress + 1);
    socket.once('close', () => {
      sockets.delete(socket);
      forget(key, entry);
    });
    refill();
    if (line.length === 0 && budget >= 1) letIn(entry);
    else line.push([key, entry]);
  }

  function refill(): void {
    const at = now();
    const perMs = perSecond / 1000;
    budget = Math.min(Math.max(1, perMs * BURST_MS), budget + (at - countedAt) * perMs);
    countedAt = at;
  }

  function letIn(entry: Entry): void {
    budget--;
    entry.timer = setTimeout(() => turnAway(entry.socket, 'handshake_timeout'), LIMITS.handshakeTimeoutMs);
    const { begin, socket } = entry;
    // The entry stays for as long as its connection; how it began need not.
    entry.begin = done;
    begin();
    socket.resume();
  }

  loop.onPulse((lateMs) => {
    perSecond = nextPace(perSecond, lateMs);
    refill();
    // The event loop still works on those who were let in: what was not let in meanwhile is not made up for.
    if (lateMs > ADMISSION.calmMs) budget = Math.min(budget, 1);
    let taken = 0;
    for (const [key, entry] of line) {
      if (pending.get(key) !== entry) taken++;
      else if (countedAt - entry.since > limits.maxLineMs) {
        taken++;
        turnAway(entry.socket, 'line_too_long');
      } else if (budget >= 1) {
        taken++;
        letIn(entry);
      } else break;
    }
    line = line.slice(taken);
  });

  function forget(key: string, entry: Entry): void {
    clearTimeout(entry.timer);
    if (pending.get(key) !== entry) return;
    pending.delete(key);
    const left = (perGroup.get(entry.group) ?? 1) - 1;
    if (left > 0) perGroup.set(entry.group, left);
    else perGroup.delete(entry.group);
  }

  function upgraded(peer: Peer): void {
    clearTimeout(pending.get(keyOf(peer))?.timer);
  }

  function settled(peer: Peer): void {
    const key = keyOf(peer);
    const entry = pending.get(key);
    if (entry) forget(key, entry);
  }

  return {
    arrive,
    upgraded,
    settled,
    load: () => ({ connections: sockets.size, pending: pending.size, inLine: line.length }),
    close() {
      line = [];
      for (const { socket, timer } of pending.values()) {
        clearTimeout(timer);
        socket.destroy();
      }
    },
  };
}

function done(): void {}

const keyOf = ({ remoteAddress, remotePort }: Peer) => `${remoteAddress}:${remotePort}`;
