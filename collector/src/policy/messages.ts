import type {
  AgentState,
  Browser,
  Browsers,
  DiskEncryption,
  Edr,
  EdrEvidence,
  EdrProduct,
  Firewall,
  Hardware,
  IdentityBindings,
  JudgedAttestation,
  KernelIntegrity,
  LocalAdmins,
  Mdm,
  MdmEnrollment,
  Os,
  Platform,
  ProbeHealth,
  RebootPending,
  RemoteAccess,
  RemoteAccessService,
  ScreenLock,
  SecureBoot,
  Tpm,
  Updates,
  Volume,
} from '@assay/shared';
import type { OsSupport } from '../reference-values/os-support.ts';

/** What a condition knows of the device itself. */
export interface DeviceFacts {
  platform: Platform;
}

/** With what the collector finds of the statements in it. */
export type JudgedEdr = Omit<Edr, 'attestations'> & { attestations?: JudgedAttestation[] };

interface Messages {
  Device: DeviceFacts;
  Os: Os;
  OsSupport: OsSupport;
  Updates: Updates;
  RebootPending: RebootPending;
  Volume: Volume;
  DiskEncryption: DiskEncryption;
  EdrEvidence: EdrEvidence;
  EdrProduct: EdrProduct;
  EdrAttestation: JudgedAttestation;
  Edr: JudgedEdr;
  Firewall: Firewall;
  SecureBoot: SecureBoot;
  ScreenLock: ScreenLock;
  Tpm: Tpm;
  KernelIntegrity: KernelIntegrity;
  Hardware: Hardware;
  LocalAdmins: LocalAdmins;
  RemoteAccessService: RemoteAccessService;
  RemoteAccess: RemoteAccess;
  MdmEnrollment: MdmEnrollment;
  Mdm: Mdm;
  Identity: IdentityBindings;
  Browser: Browser;
  Browsers: Browsers;
  ProbeHealth: ProbeHealth;
  Agent: AgentState;
}
export type MessageName = keyof Messages;

/** The name of the message that a value's type is. */
export type NameOf<T> = {
  [M in MessageName]: [T, Messages[M]] extends [Messages[M], T] ? M : never;
}[MessageName];
type CelType<T> = [T] extends [boolean]
  ? 'bool'
  : [T] extends [number]
    ? 'int'
    : [T] extends [string]
      ? TextType<T>
      : [T] extends [string[]]
        ? 'list<string>'
        : [T] extends [(infer E)[]]
          ? `list<${NameOf<E>}>`
          : NameOf<T>;
// A text that can only be one of a few is told by listing them: the compiler holds the list complete.
type TextType<T extends string> = string extends T ? 'string' : { readonly [V in T]: true };
type Fields<T> = { readonly [K in keyof T]-?: CelType<NonNullable<T[K]>> };

/**
 * The CEL type of every field of every message, or the values of one that is a text of a closed list. The compiler holds it equal to the signal types: a field that
 * is added, renamed or retyped there is an error here.
 */
