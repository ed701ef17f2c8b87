import type { TargetKinds } from './kinds.ts';
import { ssfKind } from './ssf/stream.ts';
import type { TargetKind } from './target.ts';
import { webhookKind } from './webhook.ts';

/** @throws Error when two kinds have one name. */
export function createRegistry(kinds: readonly TargetKind[]): TargetKinds {
  const byName = new Map(kinds.map((kind) => [kind.kind, kind]));
  if (byName.size !== kinds.length) throw new Error('expected every kind of target to have its own name');
  return byName;
}

/** Every kind that comes with the collector. */
export const targetKinds: TargetKinds = createRegistry([webhookKind, ssfKind] as TargetKind[]);
