import { AssayError } from '@assay/shared';
import type { PlannedEffect } from '../store/policies.ts';
import type { Effect } from './effect.ts';

/** As large a share of the fleet may become untrusted without anybody having said so. */
const ALLOWED_SHARE = 0.05;

/** Pure. How many devices may become untrusted without a word; of a small fleet none. */
export const allowedUntrusted = (devices: number): number => Math.floor(devices * ALLOWED_SHARE);

/** What is kept of a plan with the version that followed it. */
export const toPlanned = ({ devices, newlyUntrusted, worse, better }: Effect): PlannedEffect => ({
  devices,
  newlyUntrusted,
  changesTier: worse + better,
});

/**
 * Where devices end up counts, not where they stand in the first minute: grace only puts it off.
 * @throws AssayError `blast_radius_exceeded`
 */
export function assertWithinBlastRadius(
  { devices, newlyUntrusted }: PlannedEffect,
  said: number | undefined,
): void {
  const allowed = Math.max(allowedUntrusted(devices), said ?? 0);
  if (newlyUntrusted <= allowed) return;
  throw new AssayError(
    'blast_radius_exceeded',
    `${newlyUntrusted} of ${devices} devices would become untrusted, more than the ${allowed} that may: look at them with "policy plan", mend them or stage the checks first, or say that you mean it with --allow-untrusted ${newlyUntrusted}`,
  );
}
