/** The platforms, mapped once from the runtime's names. */
export const PLATFORMS = ['linux', 'macos', 'windows'] as const;
export type Platform = (typeof PLATFORMS)[number];

const BY_NODE_NAME: Record<string, Platform> = { linux: 'linux', darwin: 'macos', win32: 'windows' };

/** @throws Error on a system that Assay does not support. */
export function toPlatform(nodePlatform: NodeJS.Platform): Platform {
  const platform = BY_NODE_NAME[nodePlatform];
  if (!platform) throw new Error(`expected linux, macOS or Windows, got ${nodePlatform}`);
  return platform;
}

export const isPlatform = (text: string): text is Platform => (PLATFORMS as readonly string[]).includes(text);
