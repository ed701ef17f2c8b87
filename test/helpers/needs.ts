import { accessSync, constants } from 'node:fs';
import { describe } from 'vitest';

/** A program that tests need and npm does not bring. */
export interface Need {
  /** Absolute path. */
  program: string;
  /** Debian's package that has it. */
  debian: string;
}

/**
 * `describe` where a program is there. Elsewhere its tests are left out, and their title says what to install; on
 * CI (`CI=true`) nothing may be left out unseen, so there the file fails.
 */
export function needs({ program, debian }: Need): (name: string, tests: () => void) => void {
  if (isThere(program)) return describe;
  const reason = `needs ${program}: apt-get install ${debian}`;
  if (process.env.CI === 'true') throw new Error(reason);
  return (name, tests) => describe.skip(`${name} [${reason}]`, tests);
}

function isThere(program: string): boolean {
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