export const MESSAGES: { readonly [M in MessageName]: Fields<Messages[M]> } = {
  Device: { platform: { linux: true, macos: true, windows: true } },
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
    supplement: 'string',
    extended_support: 'bool',
  },
  OsSupport: {
    status: { supported: true, ended: true, unlisted: true },
    release: 'string',
    ends_on: 'string',
    latest: 'string',
    data_date: 'string',
  },
  Updates: {
    source: 'string',
    pending: 'int',
    pending_security: 'int',
    index_age_s: 'int',
    last_change_ms: 'int',
    automatic: 'bool',
    evidence: 'list<string>',
  },
  RebootPending: { pending: 'bool', reasons: 'list<string>' },
  Volume: {
    mount: 'string',
    role: { system: true, home: true, boot: true, esp: true, swap: true, data: true },
    device: 'string',
    filesystem: 'string',
    encrypted: 'bool',
    state: { encrypted: true, not_encrypted: true, converting: true, unknown: true },
    method: 'string',
    basis: 'string',
    notes: 'list<string>',
    protection_on: 'bool',
    progress_percent: 'int',
  },
  DiskEncryption: { system_volume: 'Volume', volumes: 'list<Volume>' },
  EdrEvidence: {
    kind: {
      installed: true,
      enabled: true,
      running: true,
      healthy: true,
      connected: true,
      signature: true,
      contradiction: true,
    },
    basis: 'string',
  },
  EdrProduct: {
    product: 'string',
    vendor: 'string',
    kind: { edr: true, antivirus: true, telemetry: true },
    installed: 'bool',
    running: 'bool',
    healthy: 'bool',
    version: 'string',
    connected: 'bool',
    definitions_age_s: 'int',
    tamper_protection: 'bool',
    mode: { active: true, passive: true, reduced: true, off: true },
    device_id: 'string',
    evidence: 'list<EdrEvidence>',
  },
  EdrAttestation: {
    product: 'string',
    format: { crowdstrike_zta: true },
    token: 'string',
    source: { 'edr:crowdstrike': true },
    algorithm: 'string',
    key_id: 'string',
    overall: 'int',
    os: 'int',
    sensor_config: 'int',
    device_id: 'string',
    serial: 'string',
    issued_at_ms: 'int',
    expires_at_ms: 'int',
    agrees: 'list<string>',
    contradicts: 'list<string>',
    verification: { verified: true, unverified: true, invalid: true },
    verification_reason: 'string',
  },
  Edr: { products: 'list<EdrProduct>', attestations: 'list<EdrAttestation>' },
  Firewall: { enabled: 'bool', backend: 'string', evidence: 'list<string>' },
  ScreenLock: {
    enabled: 'bool',
    idle_timeout_s: 'int',
    lock_delay_s: 'int',
    enforced: 'bool',
    source: 'string',
    evidence: 'list<string>',
  },
  SecureBoot: {
    enabled: 'bool',
    setup_mode: 'bool',
    loader_validation: 'bool',
    level: { full: true, reduced: true, permissive: true },
  },
  Tpm: { version: 'string', manufacturer: 'string', kind: { tpm: true, secure_enclave: true } },
  KernelIntegrity: {
    lockdown: { none: true, integrity: true, confidentiality: true },
    security_modules: 'list<string>',
    mandatory_access: { enforcing: true, permissive: true, off: true },
    module_signatures: 'bool',
    taint: 'int',
    taint_reasons: 'list<string>',
    system_integrity_protection: 'bool',
    sealed_system: 'bool',
    gatekeeper: 'bool',
    malware_definitions: 'string',
    virtualization_security: 'bool',
    code_integrity: 'bool',
    credential_guard: 'bool',
    test_signing: 'bool',
    kernel_debug: 'bool',
    developer_mode: 'bool',
    lsa_protection: 'bool',
    uac: 'bool',
    evidence: 'list<string>',
  },
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
  LocalAdmins: {
    accounts: 'list<string>',
    sudo_rules: 'bool',
    automatic_login: 'bool',
    guest_account: 'bool',
    root_login: { locked: true, password: true, no_password: true },
  },
  RemoteAccessService: { service: 'string', port: 'int', basis: 'string' },
  RemoteAccess: { services: 'list<RemoteAccessService>' },
  MdmEnrollment: {
    product: 'string',
    enrolled: 'bool',
    server: 'string',
    device_id: 'string',
    enrolled_at_ms: 'int',
    automated: 'bool',
    user_approved: 'bool',
    evidence: 'list<string>',
  },
  Mdm: { enrolled: 'bool', enrollments: 'list<MdmEnrollment>' },
  Identity: {
    entra_device_id: 'string',
    entra_tenant_id: 'string',
    join: { entra_joined: true, entra_hybrid: true, entra_registered: true, domain: true, none: true },
    domain: 'string',
    intune_device_id: 'string',
    jamf_udid: 'string',
    serial: 'string',
    primary_user: 'string',
    primary_user_basis: 'string',
    evidence: 'list<string>',
  },
  Browser: { browser: 'string', name: 'string', version: 'string', managed: 'bool', basis: 'string' },
  Browsers: { browsers: 'list<Browser>' },
  ProbeHealth: { signal: 'string', crashed: 'int', timed_out: 'int', last: 'string' },
  Agent: {
    version: 'string',
    key_storage: { tpm: true, secure_enclave: true, pcp: true, software: true, file: true },
    inspected_root: 'string',
    failed_probes: 'int',
    code_hash: 'string',
    probes: 'list<ProbeHealth>',
  },
};

export const isMessage = (type: string): type is MessageName => Object.hasOwn(MESSAGES, type);
