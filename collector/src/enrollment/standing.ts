import { AssayError, type DeviceState, type Restriction } from '@assay/shared';

const WORDS: Record<Restriction['state'], { title: string; explain: string; remedy: string }> = {
  pending: {
    title: 'An administrator has approved this device',
    explain: 'This device waits for an administrator to approve it',
    remedy: 'Ask IT to approve this device.',
  },
  quarantined: {
    title: 'This device is the only one with its key and hardware',
    explain: 'This device is quarantined, because it is in conflict with another or with a copy of itself',
    remedy: 'Ask IT to look at this device: they can see the conflict and resolve it.',
  },
  revoked: {
    title: 'This device has not been revoked',
    explain: 'An administrator revoked this device',
    remedy: 'Ask IT. To come back, the device has to be enrolled afresh with a new join string.',
  },
  unenrolled: {
    title: 'This device is enrolled',
    explain: 'This device was un-enrolled by its own agent',
    remedy: 'Enroll it afresh with a new join string.',
  },
};

/** Pure. What keeps a device from being trusted whatever its posture is; null while it is active. */
export function restrictionOf({
  state,
  stateReason,
}: {
  state: DeviceState;
  stateReason: string;
}): Restriction | null {
  if (state === 'active') return null;
  const { title, explain, remedy } = WORDS[state];
  return { state, title, explain: `${explain}${stateReason ? `: ${stateReason}` : ''}.`, remedy };
}

/** It is over: such a device opens no session and is judged no more. */
export const hasEnded = (state: DeviceState): state is 'revoked' | 'unenrolled' =>
  state === 'revoked' || state === 'unenrolled';

/**
 * The collector's own canary stands for nobody's computer: it is not to be approved, excused, given away or revoked.
 * @throws AssayError `invalid_request`
 */
export function assertNoCanary({ canary }: { canary: boolean }): void {
  if (!canary) return;
  throw new AssayError(
    'invalid_request',
    "this is the collector's own canary, which measures the way from a report to a target: serve --canary-interval 0 switches it off",
  );
}
