import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import {
  decodeEnrollment,
  decodeHello,
  decodeReport,
  type Envelope,
  formatJoinString,
  type PublicKey,
  parsePublicKey,
  SUBPROTOCOL,
  verifyEnvelope,
} from '@assay/shared';
import { type WebSocket, WebSocketServer } from 'ws';
import { loadOwnTls } from '../../collector/src/keys/own-ca.ts';
import type { Level } from './level.ts';

type WireEnvelope = { payload: Uint8Array; key_id: Uint8Array; signature: Uint8Array };
type Frame = { [K in 'enroll' | 'hello' | 'report']?: WireEnvelope } & {
  unchanged?: { report_number: number };
};

/** A collector that was built when the wire was at some level: it verifies and answers by that, and refuses the rest. */
export interface OldCollector {
  joinString: string;
  /** Numbers of the reports that it took, in order. */
  reports: number[];
  /** What it did not know, by the first byte of the frame. */
  unknown: number;
  /** A frame of its own wish to the agent that is connected. */
  tell(bytes: Uint8Array): void;
  close(): Promise<void>;
}

const ASSESSMENT = {
  ...{ score: 71, tier: 'limited', policy: 'old', assessed_at_ms: 1, valid_until_ms: 4_102_444_800_000 },
  findings: [
    { check: 'os', title: 'Old', outcome: 'fail', required: true, explain: 'e', remedy: 'r', points: 29 },
  ],
};

export async function startOldCollector(level: Level, dir: string): Promise<OldCollector> {
  const tls = await loadOwnTls(dir, [], Date.now());
  const server = createServer({ cert: tls.cert, key: tls.key }, (_, response) => response.end(tls.caPem));
  const wss = new WebSocketServer({ server, handleProtocols: () => SUBPROTOCOL });
  let key: PublicKey | null = null;
  let connected: WebSocket | null = null;
  const collector = { reports: [] as number[], unknown: 0 };

  wss.on('connection', (socket) => {
    connected = socket;
    const send = (frame: object) => socket.send(level.encode('CollectorFrame', frame as never));
    send({ challenge: { nonce: randomBytes(32), collector_time_ms: Date.now(), collector_id: 'old' } });
    socket.on('message', (data: Buffer) => {
      const { enroll, hello, report, unchanged } = level.decode('AgentFrame', data) as Frame;
      if (enroll) {
        key = parsePublicKey(decodeEnrollment(enroll.payload).publicKey);
        verifyEnvelope('enrollment', toEnvelope(enroll), key);
        send({ enrolled: { device_id: 'old-device', state: 'active' } });
        socket.close(1000);
      } else if (hello && key) {
        decodeHello(verifyEnvelope('hello', toEnvelope(hello), key));
        const last_report_number = collector.reports.at(-1) ?? 0;
        send({
          welcome: { session_id: 's', report_interval_s: 1, full_report_interval_s: 60, last_report_number },
        });
      } else if (report && key) {
        const { number } = decodeReport(verifyEnvelope('report', toEnvelope(report), key));
        collector.reports.push(number);
        send({ ack: { report_number: number, assessment: ASSESSMENT } });
      } else if (unchanged) send({ ack: { report_number: unchanged.report_number } });
      else {
        collector.unknown++;
        send({ refusal: { code: 'frame_unexpected', message: 'unknown to me', retry: false } });
        socket.close(4401);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(collector, {
    joinString: formatJoinString({ url, token: 'a'.repeat(40), caPin: tls.caPin }),
    tell: (bytes: Uint8Array) => connected?.send(bytes),
    async close() {
      for (const socket of wss.clients) socket.terminate();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}

const toEnvelope = ({ payload, key_id: keyId, signature }: WireEnvelope): Envelope => ({
  payload,
  keyId,
  signature,
});
