import type { Device } from '../fleet.ts';
import { afterStep, type Judging, judge, type Lifecycle } from '../judge.ts';
import type { LifecycleWrites } from '../store/lifecycle.ts';

export interface ChangeServices {
  store: LifecycleWrites;
  judging: Judging;
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
  { store, judging, onChanged }: ChangeServices,
): Promise<void> {
  const at = judging.clock.now();
  const { signals, evidenceDigest } = device;
  if (device.assessment) {
    const nothing = { evidence: null, identity: null, agentVersion: null };
    await judge(device, { at, signals, evidenceDigest, ...nothing, lifecycle }, judging);
  } else {
    await store.applyLifecycle({ deviceId: device.record.id, at, step: lifecycle.step });
    Object.assign(device.record, afterStep(device.record, { at, lifecycle }));
  }
  onChanged(device.record.id);
}
