import { type Outcome, unknown } from '@assay/shared';

/** Why a file could not be read: `missing` is proof of absence, `denied` is not. */
export type FileProblem = 'missing' | 'denied' | 'too_big' | 'not_a_file' | 'unreadable';

/** A read that failed, with the path as the probe asked for it. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly problem: FileProblem;
  readonly path: string;

  constructor(problem: FileProblem, path: string, cause?: unknown) {
    super(`${path}: ${problem.replaceAll('_', ' ')}`, { cause });
    this.problem = problem;
    this.path = path;
  }
}

const BY_CODE: Record<string, FileProblem> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENXIO: 'missing',
  ENODEV: 'missing',
  // A process that ended while its /proc entry was being read.
  ESRCH: 'missing',
  EACCES: 'denied',
  EPERM: 'denied',
  EISDIR: 'not_a_file',
};

/** Maps the system's error codes; what is already a `FileError` stays as it is. */
export function toFileError(path: string, error: unknown): FileError {
  if (error instanceof FileError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new FileError(BY_CODE[code] ?? 'unreadable', path, error);
}

/** The value, or undefined when the file is certainly not there; every other problem still throws. */
export async function ifThere<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof FileError && error.problem === 'missing') return undefined;
    throw error;
  }
}

/** The value, or undefined for whatever reason: for evidence that only corroborates. */
export async function ifReadable<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

/** Looks that tell whether they saw all there is. */
export interface Looks {
  /** The value, or undefined for whatever reason. */
  at<T>(reading: Promise<T>): Promise<T | undefined>;
  /** False: something may be there that could not be read, so that finding nothing is no proof. */
  hasSeenAll(): boolean;
}

/** @param proofs problems that say there is nothing to see */
export function createLooks(proofs: readonly FileProblem[] = ['missing']): Looks {
  let hasSeenAll = true;
  return {
    async at(reading) {
      try {
        return await reading;
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        if (!proofs.includes(error.problem)) hasSeenAll = false;
        return undefined;
      }
    },
    hasSeenAll: () => hasSeenAll,
  };
}

/** A file problem as a probe's answer; anything else is thrown on: a fault of ours, not of the machine. */
export function fileProblemToOutcome(error: unknown): Outcome<never> {
  if (!(error instanceof FileError)) throw error;
  if (error.problem === 'denied') return unknown('permission', `may not read ${error.path}`);
  if (error.problem === 'missing') return unknown('namespace', `no ${error.path}`);
  return unknown('unparsed', error.message);
}
