import { Option } from '@commander-js/extra-typings';
import type { Policy } from '../../policy/policy.ts';
import { readPolicyFile } from '../../policy-files.ts';
import { type PolicySource, readPolicy } from '../../rollout/active-policy.ts';

/** Errors are found here, by file and line, before the collector is asked. @throws AssayError `policy_invalid` */
export function readChecked(file: string): { source: PolicySource; policy: Policy } {
  const source = readPolicyFile(file);
  return { source, policy: readPolicy(source) };
}

export const reasonOption = () =>
  new Option('--reason <text>', 'why; kept with the version for ever').makeOptionMandatory();

/** A hash as people read it. */
export const shortHash = (hash: string): string => hash.slice(0, 'sha256:'.length + 12);
