import {
  AssayError,
  type Clock,
  decodeReport,
  type Envelope,
  type PublicKey,
  parsePublicKey,
  type Report,
  verifyEnvelope,
} from '@assay/shared';
import type { ContinuityServices } from './enrollment/continuity.ts';
import { flagConflict } from './enrollment/flagging.ts';
import type { Device } from './fleet.ts';
import { HeldReport } from './held-report.ts';
import { lostEvents, offlineEvents } from './offline-events.ts';
import type { OfflineReports, ReportLog } from './store/report-log.ts';
import { type AskedChallenge, assertHistory, offlineTime } from './verify/freshness.ts';

/** Reports that a device could not deliver when they were made. */
export interface HistoryFrame {
  reports: readonly Envelope[];
  /** Agent's clock when it sent them, ms. */
  agentTime: number;
}

export interface HistoryServices {
  store: Pick<ReportLog, 'appendOffline'>;
  clock: Clock;
  devices: ContinuityServices;
}

const NOTHING = { signals: {}, lost: null } as const;

/**
 * Takes in what a device saw while offline: into its past, all of a frame or nothing. No verdict follows from it and
 * nothing is published, for it tells nothing about now. Reports that are stored already are recognised, so a frame that
 * is delivered again changes nothing.
 * @returns the number of the frame's last report
 * @throws AssayError `signature_invalid`, `frame_malformed`, the codes of `assertHistory`, `report_number_repeated` or
 * `store_unavailable`
 */
export async function acceptHistory(
  frame: HistoryFrame,
  device: Device,
  challenge: AskedChallenge,
  { store, clock, devices }: HistoryServices,
): Promise<number> {
  const { record } = device;
  const at = clock.now();
  const input: OfflineReports = { deviceId: record.id, at, known: [], reports: [], events: [] };
  let newest: HeldReport | null = device.newest;
  let before: Pick<Report, 'signals' | 'lost'> = newest?.decode() ?? NOTHING;
  let last = 0;
  const keyOf = await signersOf(frame, device, devices.store);

  for (const envelope of frame.reports) {
    const payload = verifyEnvelope('report', envelope, keyOf(envelope));
    const report = decodeReport(payload);
    assertHistory(report, { deviceId: record.id, challenge, previous: last });
    last = report.number;
    if (report.number <= (newest?.number ?? 0)) {
      input.known.push({ number: report.number, payload });
      continue;
    }
    const offlineAt = offlineTime(report.createdAt, {
      received: at,
      agentTime: frame.agentTime,
      after: newest?.at ?? record.enrolledAt,
    });
    const { number, signals, lost } = report;
    input.reports.push({ number, offlineAt, payload, keyId: envelope.keyId, signature: envelope.signature });
    input.events.push(...offlineEvents(before.signals, signals, offlineAt));
    input.events.push(...lostEvents(before.lost, lost, offlineAt));
    newest = new HeldReport(number, payload, offlineAt);
    before = report;
  }

  const outcome = await store.appendOffline(input);
  if (outcome.result !== 'stored') {
    const { result, number } = outcome;
    if (result === 'differs') {
      const detail = `it delivered another report number ${number} than the collector has`;
      await flagConflict(device, { kind: 'number_reused', otherId: null, detail }, devices);
    }
    throw new AssayError(
      'report_number_repeated',
      `expected numbers above ${newest?.number ?? 0} or a report that is stored, got another of number ${number}`,
    );
  }
  device.newest = newest;
  return last;
}

/**
 * The device's key, or for what was signed before a rotation the one that it had then. That opens no door to whoever
 * holds an old key: the session they are delivered in was opened with the present one.
 */
async function signersOf(
  { reports }: HistoryFrame,
  { key, record }: Device,
  store: ContinuityServices['store'],
): Promise<(envelope: Envelope) => PublicKey> {
  if (reports.every(({ keyId }) => key.keyId.equals(keyId))) return () => key;
  const keys = (await store.deviceKeys(record.id)).map(({ publicKey }) => parsePublicKey(publicKey));
  return (envelope) => keys.find(({ keyId }) => keyId.equals(envelope.keyId)) ?? key;
}
