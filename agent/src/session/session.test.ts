import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AgentMessage, type CollectorMessage, systemClock } from '@assay/shared';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createStandingReport } from '../evidence/standing-report.ts';
import { openJournal } from '../journal.ts';
import { openDeviceKeys } from '../key/device-keys.ts';
import { makeKeyFile } from '../key/file-key.ts';
import { openPrivateDir } from '../state/private-dir.ts';
import { openSession } from './session.ts';

const wire = vi.hoisted(() => ({
  sent: [] as AgentMessage[],
  ended: Promise.withResolvers<null>(),
  hear: (_: Partial<CollectorMessage>): void => {},
}));
vi.mock('./connection.ts', () => ({
  connect(_: unknown, onMessage: (message: unknown) => void) {
    wire.hear = onMessage;
    return {
      send: (message: AgentMessage) => wire.sent.push(message),
      close() {},
      ended: wire.ended.promise,
    };
  },
}));

it('makes a new key also when it was asked for one amid history', async () => {
  const dir = openPrivateDir(mkdtempSync(join(tmpdir(), 'assay-session-')));
  onTestFinished(() => rmSync(dir.path, { recursive: true }));
  onTestFinished(() => wire.ended.resolve(null));
  makeKeyFile(dir);
  const journal = openJournal(dir, systemClock);
  onTestFinished(() => journal.close());
  const envelope = { keyId: Buffer.alloc(32), signature: Buffer.alloc(64), payload: Buffer.alloc(8) };
  journal.append({ number: 1, madeAt: Date.now(), envelope });
  openSession({
    identity: { deviceId: 'd', collectorUrl: 'https://collector.example', collectorId: 'c', caPem: null },
    ...{ proxy: null, bootId: 'b', now: systemClock.now, journal, keys: openDeviceKeys(dir) },
    standing: createStandingReport(systemClock, systemClock.now),
    reporter: {
      make: async () => ({ number: 2, digest: new Uint8Array(32), envelope }),
      idle: async () => {},
      last: null,
    },
    ...{ onOpen() {}, onAck() {}, onDue() {}, onRecheck() {}, onReport() {} },
  });
  const sent = () => wire.sent.map(({ type }) => type);

  wire.hear({ type: 'challenge', nonce: new Uint8Array(32), collectorId: 'c' });
  await vi.waitFor(() => expect(sent()).toEqual(['hello']));
  const intervals = { reportIntervalS: 3600, fullReportIntervalS: 3600 };
  wire.hear({ type: 'welcome', lastReportNumber: 0, assessment: null, ...intervals });
  await vi.waitFor(() => expect(sent()).toEqual(['hello', 'history']));
  wire.hear({ type: 'command', command: 'rotate_key' });
  wire.hear({ type: 'history_ack', reportNumber: 1 });
  await vi.waitFor(() => expect(sent()).toEqual(['hello', 'history', 'report', 'rotate']));
});
