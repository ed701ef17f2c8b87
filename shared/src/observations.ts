import { type assay, wire } from '@assay/proto';
import { AssayError } from './errors.ts';
import { LIMITS } from './limits.ts';
import {
  SIGNAL_NAMES,
  type Signal,
  type SignalName,
  type Signals,
  UNKNOWN_REASONS,
  type UnknownReason,
} from './signals.ts';
import { dropUntold, nameUntold } from './untold.ts';

interface MessageClass {
  fromObject(value: object): object;
  toObject(message: object, options: object): Record<string, unknown>;
}

// The value messages are named after their signals: disk_encryption ↔ DiskEncryption.
const pascalCase = (name: string) =>
  name.replace(/(^|_)(.)/g, (_, __, letter: string) => letter.toUpperCase());
const MESSAGES = Object.fromEntries(
  SIGNAL_NAMES.map((name) => [name, (wire as unknown as Record<string, MessageClass>)[pascalCase(name)]]),
) as Record<SignalName, MessageClass>;

const PLAIN = { defaults: true, arrays: true } as const;
const NAMES = new Set<string>(SIGNAL_NAMES);
const REASONS = new Set<string>(UNKNOWN_REASONS);

/** A signal's value as its message. */
export const toMessage = (name: SignalName, value: object): object =>
  MESSAGES[name].fromObject(nameUntold(name, value));

/** A signal's value from its message. */
export const fromMessage = (name: SignalName, message: object): object =>
  dropUntold(name, MESSAGES[name].toObject(message, PLAIN));

/** Signals as they go on the wire. */
export function toObservations(signals: Signals): assay.v1.IObservation[] {
  return SIGNAL_NAMES.flatMap((name) => {
    const signal = signals[name];
    return signal ? [toObservation(name, signal)] : [];
  });
}

function toObservation(name: SignalName, signal: Signal): assay.v1.IObservation {
  const head = { name: wire.SignalName[name], observed_at_ms: signal.observedAt };
  switch (signal.status) {
    case 'ok':
      return { ...head, [name]: toMessage(name, signal.value as object) };
    case 'absent':
      return { ...head, absent: { detail: signal.detail } };
    case 'unknown':
      return { ...head, unknown: { reason: wire.UnknownReason[signal.reason], detail: signal.detail } };
  }
}

/**
 * Signals from the wire. Names that a newer agent knows and we don't are passed over.
 * @throws AssayError `frame_malformed` for a name twice, too many, or an outcome that is not the name's
 */
export function fromObservations(observations: readonly assay.v1.IObservation[]): Signals {
  if (observations.length > LIMITS.maxSignals) {
    throw new AssayError(
      'frame_malformed',
      `expected at most ${LIMITS.maxSignals} signals, got ${observations.length}`,
    );
  }
  const signals: Partial<Record<SignalName, Signal>> = {};
  for (const observation of observations) {
    const known = knownSignalName(observation.name);
    if (!known) continue;
    if (signals[known]) throw new AssayError('frame_malformed', `signal ${known} is in the report twice`);
    signals[known] = fromObservation(known, observation);
  }
  return signals as Signals;
}

/** Null for a number that a newer agent knows and we don't. */
export function knownSignalName(number: number | null | undefined): SignalName | null {
  const name = wire.SignalName[number ?? 0] as string | undefined;
  return name !== undefined && NAMES.has(name) ? (name as SignalName) : null;
}

/** @throws AssayError `frame_malformed` for an outcome that is not the name's */
export function fromObservation(name: SignalName, observation: assay.v1.IObservation): Signal {
  const observedAt = Number(observation.observed_at_ms ?? 0);
  if (observation.absent) return { status: 'absent', detail: observation.absent.detail ?? '', observedAt };
  if (observation.unknown) {
    const reason = wire.UnknownReason[observation.unknown.reason ?? 0] ?? '';
    return {
      status: 'unknown',
      // A reason that a newer agent knows is still "could not tell".
      reason: REASONS.has(reason) ? (reason as UnknownReason) : 'unparsed',
      detail: observation.unknown.detail ?? '',
      observedAt,
    };
  }
  const value = observation[name];
  if (!value) throw new AssayError('frame_malformed', `signal ${name} carries no outcome of its own kind`);
  // The one message within a value that cannot be missing: whoever judges or shows it counts on it.
  if (observation.disk_encryption && !observation.disk_encryption.system_volume)
    throw new AssayError('frame_malformed', 'signal disk_encryption names no system volume');
  return { status: 'ok', value: fromMessage(name, value), observedAt };
}
