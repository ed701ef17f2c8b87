import type { Files } from './files.ts';

/** Those of the paths that are there, in their order; throws where it may not look. */
export async function existing(files: Files, paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map((path) => files.exists(path)));
  return paths.filter((_, index) => found[index]);
}
