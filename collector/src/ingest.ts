import {
  type Assessment,
  type Clock,
  decodeChanged,
  decodeReport,
  type Envelope,
  type Report,
  readRepeated,
  verifyEnvelope,
} from '@assay/shared';
import { hardwareConflicts } from './enrollment/flagging.ts';
import { newIdentity } from './enrollment/identity.ts';
import type { Device } from './fleet.ts';
import type { Judge } from './judge.ts';
import { lostEvents } from './offline-events.ts';
import type { Stages } from './stages.ts';
import type { DeviceReads } from './store/devices.ts';
import { type AskedChallenge, assertFresh } from './verify/freshness.ts';

export interface IngestServices {
  judge: Judge;
  clock: Clock;
  stages: Pick<Stages, 'time' | 'observe'>;
  store: Pick<DeviceReads, 'devicesWithHardware'>;
}

/** An accepted report, durable with all that follows from it. */
export interface Accepted {
  number: number;
  assessment: Assessment;
}

/**
 * The life of a report, from signed bytes to a durable assessment.
 * @throws AssayError `signature_invalid`, `frame_malformed`, the codes of `assertFresh`, or `store_unavailable`
 */
export async function ingest(
  envelope: Envelope,
  device: Device,
  challenge: AskedChallenge,
  agentVersion: string,
  { judge, clock, stages, store }: IngestServices,
): Promise<Accepted> {
  const at = clock.now();
  const payload = stages.time('verify', () => verifyEnvelope('report', envelope, device.key));
  const { report, before } = stages.time(
    'decode',
    () => repeated(payload, device) ?? decoded(payload, device),
  );
  assertFresh(report, { deviceId: device.record.id, challenge, lastNumber: device.newest?.number ?? 0 });
  const assessment = await judge(device, {
    at,
    evidence: {
      ...{ number: report.number, keyId: envelope.keyId, payload, signature: envelope.signature },
      isRepetition: !('signals' in report) && report.isSameSession,
    },
    agentVersion: agentVersion === device.record.agentVersion ? null : agentVersion,
    clockSkew: at - report.createdAt,
    ...('signals' in report
      ? await newsIn(report, before, device, at, store)
      : { repeated: report, ...NO_NEWS }),
  });
  return { number: report.number, assessment };
}

/** What the last report said, said again: most reports. */
function repeated(payload: Uint8Array, { report, record }: Device) {
  const read = report && readRepeated(payload, report.payload);
  return read && { report: { ...read, deviceId: record.id }, before: null };
}

/** Something else than the last report said, and what that was. */
function decoded(payload: Uint8Array, { report }: Device) {
  if (!report) return { report: decodeReport(payload), before: null };
  const before = report.decode();
  return { report: decodeChanged(payload, report.payload, before), before };
}

const NO_NEWS = { signals: null, identity: null };

/** What a report tells besides its signals. */
async function newsIn(
  report: Report,
  before: Report | null,
  device: Device,
  at: number,
  store: IngestServices['store'],
) {
  const { record, newest } = device;
  const { hardware } = report.signals;
  const identity = hardware?.status === 'ok' ? newIdentity(record, hardware.value) : null;
  const lifecycle = identity && (await hardwareConflicts(record, identity, store));
  const lostBefore = newest === device.report ? before?.lost : newest?.decode().lost;
  return {
    signals: report.signals,
    identity,
    events: lostEvents(lostBefore ?? null, report.lost, at),
    ...(before ? { before: before.signals } : {}),
    ...(lifecycle ? { lifecycle } : {}),
  };
}
