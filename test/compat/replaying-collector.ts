import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import {
  type AgentMessage,
  type CollectorMessage,
  decodeAgentFrame,
  decodeCollectorFrame,
  decodeReport,
  formatJoinString,
  SUBPROTOCOL,
} from '@assay/shared';
import { type WebSocket, WebSocketServer } from 'ws';
import { loadOwnTls } from '../../collector/src/keys/own-ca.ts';
import { bytesOf, type SessionRecording } from './recording/session-recording.ts';

/** Says what a collector of an earlier time said, byte for byte, whenever today's agent says what it answered then. */
export interface ReplayingCollector {
  joinString: string;
  /** What the agent said, in order: `report 3`, `unchanged 3`, `rotate`. */
  heard: string[];
  /** What was said then, and is said again at our wish. @returns false when it never was */
  say(command: 'recheck' | 'rotate_key'): boolean;
  close(): Promise<void>;
}

/**
 * @param dir for its certificate
 * @param toSend what becomes of a recorded frame on its way
 */
export async function startReplayingCollector(
  { connections }: SessionRecording,
  dir: string,
  toSend: (frame: Buffer) => Buffer = (frame) => frame,
): Promise<ReplayingCollector> {
  const answers = new Map<string, Buffer[]>();
  for (const frame of connections.flatMap(({ frames }) => frames)) {
    const message = frame[0] === 'collector' ? decodeCollectorFrame(bytesOf(frame)) : null;
    if (message) answers.set(keyOf(message), [...(answers.get(keyOf(message)) ?? []), bytesOf(frame)]);
  }
  const tls = await loadOwnTls(dir, [], Date.now());
  const server = createServer({ cert: tls.cert, key: tls.key }, (_, response) => response.end(tls.caPem));
  const wss = new WebSocketServer({ server, handleProtocols: () => SUBPROTOCOL });
  const heard: string[] = [];
  let connected: WebSocket | null = null;

  wss.on('connection', (socket) => {
    connected = socket;
    // The first of its kind while there are others, then the last again.
    const say = (key: string) => {
      const known = answers.get(key) ?? [];
      const bytes = known.length > 1 ? known.shift() : known[0];
      if (bytes) socket.send(toSend(bytes));
      return bytes !== undefined;
    };
    say('challenge');
    socket.on('message', (data: Buffer) => {
      const message = decodeAgentFrame(data);
      heard.push(describe(message));
      say(answerTo(message));
      if (message.type === 'enroll') socket.close(1000);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    joinString: formatJoinString({ url, token: 'a'.repeat(40), caPin: tls.caPin }),
    heard,
    say(command) {
      const [bytes] = answers.get(`command ${command}`) ?? [];
      if (bytes) connected?.send(toSend(bytes));
      return bytes !== undefined;
    },
    async close() {
      for (const socket of wss.clients) socket.terminate();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function keyOf(message: CollectorMessage): string {
  if (message.type === 'ack') return `ack ${message.reportNumber}`;
  return message.type === 'command' ? `command ${message.command}` : message.type;
}

const numberOf = (report: Uint8Array): number => decodeReport(report).number;

function describe(message: AgentMessage): string {
  if (message.type === 'report') return `report ${numberOf(message.envelope.payload)}`;
  return message.type === 'unchanged' ? `unchanged ${message.reportNumber}` : message.type;
}

function answerTo(message: AgentMessage): string {
  switch (message.type) {
    case 'enroll':
      return 'enrolled';
    case 'hello':
      return 'welcome';
    case 'report':
      return `ack ${numberOf(message.envelope.payload)}`;
    case 'unchanged':
      return `ack ${message.reportNumber}`;
    case 'rotate':
      return 'rotated';
    case 'unenroll':
      return 'unenrolled';
    case 'history':
      return 'history_ack';
  }
}
