import { accessSync, constants } from 'node:fs';
import { describe } from 'vitest';

/** A program, or a package of Python's, that tests need and npm does not bring. */
export interface Need {
  /** Absolute path; of a package its directory. */
  program: string;
  /** Debian's package that has it. */
  debian: string;
}

/**
 * `describe` where all of them are there. Elsewhere the tests are left out, and their title says what to install; on
 * CI (`CI=true`) nothing may be left out unseen, so there the file fails.
 */
export function needs(...wanted: Need[]): (name: string, tests: () => void) => void {
  const missing = wanted.filter(({ program }) => !isThere(program));
  if (missing.length === 0) return describe;
  const programs = missing.map(({ program }) => program).join(', ');
  const reason = `needs ${programs}: apt-get install ${missing.map(({ debian }) => debian).join(' ')}`;
  if (process.env.CI === 'true') throw new Error(reason);
  return (name, tests) => describe.skip(`${name} [${reason}]`, tests);
}

function isThere(program: string): boolean {
  try {
    accessSync(program, program.endsWith('.so') ? constants.R_OK : constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
