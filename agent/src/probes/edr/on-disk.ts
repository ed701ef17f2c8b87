import type { EdrEvidence } from '@assay/shared';
import { existing } from '../../system/existing.ts';
import { ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import type { LinuxProduct } from './products.ts';

/** Where systemd keeps the units that start with the machine. */
export const ENABLED_UNITS = '/etc/systemd/system/multi-user.target.wants';

const DPKG_INFO = '/var/lib/dpkg/info';
const WRITABLE_BY_OTHERS = 0o022;

export interface InstalledFiles {
  product: LinuxProduct;
  /** Those of its paths that are there. */
  paths: readonly string[];
  /** Whose the system is: the owner of its root directory. */
  owner: number | undefined;
}

/** Its files, the package they came with, and whether somebody else than the system's owner could have put them there. */
export async function installedEvidence(
  files: Files,
  { product, paths, owner }: InstalledFiles,
): Promise<EdrEvidence[]> {
  const evidence: EdrEvidence[] = [];
  for (const path of paths) {
    evidence.push({ kind: 'installed', basis: `path ${path}` });
    const stat = await ifReadable(files.stat(path));
    if (stat && owner !== undefined && (stat.uid !== owner || (stat.mode & WRITABLE_BY_OTHERS) !== 0)) {
      evidence.push({ kind: 'contradiction', basis: `path ${path} can be changed by others than root` });
    }
  }
  const lists = product.packages.map((name) => `${DPKG_INFO}/${name}.list`);
  const installed = paths.length > 0 ? await existing(files, lists) : [];
  return [
    ...evidence,
    ...installed.map((list) => ({ kind: 'installed' as const, basis: `package ${list}` })),
  ];
}

export async function enabledEvidence(files: Files, { units }: LinuxProduct): Promise<EdrEvidence[]> {
  const enabled = (await ifReadable(files.list(ENABLED_UNITS))) ?? [];
  return units
    .filter((unit) => enabled.includes(unit))
    .map((unit) => ({ kind: 'enabled' as const, basis: `unit ${unit}` }));
}
