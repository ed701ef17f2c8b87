import type { Clock } from '@assay/shared';
import type { Device } from '../fleet.ts';
import type { Judge } from '../judge.ts';
import { afterStep, type Lifecycle, withoutReport } from '../step.ts';
import type { LifecycleWrites } from '../store/lifecycle.ts';

export interface ChangeServices {
  store: LifecycleWrites;
  judge: Judge;
  clock: Clock;
  /** After the change is durable. */
  onChanged(deviceId: string): void;
}

/**
 * Makes a change of the device itself durable, together with the verdict and the deliveries that follow from it.
 * Consumers have never heard of a device that was never judged, so there is nothing to tell them.
 * @throws AssayError `store_unavailable`: nothing of it happened
 */
export async function changeDevice(
  device: Device,
  lifecycle: Lifecycle,
  { store, judge, clock, onChanged }: ChangeServices,
): Promise<void> {
  const at = clock.now();
  if (device.assessment) {
    await judge(device, { ...withoutReport(device, at), lifecycle });
  } else {
    await store.applyLifecycle({ deviceId: device.record.id, at, step: lifecycle.step });
    Object.assign(device.record, afterStep(device.record, { at, lifecycle }));
  }
  onChanged(device.record.id);
}
