import { ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import type { IndexFiles, PackageManager } from './package-manager.ts';

/** What is known of available packages, by its newest file. */
export interface PackageIndex {
  path: string;
  /** Milliseconds since 1970 UTC. */
  fetchedAt: number;
}

/** @returns undefined when nothing was ever fetched: then nothing is known to wait */
export async function findIndex(
  files: Files,
  { index, stamps = [] }: PackageManager,
): Promise<PackageIndex | undefined> {
  const paths = (await Promise.all(index.map((place) => indexPaths(files, place)))).flat();
  const newest = await newestOf(files, paths);
  return newest && newestOf(files, [newest.path, ...stamps]);
}

async function indexPaths(files: Files, { directory, file, within }: IndexFiles): Promise<string[]> {
  const names = ((await ifReadable(files.list(directory))) ?? []).filter((name) => file.test(name));
  const paths = names.map((name) => `${directory}/${name}`);
  if (!within) return paths;
  const inside = paths.map((path) =>
    indexPaths(files, { directory: `${path}/${within.directory}`, file: within.file }),
  );
  return (await Promise.all(inside)).flat();
}

async function newestOf(files: Files, paths: readonly string[]): Promise<PackageIndex | undefined> {
  let newest: PackageIndex | undefined;
  for (const path of paths) {
    const stat = await ifReadable(files.stat(path));
    if (stat && (!newest || stat.modifiedAt > newest.fetchedAt)) {
      newest = { path, fetchedAt: Math.floor(stat.modifiedAt) };
    }
  }
  return newest;
}
