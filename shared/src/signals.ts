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

export interface Os {
  id: string;
  name: string;
  version?: string;
  id_like: string[];
  variant?: string;
  build?: string;
  arch: string;
  kernel: string;
  newest_kernel?: string;
  support_end?: string;
}

export interface RebootPending {
  pending: boolean;
  reasons: string[];
}

export interface Volume {
  mount: string;
  role: 'system' | 'home' | 'boot' | 'esp' | 'swap' | 'data';
  device: string;
  filesystem: string;
  /** Missing: could not be told. */
  encrypted?: boolean;
  state: 'encrypted' | 'not_encrypted' | 'converting' | 'unknown';
  method?: string;
  basis: string;
  notes: string[];
}

export interface DiskEncryption {
  system_volume: Volume;
  volumes: Volume[];
}

export interface EdrProduct {
  product: string;
  vendor: string;
  kind: 'edr' | 'antivirus' | 'telemetry';
  installed: boolean;
  running?: boolean;
  healthy?: boolean;
  version?: string;
  evidence: string[];
}

export interface Edr {
  products: EdrProduct[];
}

export interface Firewall {
  enabled: boolean;
  backend: string;
  evidence: string[];
}

export interface SecureBoot {
  enabled: boolean;
  setup_mode: boolean;
  loader_validation?: boolean;
}

export interface Tpm {
  version: string;
  manufacturer?: string;
}

export interface Hardware {
  hostname: string;
  serial?: string;
  uuid?: string;
  vendor?: string;
  model?: string;
  firmware?: string;
  machine_id?: string;
  virtual: boolean;
  memory_bytes: number;
  problems: string[];
}

export interface LocalAdmins {
  accounts: string[];
  sudo_rules: boolean;
}

export interface RemoteAccessService {
  service: string;
  port: number;
  basis: string;
}

export interface RemoteAccess {
  services: RemoteAccessService[];
}

export interface AgentState {
  version: string;
  key_storage: KeyStorage;
  inspected_root: string;
  failed_probes: number;
}

export type KeyStorage = 'tpm' | 'secure_enclave' | 'pcp' | 'software' | 'file';

/**
 * The vocabulary: signal name → its value when the status is *ok*. Names and fields are spelled as in
 * proto/assay/v1/signals.proto, in policy, API and console too, so that one search finds everything.
 */
export interface SignalValues {
  os: Os;
  reboot_pending: RebootPending;
  disk_encryption: DiskEncryption;
  edr: Edr;
  firewall: Firewall;
  secure_boot: SecureBoot;
  tpm: Tpm;
  hardware: Hardware;
  local_admins: LocalAdmins;
  remote_access: RemoteAccess;
  agent: AgentState;
}

export type SignalName = keyof SignalValues;

/** Every signal, in the order people read them. */
export const SIGNAL_NAMES = [
  'os',
  'reboot_pending',
  'disk_encryption',
  'edr',
  'firewall',
  'secure_boot',
  'tpm',
  'hardware',
  'local_admins',
  'remote_access',
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
