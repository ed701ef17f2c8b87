import { existing } from '../../system/existing.ts';
import type { Files } from '../../system/files.ts';

/** Software of management products for macOS, by their stable ids. */
export const MAC_MANAGEMENT: Record<string, readonly string[]> = {
  jamf: ['/usr/local/jamf/bin/jamf'],
  intune: ['/Library/Intune/Microsoft Intune Agent.app'],
  kandji: ['/Library/Kandji'],
  'workspace-one': ['/Applications/Workspace ONE Intelligent Hub.app'],
  addigy: ['/Library/Addigy'],
  fleet: ['/opt/orbit/bin/orbit'],
};

/** Those that are there, each with the paths that say so. */
export async function findMacManagement(files: Files): Promise<{ product: string; evidence: string[] }[]> {
  const found = await Promise.all(
    Object.entries(MAC_MANAGEMENT).map(async ([product, paths]) => ({
      product,
      evidence: await existing(files, paths),
    })),
  );
  return found.filter(({ evidence }) => evidence.length > 0);
}
