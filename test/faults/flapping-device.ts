import { type Envelope, LIMITS } from '@assay/shared';
import { posture } from '../helpers/posture.ts';
import { digestOf, openRawSession, type RawDevice } from '../helpers/raw-agent.ts';
import type { Door } from '../helpers/raw-connection.ts';

/** Stays below the burst that a session may send at once. */
const REPORTS_PER_SESSION = LIMITS.maxMessagesPerSecond * 10 - 5;

/** A device whose disk is encrypted in every other report, and what the collector promised to keep of them. */
export interface FlappingDevice extends RawDevice {
  /** By number. */
  acknowledged: Map<number, Envelope>;
  /** By number, acknowledged or not. */
  sent: Map<number, Envelope>;
}

export const createFlappingDevice = (device: RawDevice): FlappingDevice => ({
  ...device,
  acknowledged: new Map(),
  sent: new Map(),
});

/** In odd reports the disk is encrypted: the device is `trusted`. */
export const tierOf = (number: number): 'trusted' | 'untrusted' =>
  number % 2 === 1 ? 'trusted' : 'untrusted';

/** Above every number that was signed, and of the other tier than the last that was stored: gaps are fine. */
function nextNumber(signed: number, stored: number): number {
  const next = Math.max(signed, stored) + 1;
  return tierOf(next) === tierOf(stored) ? next + 1 : next;
}

/**
 * Reports as fast as the collector may be asked to, until the connection is gone or enough is sent.
 * @returns the number of the last report that the collector had at the start
 */
export async function flap(door: Door, device: FlappingDevice, onAck: () => void): Promise<number> {
  const { connection, welcome, signReport } = await openRawSession(door, device);
  const first = nextNumber(device.lastReport?.number ?? 0, welcome.lastReportNumber);
  const last = first + REPORTS_PER_SESSION - 1;

  const send = async (number: number) => {
    const envelope = await signReport({
      number,
      signals: posture({ encrypted: tierOf(number) === 'trusted' }),
    });
    // As an agent does: written down before it is sent.
    device.lastReport = { number, digest: digestOf(envelope) };
    device.sent.set(number, envelope);
    connection.send({ type: 'report', envelope });
  };
  let next = first;
  for (; next < first + LIMITS.maxUnackedReports; next++) await send(next);
  try {
    for (let acked = first; acked <= last; acked++) {
      const { reportNumber } = await connection.expect('ack');
      const envelope = device.sent.get(reportNumber);
      if (envelope) device.acknowledged.set(reportNumber, envelope);
      onAck();
      if (next <= last) await send(next++);
    }
  } catch {
    // The collector was killed: what is not acknowledged is not promised.
  }
  return welcome.lastReportNumber;
}
