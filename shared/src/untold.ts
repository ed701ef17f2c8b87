import type { SignalName, SignalValues } from './signals.ts';

type OptionalOf<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];

/**
 * Fields that can be missing of a value and, by their kind, not on the wire: there the message's `untold` names them
 * (proto/assay/v1/signals.proto).
 */
export const MAY_BE_UNTOLD: { readonly [N in SignalName]?: readonly OptionalOf<SignalValues[N]>[] } = {
  secure_boot: ['setup_mode'],
  kernel_integrity: ['security_modules', 'taint_reasons'],
  local_admins: ['sudo_rules'],
  mdm: ['enrolled'],
  hardware: ['hostname', 'virtual', 'memory_bytes'],
};

const untellableOf = (name: SignalName): readonly string[] | undefined => MAY_BE_UNTOLD[name];

/** A signal's value as it goes on the wire. */
export function nameUntold(name: SignalName, value: object): object {
  const untold = untellableOf(name)?.filter((field) => value[field as never] === undefined) ?? [];
  return untold.length > 0 ? { ...value, untold } : value;
}

/**
 * A signal's value from the wire, where nothing is missing. An agent that names nothing as untold has told everything:
 * those that did not know of it said false, zero and nothing in its place, and were judged by that.
 */
export function dropUntold(name: SignalName, value: Record<string, unknown>): object {
  const untellable = untellableOf(name);
  if (!untellable) return value;
  const named = value.untold as readonly string[];
  const untold = named.length > 0 ? untellable.filter((field) => named.includes(field)) : named;
  const told: Record<string, unknown> = {};
  for (const field in value) if (field !== 'untold' && !untold.includes(field)) told[field] = value[field];
  return told;
}
