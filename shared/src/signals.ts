import type {
  AgentState,
  Browsers,
  DiskEncryption,
  Edr,
  Firewall,
  Hardware,
  IdentityBindings,
  KernelIntegrity,
  LocalAdmins,
  Mdm,
  Os,
  RebootPending,
  RemoteAccess,
  ScreenLock,
  SecureBoot,
  Tpm,
  Updates,
} from './signal-values.ts';

export type * from './signal-values.ts';

/** What a probe says when it cannot tell; the words of proto/assay/v1/signals.proto. */
export const UNKNOWN_REASONS = [
  'not_supported',
  'tool_missing',
  'permission',
  'timeout',
  'exit',
  'unparsed',
  'stale',
  'conflict',
  'namespace',
  'session',
  'crashed',
] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/**
 * The vocabulary: signal name → its value when the status is *ok*. Names and fields are spelled as in
 * proto/assay/v1/signals.proto, in policy, API and console too, so that one search finds everything.
 */
export interface SignalValues {
  os: Os;
  updates: Updates;
  reboot_pending: RebootPending;
  disk_encryption: DiskEncryption;
  edr: Edr;
  firewall: Firewall;
  screen_lock: ScreenLock;
  secure_boot: SecureBoot;
  tpm: Tpm;
  kernel_integrity: KernelIntegrity;
  remote_access: RemoteAccess;
  local_admins: LocalAdmins;
  mdm: Mdm;
  identity: IdentityBindings;
  hardware: Hardware;
  browsers: Browsers;
  agent: AgentState;
}

export type SignalName = keyof SignalValues;

/** Every signal, in the order people read them. */
export const SIGNAL_NAMES = [
  'os',
  'updates',
  'reboot_pending',
  'disk_encryption',
  'edr',
  'firewall',
  'screen_lock',
  'secure_boot',
  'tpm',
  'kernel_integrity',
  'remote_access',
  'local_admins',
  'mdm',
  'identity',
  'hardware',
  'browsers',
  'agent',
] as const satisfies readonly SignalName[];

/** What an observation found, before it has a time: what a probe returns. */
export type Outcome<T> =
  | { status: 'ok'; value: T }
  | { status: 'absent'; detail: string }
  | { status: 'unknown'; reason: UnknownReason; detail: string };

/** One typed observation. `observedAt` is the observer's clock, milliseconds since 1970 UTC. */
export type Signal<T = unknown> = Outcome<T> & { observedAt: number };

/** A device's signals; a name that is missing was never reported. */
export type Signals = { [N in SignalName]?: Signal<SignalValues[N]> };

export const ok = <T>(value: T): Outcome<T> => ({ status: 'ok', value });
export const absent = (detail: string): Outcome<never> => ({ status: 'absent', detail });
export const unknown = (reason: UnknownReason, detail: string): Outcome<never> => ({
  status: 'unknown',
  reason,
  detail,
});
