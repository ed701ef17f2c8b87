// What an *ok* signal says, one type a signal; fields as in proto/assay/v1/signals.proto, where each is explained.

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
  supplement?: string;
  extended_support?: boolean;
}

export interface Updates {
  source: string;
  pending?: number;
  pending_security?: number;
  index_age_s?: number;
  last_change_ms?: number;
  automatic?: boolean;
  evidence: string[];
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
  /** False: encrypted, but the key lies open. */
  protection_on?: boolean;
  progress_percent?: number;
}

export interface DiskEncryption {
  system_volume: Volume;
  volumes: Volume[];
}

/** What one piece of evidence shows; none follows from another. */
export type EdrEvidenceKind =
  | 'installed'
  | 'enabled'
  | 'running'
  | 'healthy'
  | 'connected'
  | 'signature'
  | 'contradiction';

export interface EdrEvidence {
  kind: EdrEvidenceKind;
  basis: string;
}

export interface EdrProduct {
  product: string;
  vendor: string;
  kind: 'edr' | 'antivirus' | 'telemetry';
  installed: boolean;
  running?: boolean;
  healthy?: boolean;
  version?: string;
  connected?: boolean;
  definitions_age_s?: number;
  tamper_protection?: boolean;
  mode?: 'active' | 'passive' | 'reduced' | 'off';
  device_id?: string;
  evidence: EdrEvidence[];
}

/**
 * Another source's word on this device: what a product signed, verbatim, what can be read from it unverified, and in
 * what it agrees with what the agent sees itself.
 */
export interface EdrAttestation {
  product: string;
  format: 'crowdstrike_zta';
  token: string;
  source: 'edr:crowdstrike';
  algorithm: string;
  key_id?: string;
  overall?: number;
  os?: number;
  sensor_config?: number;
  device_id?: string;
  serial?: string;
  issued_at_ms?: number;
  expires_at_ms?: number;
  agrees: string[];
  contradicts: string[];
}

/** What the collector finds of a statement that a vendor signed. No agent can say it: it is not on the wire. */
export interface Verification {
  /** `unverified`: it could not be told, and why. */
  verification: 'verified' | 'unverified' | 'invalid';
  /** For people; missing when it is verified. */
  verification_reason?: string;
}

/** An attestation as policies see it; missing what was found: nobody has looked yet. */
export type JudgedAttestation = EdrAttestation & Partial<Verification>;

export interface Edr {
  products: EdrProduct[];
  attestations?: EdrAttestation[];
}

export interface Firewall {
  enabled: boolean;
  backend: string;
  evidence: string[];
}

export interface SecureBoot {
  enabled: boolean;
  setup_mode?: boolean;
  loader_validation?: boolean;
  level?: 'full' | 'reduced' | 'permissive';
}

export interface Tpm {
  version: string;
  manufacturer?: string;
  kind?: 'tpm' | 'secure_enclave';
}

export interface ScreenLock {
  enabled: boolean;
  idle_timeout_s?: number;
  lock_delay_s?: number;
  enforced?: boolean;
  source: string;
  evidence: string[];
}

export interface KernelIntegrity {
  lockdown?: 'none' | 'integrity' | 'confidentiality';
  security_modules?: string[];
  mandatory_access?: 'enforcing' | 'permissive' | 'off';
  module_signatures?: boolean;
  taint?: number;
  taint_reasons?: string[];
  system_integrity_protection?: boolean;
  sealed_system?: boolean;
  gatekeeper?: boolean;
  malware_definitions?: string;
  virtualization_security?: boolean;
  code_integrity?: boolean;
  credential_guard?: boolean;
  test_signing?: boolean;
  kernel_debug?: boolean;
  developer_mode?: boolean;
  lsa_protection?: boolean;
  uac?: boolean;
  evidence: string[];
}

export interface MdmEnrollment {
  product: string;
  enrolled?: boolean;
  server?: string;
  device_id?: string;
  enrolled_at_ms?: number;
  automated?: boolean;
  user_approved?: boolean;
  evidence: string[];
}

export interface Mdm {
  enrolled?: boolean;
  enrollments: MdmEnrollment[];
}

export interface IdentityBindings {
  entra_device_id?: string;
  entra_tenant_id?: string;
  join?: 'entra_joined' | 'entra_hybrid' | 'entra_registered' | 'domain' | 'none';
  domain?: string;
  intune_device_id?: string;
  jamf_udid?: string;
  serial?: string;
  primary_user?: string;
  primary_user_basis?: string;
  evidence: string[];
}

export interface Browser {
  browser: string;
  name: string;
  version?: string;
  managed?: boolean;
  basis: string;
}

export interface Browsers {
  browsers: Browser[];
}

export interface Hardware {
  hostname?: string;
  serial?: string;
  uuid?: string;
  vendor?: string;
  model?: string;
  firmware?: string;
  machine_id?: string;
  virtual?: boolean;
  memory_bytes?: number;
  problems: string[];
}

export interface LocalAdmins {
  accounts: string[];
  sudo_rules?: boolean;
  automatic_login?: boolean;
  guest_account?: boolean;
  root_login?: 'locked' | 'password' | 'no_password';
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
  code_hash?: string;
  probes?: ProbeHealth[];
}

/** A probe that failed since the agent's start. */
export interface ProbeHealth {
  signal: string;
  crashed: number;
  timed_out: number;
  last: string;
}

export type KeyStorage = 'tpm' | 'secure_enclave' | 'pcp' | 'software' | 'file';
