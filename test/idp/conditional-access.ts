import type { CaepEvent, Circumstances, Compliance, Risk } from './caep-events.ts';

/** The newest thing told about one aspect of a device. */
export interface Told<T> {
  value: T;
  /** When it happened: milliseconds since 1970 UTC, the transmitter's clock. */
  at: number;
  reasonUser: string | null;
  reasonAdmin: string | null;
}

export interface KnownDevice {
  id: string;
  owner: { email: string; at: number } | null;
  compliance: Told<Compliance> | null;
  risk: Told<Risk> | null;
}

/** Every device that an event was about, by id. */
export type KnownDevices = ReadonlyMap<string, KnownDevice>;

/** Why one device keeps its owner out. */
export interface Refusal {
  deviceId: string | null;
  /** One sentence or more for its owner. */
  reason: string;
  since: number | null;
}

export type Decision =
  | { allowed: true; because: string }
  | { allowed: false; headline: string; refusals: Refusal[]; whatToDo: string[] };

/**
 * Events are told in any order and more than once. What happened later wins; of two at the same moment the
 * one that arrived later.
 */
const newest = <T extends { at: number }>(old: T | null, told: T): T =>
  old && old.at > told.at ? old : told;

const toTold = <T>(value: T, { at, reasonUser, reasonAdmin }: Circumstances): Told<T> => ({
  value,
  at,
  reasonUser,
  reasonAdmin,
});

/** What is known after an event. Pure: the map given is not changed. */
export function learn(devices: KnownDevices, event: CaepEvent): KnownDevices {
  if (event.kind === 'verification') return devices;
  const old = devices.get(event.deviceId) ?? {
    id: event.deviceId,
    owner: null,
    compliance: null,
    risk: null,
  };
  if (event.kind === 'session-revoked') return withoutOwner(devices, old, event);
  const device: KnownDevice = {
    ...old,
    owner: event.owner === null ? old.owner : newest(old.owner, { email: event.owner, at: event.at }),
    ...(event.kind === 'compliance'
      ? { compliance: newest(old.compliance, toTold(event.current, event)) }
      : { risk: newest(old.risk, toTold(event.current, event)) }),
  };
  return new Map(devices).set(device.id, device);
}

/**
 * A session is revoked where a device is gone, or theirs no more: from then on it speaks neither for nor against its
 * owner. What happened before is told late sometimes, and changes nothing.
 */
function withoutOwner(devices: KnownDevices, old: KnownDevice, { owner, at }: Circumstances): KnownDevices {
  if (!old.owner || old.owner.at > at || (owner !== null && owner !== old.owner.email)) return devices;
  return new Map(devices).set(old.id, { ...old, owner: null });
}

/** The devices of one person, oldest id first. E-mail addresses are compared without regard to case. */
export function devicesOf(devices: KnownDevices, email: string): KnownDevice[] {
  const owner = email.toLowerCase();
  return [...devices.values()]
    .filter((device) => device.owner?.email === owner)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A device is in order when it was told to be compliant, and not told to be of high risk. */
function toRefusal({ id, compliance, risk }: KnownDevice): Refusal | null {
  if (compliance?.value === 'not-compliant') {
    const reason = compliance.reasonUser ?? 'It does not meet the security requirements.';
    return { deviceId: id, reason, since: compliance.at };
  }
  if (risk?.value === 'HIGH') {
    return { deviceId: id, reason: risk.reasonUser ?? 'It was found to be at high risk.', since: risk.at };
  }
  if (!compliance) {
    const reason = 'Nobody has told yet whether it meets the security requirements.';
    return { deviceId: id, reason, since: risk?.at ?? null };
  }
  return null;
}

const UNKNOWN: Decision = {
  allowed: false,
  headline: 'No device of yours is known here.',
  refusals: [
    { deviceId: null, reason: 'Only people with a company device that is checked may sign in.', since: null },
  ],
  whatToDo: [
    'Sign in from the laptop that your company gave you.',
    'If this is that laptop: run “assay-agent status” there. It says whether the laptop is enrolled and reporting.',
    'Not enrolled? Ask your IT team for a join string and run “assay-agent enroll”.',
  ],
};

/**
 * The rule of this identity provider: a person may sign in when at least one device of theirs is known and
 * every known one is in order. Whoever holds a broken laptop besides a good one is refused: sessions on both
 * look alike from here.
 */
export function decide(devices: KnownDevices, email: string): Decision {
  const own = devicesOf(devices, email);
  if (own.length === 0) return UNKNOWN;
  const refusals = own.map(toRefusal).filter((refusal) => refusal !== null);
  if (refusals.length === 0) {
    const because =
      own.length === 1 ? 'Your device is in order.' : `All ${own.length} devices of yours are in order.`;
    return { allowed: true, because };
  }
  return {
    allowed: false,
    headline: 'Your device does not meet the security requirements.',
    refusals,
    whatToDo: [
      'Mend what is named above. “assay-agent status” on the device says how, step by step.',
      'Then wait a moment: the device notices by itself, and this page lets you in.',
    ],
  };
}
