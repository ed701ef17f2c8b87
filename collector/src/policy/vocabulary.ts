import type {
  AgentState,
  DiskEncryption,
  Edr,
  EdrProduct,
  Firewall,
  Hardware,
  LocalAdmins,
  Os,
  Platform,
  RebootPending,
  RemoteAccess,
  RemoteAccessService,
  SecureBoot,
  SignalName,
  SignalValues,
  Tpm,
  Volume,
} from '@assay/shared';
import type { OsSupport } from '../reference-values/os-support.ts';

/** What a condition knows of the device itself. */
interface DeviceFacts {
  platform: Platform;
}

/** Everything a condition may name: every signal, the device, and what is derived from signals. */
export type Variables = SignalValues & { device: DeviceFacts; os_support: OsSupport };
export type VariableName = keyof Variables;

interface Messages {
  Device: DeviceFacts;
  Os: Os;
  OsSupport: OsSupport;
  RebootPending: RebootPending;
  Volume: Volume;
  DiskEncryption: DiskEncryption;
  EdrProduct: EdrProduct;
  Edr: Edr;
  Firewall: Firewall;
  SecureBoot: SecureBoot;
  Tpm: Tpm;
  Hardware: Hardware;
  LocalAdmins: LocalAdmins;
  RemoteAccessService: RemoteAccessService;
  RemoteAccess: RemoteAccess;
  Agent: AgentState;
}
export type MessageName = keyof Messages;

type NameOf<T> = {
  [M in MessageName]: [T, Messages[M]] extends [Messages[M], T] ? M : never;
}[MessageName];
type CelType<T> = [T] extends [boolean]
  ? 'bool'
  : [T] extends [number]
    ? 'int'
    : [T] extends [string]
      ? 'string'
      : [T] extends [string[]]
        ? 'list<string>'
        : [T] extends [(infer E)[]]
          ? `list<${NameOf<E>}>`
          : NameOf<T>;
type Fields<T> = { readonly [K in keyof T]-?: CelType<NonNullable<T[K]>> };

/**
 * The CEL type of every field of every message. The compiler holds it equal to the signal types: a field that
 * is added, renamed or retyped there is an error here.
 */
export const MESSAGES: { readonly [M in MessageName]: Fields<Messages[M]> } = {
  Device: { platform: 'string' },
  Os: {
    id: 'string',
    name: 'string',
    version: 'string',
    id_like: 'list<string>',
    variant: 'string',
    build: 'string',
    arch: 'string',
    kernel: 'string',
    newest_kernel: 'string',
    support_end: 'string',
  },
  OsSupport: {
    status: 'string',
    release: 'string',
    ends_on: 'string',
    latest: 'string',
    data_date: 'string',
  },
  RebootPending: { pending: 'bool', reasons: 'list<string>' },
  Volume: {
    mount: 'string',
    role: 'string',
    device: 'string',
    filesystem: 'string',
    encrypted: 'bool',
    state: 'string',
    method: 'string',
    basis: 'string',
    notes: 'list<string>',
  },
  DiskEncryption: { system_volume: 'Volume', volumes: 'list<Volume>' },
  EdrProduct: {
    product: 'string',
    vendor: 'string',
    kind: 'string',
    installed: 'bool',
    running: 'bool',
    healthy: 'bool',
    version: 'string',
    evidence: 'list<string>',
  },
  Edr: { products: 'list<EdrProduct>' },
  Firewall: { enabled: 'bool', backend: 'string', evidence: 'list<string>' },
  SecureBoot: { enabled: 'bool', setup_mode: 'bool', loader_validation: 'bool' },
  Tpm: { version: 'string', manufacturer: 'string' },
  Hardware: {
    hostname: 'string',
    serial: 'string',
    uuid: 'string',
    vendor: 'string',
    model: 'string',
    firmware: 'string',
    machine_id: 'string',
    virtual: 'bool',
    memory_bytes: 'int',
    problems: 'list<string>',
  },
  LocalAdmins: { accounts: 'list<string>', sudo_rules: 'bool' },
  RemoteAccessService: { service: 'string', port: 'int', basis: 'string' },
  RemoteAccess: { services: 'list<RemoteAccessService>' },
  Agent: {
    version: 'string',
    key_storage: 'string',
    inspected_root: 'string',
    failed_probes: 'int',
  },
};

/** The message type of each variable. */
export const VARIABLES: { readonly [V in VariableName]: NameOf<Variables[V]> } = {
  device: 'Device',
  os_support: 'OsSupport',
  os: 'Os',
  reboot_pending: 'RebootPending',
  disk_encryption: 'DiskEncryption',
  edr: 'Edr',
  firewall: 'Firewall',
  secure_boot: 'SecureBoot',
  tpm: 'Tpm',
  hardware: 'Hardware',
  local_admins: 'LocalAdmins',
  remote_access: 'RemoteAccess',
  agent: 'Agent',
};

/** The signal a variable's value comes from; null for what the collector itself knows. */
export function signalOf(variable: VariableName): SignalName | null {
  if (variable === 'device') return null;
  return variable === 'os_support' ? 'os' : variable;
}

export const isVariable = (name: string): name is VariableName => Object.hasOwn(VARIABLES, name);
