import type { Stage } from '@assay/shared';
import type { Reach, Staging } from '../policy/rules/staging.ts';

/** Which device it is, as far as staging asks. */
export interface StagedDevice {
  deviceId: string;
  groups: readonly string[];
}

/** Pure. How far a check is rolled out to a device: the furthest stage that reaches it. */
export function stageOf(check: { id: string; staging: Staging }, device: StagedDevice): Stage {
  const { enforce, warn, otherwise } = check.staging;
  if (enforce && reaches(enforce, check.id, device)) return 'enforce';
  if (warn && reaches(warn, check.id, device)) return 'warn';
  return otherwise;
}

const reaches = ({ groups, percent }: Reach, checkId: string, device: StagedDevice): boolean =>
  shareOf(device.deviceId, checkId) < percent * (SHARES / 100) ||
  groups.some((group) => device.groups.includes(group));

const SHARES = 10_000;

/**
 * Where a device stands among all, 0 to 9999: the same for ever, evenly spread, and another place for each check, so
 * that it is not always the same people who go first. FNV-1a, 32 bits, with MurmurHash3's finaliser.
 */
export function shareOf(deviceId: string, checkId: string): number {
  let hash = 0x811c9dc5;
  for (const text of [deviceId, checkId]) {
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 0xff, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % SHARES;
}
