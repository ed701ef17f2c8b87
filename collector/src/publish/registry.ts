import Value from 'typebox/value';
import { ssfKind } from './ssf/stream.ts';
import type { TargetKind } from './target.ts';
import { webhookKind } from './webhook.ts';

/** Kinds of targets by name. */
export type TargetKinds = ReadonlyMap<string, TargetKind>;

/** @throws Error when two kinds have one name. */
export function createRegistry(kinds: readonly TargetKind[]): TargetKinds {
  const byName = new Map(kinds.map((kind) => [kind.kind, kind]));
  if (byName.size !== kinds.length) throw new Error('expected every kind of target to have its own name');
  return byName;
}

/** Every kind that comes with the collector. */
export const targetKinds: TargetKinds = createRegistry([webhookKind, ssfKind] as TargetKind[]);

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
