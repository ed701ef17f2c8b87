import { hash } from 'node:crypto';
import { type Assessment, type Clock, decodeReport, type Envelope, verifyEnvelope } from '@assay/shared';
import { hardwareConflicts } from './enrollment/flagging.ts';
import { newIdentity } from './enrollment/identity.ts';
import type { Device } from './fleet.ts';
import type { Judge } from './judge.ts';
import { lostEvents } from './offline-events.ts';
import type { Stages } from './stages.ts';
import type { DeviceReads } from './store/devices.ts';
import { type AskedChallenge, assertFresh } from './verify/freshness.ts';

/** How the evidence of a device is told from another: SHA-256 of the signed bytes. */
export const digestOf = (payload: Uint8Array): Uint8Array => hash('sha256', payload, 'buffer');

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
  const report = stages.time('decode', () => decodeReport(payload));
  assertFresh(report, { deviceId: device.record.id, challenge, lastNumber: device.newest?.number ?? 0 });
  const { hardware } = report.signals;
  const identity = hardware?.status === 'ok' ? newIdentity(device.record, hardware.value) : null;
  const lifecycle = identity && (await hardwareConflicts(device.record, identity, store));
  const assessment = await judge(device, {
    at,
    signals: report.signals,
    evidence: { number: report.number, keyId: envelope.keyId, payload, signature: envelope.signature },
    evidenceDigest: digestOf(payload),
    identity,
    agentVersion: agentVersion === device.record.agentVersion ? null : agentVersion,
    clockSkew: at - report.createdAt,
    lost: report.lost,
    events: lostEvents(device.newest?.lost ?? null, report.lost, at),
    ...(lifecycle ? { lifecycle } : {}),
  });
  return { number: report.number, assessment };
}
