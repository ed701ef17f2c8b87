import { readFileSync } from 'node:fs';
import { AssayError } from '@assay/shared';
import { Option } from '@commander-js/extra-typings';
import type { Policy } from '../../policy/policy.ts';
import { type PolicySource, readPolicy } from '../../rollout/active-policy.ts';

/** A policy file as it is sent to the collector. @throws AssayError `policy_invalid` when it cannot be read */
export function readSource(file: string): PolicySource {
  try {
    return { file, text: readFileSync(file, 'utf8') };
  } catch (cause) {
    throw new AssayError('policy_invalid', `cannot read ${file}: ${(cause as Error).message}`, { cause });
  }
}

/** Errors are found here, by file and line, before the collector is asked. @throws AssayError `policy_invalid` */
export function readChecked(file: string): { source: PolicySource; policy: Policy } {
  const source = readSource(file);
  return { source, policy: readPolicy(source) };
}

export const reasonOption = () =>
  new Option('--reason <text>', 'why; kept with the version for ever').makeOptionMandatory();

/** A hash as people read it. */
export const shortHash = (hash: string): string => hash.slice(0, 'sha256:'.length + 12);
