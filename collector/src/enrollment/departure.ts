import { AssayError, decodeUnenrollment, type Envelope } from '@assay/shared';
import type { Fleet } from '../fleet.ts';
import { type AskedChallenge, assertAnswersChallenge } from '../verify/freshness.ts';
import { assertPresentKey, type ContinuityServices } from './continuity.ts';
import { endedError, unenroll } from './lifecycle.ts';

export interface DepartureServices extends ContinuityServices {
  fleet: Fleet;
  /** Ends the device's session, if it has one, and tells its agent why. */
  endSession(deviceId: string, error: AssayError): void;
}

/**
 * An agent leaves for good. Asked again by one that missed the answer, it is answered again; a revoked device stays
 * revoked, so that leaving is no way to shed it.
 * @returns the device id
 * @throws AssayError `device_unknown`, `device_revoked`, or those of envelope, challenge and decoding
 */
export async function takeLeave(
  envelope: Envelope,
  challenge: AskedChallenge,
  services: DepartureServices,
): Promise<string> {
  const { deviceId, ...answer } = decodeUnenrollment(envelope.payload);
  assertAnswersChallenge(answer, challenge);
  await services.fleet.with(deviceId, async (device) => {
    if (!device) throw new AssayError('device_unknown', 'this device is not enrolled here');
    await assertPresentKey('unenrollment', envelope, device, services);
    if (device.record.state === 'revoked') throw endedError(device.record);
    await unenroll(device, services);
    services.endSession(deviceId, endedError(device.record));
  });
  return deviceId;
}
