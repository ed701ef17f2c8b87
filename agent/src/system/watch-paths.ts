import { type FSWatcher, statSync, watch } from 'node:fs';
import { posix } from 'node:path';
import type { Files } from './files.ts';

/** Watches that are in place. */
export interface PathWatch {
  /** Brings the watches in line with what exists now; also mends those that the system dropped. */
  rearm(): void;
  close(): void;
}

/** Which entry of a watched directory matters (undefined: all of them), and for which of the given paths. */
interface Interest {
  entry?: string;
  path: string;
}

interface DirectoryWatch {
  inode: number;
  watcher: FSWatcher;
  interests: Interest[];
}

/**
 * Calls `onChange` with those of the paths that may have changed. A path may be a file, a directory (then its
 * entries count) or not exist yet. Directories are watched, never files: a file that is replaced by renaming takes
 * a watch of its own with it. What can't be watched is left to the poll.
 */
export function watchPaths(
  files: Files,
  paths: readonly string[],
  onChange: (path: string) => void,
): PathWatch {
  const watches = new Map<string, DirectoryWatch>();
  let closed = false;
  let rearming: NodeJS.Immediate | undefined;

  function onEvent(directory: string, kind: string, entry: string | null): void {
    const concerned = watches
      .get(directory)
      ?.interests.filter((interest) => matches(interest, directory, entry));
    if (!concerned || concerned.length === 0) return;
    if (kind === 'rename') rearmOnce();
    for (const path of new Set(concerned.map(({ path }) => path))) onChange(path);
  }

  function open(directory: string, interests: Interest[], inode: number): void {
    try {
      const watcher = watch(directory, { persistent: false }, (kind, entry) =>
        onEvent(directory, kind, entry),
      );
      watcher.on('error', () => drop(directory));
      watches.set(directory, { inode, watcher, interests });
    } catch {
      // Gone again, not readable, or no watches left on this system: the poll still sees it.
    }
  }

  function drop(directory: string): void {
    watches.get(directory)?.watcher.close();
    watches.delete(directory);
  }

  function rearm(): void {
    if (closed) return;
    const wanted = findInterests(files, paths);
    for (const directory of [...watches.keys()]) if (!wanted.has(directory)) drop(directory);
    for (const [directory, interests] of wanted) {
      const inode = inodeOf(directory);
      const present = watches.get(directory);
      if (present && present.inode === inode) present.interests = interests;
      else if (inode !== undefined) {
        drop(directory);
        open(directory, interests, inode);
      }
    }
  }

  /** A package manager renames hundreds of files in one go; whoever looks waits longer than this for quiet. */
  function rearmOnce(): void {
    if (rearming) return;
    rearming = setImmediate(() => {
      rearming = undefined;
      rearm();
    });
  }

  rearm();
  return {
    rearm,
    close() {
      closed = true;
      for (const directory of [...watches.keys()]) drop(directory);
    },
  };
}

/** A directory that goes away reports its own name; without a name it may be anything. */
function matches({ entry }: Interest, directory: string, changed: string | null): boolean {
  return (
    entry === undefined || changed === null || changed === entry || changed === posix.basename(directory)
  );
}

/** For each path its nearest existing directory above, and itself if it is one. */
function findInterests(files: Files, paths: readonly string[]): Map<string, Interest[]> {
  const interests = new Map<string, Interest[]>();
  const add = (directory: string, interest: Interest) => {
    interests.set(directory, [...(interests.get(directory) ?? []), interest]);
  };
  for (const path of paths) {
    let entry = posix.basename(path);
    let above = posix.dirname(path);
    while (above !== '/' && inodeOf(files.onThisSystem(above)) === undefined) {
      entry = posix.basename(above);
      above = posix.dirname(above);
    }
    add(files.onThisSystem(above), { entry, path });
    if (inodeOf(files.onThisSystem(path)) !== undefined) add(files.onThisSystem(path), { path });
  }
  return interests;
}

/** @returns undefined if it is not a directory that we can see */
function inodeOf(directory: string): number | undefined {
  try {
    const found = statSync(directory, { throwIfNoEntry: false });
    return found?.isDirectory() ? found.ino : undefined;
  } catch {
    return undefined;
  }
}
