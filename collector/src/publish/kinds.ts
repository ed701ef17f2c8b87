import Value from 'typebox/value';
import type { TargetKind } from './target.ts';

/** Kinds of targets by name. */
export type TargetKinds = ReadonlyMap<string, TargetKind>;

/**
 * What is wrong with a target's configuration, one sentence per field and without its values; empty when it is fit
 * for `TargetKind.create`.
 */
export function configProblems(kinds: TargetKinds, kindName: string, config: unknown): string[] {
  const kind = kinds.get(kindName);
  if (!kind) return [`unknown kind of target: expected one of ${[...kinds.keys()].join(', ')}`];
  return Value.Errors(kind.configSchema, config).map(
    (error) => `${error.instancePath || 'configuration'}: ${error.message}`,
  );
}
