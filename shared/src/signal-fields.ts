import type { SignalName, SignalValues } from './signals.ts';

type FieldsOf<T> = { readonly [K in keyof T]-?: Described<NonNullable<T[K]>> };
type Described<V> = V extends readonly (infer E)[]
  ? E extends object
    ? FieldsOf<E>
    : string
  : V extends object
    ? FieldsOf<V>
    : string;

const VOLUME = {
  mount: 'mount point, or "swap"',
  role: 'what it is for: system, home, boot, esp, swap or data',
  device: 'its device file',
  filesystem: 'its filesystem',
  encrypted: 'whether it is encrypted throughout',
  state: 'encrypted, not encrypted, converting or unknown',
  method: 'how it is encrypted',
  basis: 'the devices that the answer rests on',
  notes: 'what else matters, e.g. that it is a virtual disk',
  protection_on: 'whether its key is protected',
  progress_percent: 'how far the conversion is',
} as const;

/**
 * Every field that an agent can send, and what is in it. The compiler holds it equal to the signals' types: what is
 * collected and not in here does not build. `assay-agent privacy` prints it.
 */
export const SIGNAL_FIELDS: { readonly [N in SignalName]: FieldsOf<SignalValues[N]> } = {
  os: {
    id: 'short name of the system',
    name: 'full name of the system',
    version: 'its version',
    id_like: 'systems it descends from',
    variant: 'its edition',
    build: 'its build or image',
    arch: "the processor's kind",
    kernel: 'the running kernel',
    newest_kernel: 'the newest installed kernel',
    support_end: 'the day its own files say support ends',
    supplement: "Apple's small addition to the version",
    extended_support: 'whether paid extended support is attached',
  },
  updates: {
    source: 'who knows of updates, e.g. apt',
    pending: 'how many wait',
    pending_security: 'how many of them are for security',
    index_age_s: 'age of that knowledge, in whole hours or days',
    last_change_ms: 'when software was last changed',
    automatic: 'whether updates install themselves',
    evidence: 'the files and tools that said so',
  },
  reboot_pending: {
    pending: 'whether a restart is due',
    reasons: 'the flag files, packages or kernels that ask for it',
  },
  disk_encryption: { system_volume: VOLUME, volumes: VOLUME },
  edr: {
    products: {
      product: 'which product',
      vendor: 'who makes it',
      kind: 'edr, antivirus or telemetry',
      installed: 'whether its files are there',
      running: 'whether it runs',
      healthy: 'whether it says it is well',
      version: 'its version',
      connected: 'whether it reaches its console',
      definitions_age_s: 'age of what it recognises threats by, in whole hours or days',
      tamper_protection: 'whether it resists being switched off',
      mode: 'active, passive, reduced or off',
      device_id: 'its own id of this device',
      evidence: {
        kind: 'which of these facts a piece of evidence is for',
        basis: 'its files, process, unit, signer or own words',
      },
    },
    attestations: {
      product: 'which product signed it',
      format: 'in which format',
      token: 'the signed statement itself, which may name the customer',
      source: 'who says it',
      algorithm: 'how it is signed',
      key_id: 'by which key of the vendor',
      overall: "the product's score of this device",
      os: "the product's score of the system",
      sensor_config: "the product's score of its own settings",
      device_id: 'its own id of this device',
      serial: 'the serial number it knows',
      issued_at_ms: 'since when it holds',
      expires_at_ms: 'until when it holds',
      agrees: 'in what it agrees with what the agent sees',
      contradicts: 'in what it does not',
    },
  },
  firewall: {
    enabled: 'whether unasked-for traffic is kept out',
    backend: 'which firewall',
    evidence: 'which rules or settings say so, without addresses',
  },
  screen_lock: {
    enabled: 'whether the screen locks by itself',
    idle_timeout_s: 'after how long without a touch',
    lock_delay_s: 'how long until it asks for the password then',
    enforced: 'whether only an administrator can change that',
    source: 'which desktop or system said so',
    evidence: 'the settings and who made them: person, administrator or default',
  },
  secure_boot: {
    enabled: 'whether only signed software starts',
    setup_mode: 'whether the firmware has no keys yet',
    loader_validation: 'whether the boot loader checks signatures',
    level: "Apple's level of security",
  },
  tpm: { version: 'its version', manufacturer: 'who made it', kind: 'TPM or Secure Enclave' },
  kernel_integrity: {
    lockdown: "the kernel's lockdown",
    security_modules: 'active kinds of security modules',
    mandatory_access: 'whether SELinux or AppArmor enforces',
    module_signatures: 'whether unsigned modules are refused',
    taint: "the kernel's own taint number",
    taint_reasons: 'what that number means',
    system_integrity_protection: 'whether it is fully on',
    sealed_system: "whether the system volume's seal is checked",
    gatekeeper: 'whether it is on',
    malware_definitions: "XProtect's version",
    virtualization_security: 'whether it is running',
    code_integrity: 'whether it is running',
    credential_guard: 'whether it is running',
    test_signing: 'whether test-signed drivers load',
    kernel_debug: 'whether it was started for debugging',
    developer_mode: 'whether it is on',
    lsa_protection: 'whether it is on',
    uac: 'whether administrators are asked',
    evidence: 'the files and settings that said so',
  },
  remote_access: {
    services: {
      service: 'which way in: ssh, rdp, vnc or telnet',
      port: 'the port it waits on',
      basis: 'the address it waits on',
    },
  },
  local_admins: {
    accounts: 'names of local accounts with administrator rights',
    sudo_rules: 'whether further rules grant more',
    automatic_login: 'whether somebody is signed in at the start without a password',
    guest_account: 'whether guests may sign in',
    root_login: 'whether root is locked, has a password, or needs none',
  },
  mdm: {
    enrolled: 'whether any management software is enrolled',
    enrollments: {
      product: 'which management software',
      enrolled: 'whether it is enrolled',
      server: 'host name of its server',
      device_id: 'its own id of this device',
      enrolled_at_ms: 'since when',
      automated: "whether by the vendor's programme",
      user_approved: 'whether a person approved it',
      evidence: 'the files and settings that said so',
    },
  },
  identity: {
    entra_device_id: "Microsoft Entra's id of this device",
    entra_tenant_id: 'id of the Entra tenant',
    join: 'how it is joined',
    domain: 'the directory it belongs to',
    intune_device_id: "Intune's id of this device",
    jamf_udid: "Jamf's id of this device",
    serial: 'the serial number that management software knows',
    primary_user: 'e-mail address or account name of the person it belongs to',
    primary_user_basis: 'how that was told',
    evidence: 'the files and settings that said so',
  },
  hardware: {
    hostname: "the computer's name",
    serial: 'serial number',
    uuid: "the board's id",
    vendor: 'maker',
    model: 'model',
    firmware: "the firmware's version",
    machine_id: "a digest of the installation's id",
    virtual: 'whether it is a virtual machine',
    memory_bytes: 'size of the memory',
    problems: 'which of these could not be read, and why',
  },
  browsers: {
    browsers: {
      browser: 'which browser',
      name: 'its name',
      version: 'its version',
      managed: "whether an administrator's policy for it is in place",
      basis: 'where it is installed',
    },
  },
  agent: {
    version: "the agent's version",
    key_storage: "where the device's key is",
    inspected_root: 'which root is looked at',
    failed_probes: "how many observations failed by the agent's own fault",
    code_hash: "a digest of the agent's own code",
    probes: {
      signal: 'which signal failed',
      crashed: 'about how often by a fault',
      timed_out: 'about how often by taking too long',
      last: 'what was said last',
    },
  },
};

/** One field by its path, e.g. `disk_encryption.volumes.mount`. */
export interface FieldInfo {
  path: string;
  meaning: string;
}

/** Every field of one signal, in the catalogue's order. */
export function fieldsOf(signal: SignalName): FieldInfo[] {
  return flatten(signal, SIGNAL_FIELDS[signal]);
}

function flatten(path: string, fields: object): FieldInfo[] {
  return Object.entries(fields).flatMap(([name, described]: [string, string | object]) =>
    typeof described === 'string'
      ? { path: `${path}.${name}`, meaning: described }
      : flatten(`${path}.${name}`, described),
  );
}

/** Paths of what a value holds that no entry of the catalogue tells of; empty for everything an agent may send. */
export function uncatalogued(signal: SignalName, value: object): string[] {
  return strayPaths(signal, value, SIGNAL_FIELDS[signal]);
}

function strayPaths(path: string, value: unknown, fields: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => strayPaths(path, item, fields));
  if (typeof value !== 'object' || value === null) return typeof fields === 'string' ? [] : [path];
  if (typeof fields !== 'object' || fields === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = (fields as Record<string, unknown>)[name];
    return field === undefined ? [`${path}.${name}`] : strayPaths(`${path}.${name}`, inner, field);
  });
}
