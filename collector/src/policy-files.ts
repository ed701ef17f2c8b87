import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { AssayError } from '@assay/shared';
import type { IncludeReader } from './policy/include/include.ts';
import { loadPolicy, policyText } from './policy/load.ts';
import type { Policy } from './policy/policy.ts';
import { PolicyError } from './policy/problems.ts';
import type { PolicySource } from './rollout/active-policy.ts';

const BUILT_IN = join(import.meta.dirname, 'policy/built-in');

/** The policy that judges as long as nobody chose another. */
export const BASELINE = join(BUILT_IN, 'baseline.yaml');

/** @throws AssayError `policy_invalid` when the file cannot be read */
function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new AssayError('policy_invalid', `cannot read ${file}: ${(cause as Error).message}`, { cause });
  }
}

/**
 * Reads a policy with all that it includes from the directory that it is in, and below.
 * @throws AssayError `policy_invalid` when the file cannot be read
 * @throws PolicyError
 */
export const loadPolicyFile = (file: string, name = file): Policy =>
  loadPolicy(readText(file), name, readerIn(dirname(file)));

/**
 * A policy file as one text that needs no other: as it is written, unless it includes something.
 * @throws AssayError `policy_invalid` when it cannot be read, or something is wrong with it while including
 */
export function readPolicyFile(file: string, name = file): PolicySource {
  const text = readText(file);
  try {
    const policy = loadPolicyFile(file, name);
    return { file: name, text: policy.files.length > 1 ? policyText(policy) : text };
  } catch (cause) {
    if (!(cause instanceof PolicyError)) throw cause;
    throw new AssayError('policy_invalid', `cannot use the policy ${name}: ${cause.message}`, { cause });
  }
}

// Where links lead counts: a document includes nothing of another directory by them.
function readerIn(directory: string): IncludeReader {
  return (name) => {
    const builtIn = /^assay:([a-z]+)$/.exec(name)?.[1];
    const base = realpathSync(builtIn ? BUILT_IN : directory);
    const wanted = join(base, builtIn ? `${builtIn}.yaml` : name);
    try {
      const file = realpathSync(wanted);
      const below = relative(base, file);
      if (below === '..' || below.startsWith(`..${sep}`))
        throw new Error('it is a link out of the directory');
      return readFileSync(file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  };
}
