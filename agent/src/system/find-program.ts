import { accessSync, constants, statSync } from 'node:fs';

export type FoundProgram =
  | { status: 'found'; path: string }
  | { status: 'missing' }
  | { status: 'unsafe'; detail: string };

const WRITABLE_BY_OTHERS = 0o022;

/**
 * The first candidate that is there. The agent runs as root: a program that somebody else could have replaced is
 * never run (that would hand them root), and no further candidate is tried in its place.
 */
export function findProgram(candidates: readonly string[]): FoundProgram {
  for (const path of candidates) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found?.isFile()) continue;
    // Windows' permissions are not in a mode; what is listed there lies where only installers may write.
    if (process.platform === 'win32') return { status: 'found', path };
    const ownedByUs = found.uid === 0 || found.uid === process.getuid?.();
    if (!ownedByUs || (found.mode & WRITABLE_BY_OTHERS) !== 0) {
      return { status: 'unsafe', detail: `${path} can be changed by others than root: not run` };
    }
    if (isExecutable(path)) return { status: 'found', path };
  }
  return { status: 'missing' };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
