import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is at one path of a tree: a file's content, a symbolic link, or an empty directory. */
export type Entry = string | Uint8Array | { link: string } | 'directory' | { text: string; mode: number };

/** Paths from the root, with a leading slash. */
export type Tree = Readonly<Record<string, Entry>>;

const DIRECTORY = 'directory';

function writeEntry(path: string, entry: Entry): void {
  if (entry === DIRECTORY) {
    mkdirSync(path, { recursive: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  if (typeof entry === 'object' && 'link' in entry) {
    rmSync(path, { force: true });
    symlinkSync(entry.link, path);
    return;
  }
  const isPlain = typeof entry === 'string' || entry instanceof Uint8Array;
  // As editors and package managers do it: a reader never meets half a file.
  writeFileSync(`${path}.new`, isPlain ? entry : entry.text);
  if (!isPlain) chmodSync(`${path}.new`, entry.mode);
  renameSync(`${path}.new`, path);
}

/** Writes entries below `root` in their order, over whatever was there. */
export function writeTree(root: string, tree: Tree): void {
  for (const [path, entry] of Object.entries(tree)) writeEntry(join(root, path), entry);
}

/** Removes paths below `root` in their order, with all that is in them. */
export function removeFromTree(root: string, paths: readonly string[]): void {
  for (const path of paths) rmSync(join(root, path), { recursive: true, force: true });
}
