/** The platforms, mapped once from the runtime's names. */
export const PLATFORMS = ['linux', 'macos', 'windows'] as const;
export type Platform = (typeof PLATFORMS)[number];

/**
 * Where a device stands with the collector. `pending`: an administrator must approve it. `quarantined`: a conflict is
 * open. Both are judged, and stay `untrusted`. `revoked` by an administrator, `unenrolled` by its agent: both for good.
 */
export const DEVICE_STATES = ['active', 'pending', 'quarantined', 'revoked', 'unenrolled'] as const;
export type DeviceState = (typeof DEVICE_STATES)[number];

export const isDeviceState = (text: string): text is DeviceState =>
  (DEVICE_STATES as readonly string[]).includes(text);

const BY_NODE_NAME: Record<string, Platform> = { linux: 'linux', darwin: 'macos', win32: 'windows' };

/** @throws Error on a system that Assay does not support. */
export function toPlatform(nodePlatform: NodeJS.Platform): Platform {
  const platform = BY_NODE_NAME[nodePlatform];
  if (!platform) throw new Error(`expected linux, macOS or Windows, got ${nodePlatform}`);
  return platform;
}

export const isPlatform = (text: string): text is Platform => (PLATFORMS as readonly string[]).includes(text);
