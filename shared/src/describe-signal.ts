import {
  describeAttestation,
  describeBrowsers,
  describeIdentity,
  describeKernelIntegrity,
  describeMdm,
  describeScreenLock,
  describeUpdates,
} from './describe-values.ts';
import type {
  DiskEncryption,
  EdrProduct,
  Hardware,
  Outcome,
  SignalName,
  SignalValues,
  Volume,
} from './signals.ts';

/** One plain line for a person: what was seen, or why it could not be told. */
export function describeSignal<N extends SignalName>(name: N, signal: Outcome<SignalValues[N]>): string {
  if (signal.status === 'absent') return `not there: ${signal.detail}`;
  if (signal.status === 'unknown') return `could not tell: ${signal.detail || REASONS[signal.reason]}`;
  return DESCRIBERS[name](signal.value);
}

/** For an observer that gave a reason and no detail. */
const REASONS = {
  not_supported: 'this device has no such feature',
  tool_missing: 'the program that would know is not installed',
  permission: 'the agent may not look',
  timeout: 'no answer in time',
  exit: 'the program that would know failed',
  unparsed: 'the answer was not understood',
  stale: 'what is known is too old',
  conflict: 'two sources contradict each other',
  namespace: 'a container hides the device',
  session: 'nobody is signed in',
  crashed: 'the probe failed',
};

const DESCRIBERS: { [N in SignalName]: (value: SignalValues[N]) => string } = {
  os: ({ name, supplement, kernel, newest_kernel, support_end }) =>
    list([
      supplement ? `${name} ${supplement}` : name,
      `kernel ${kernel}`,
      newest_kernel && newest_kernel !== kernel && `${newest_kernel} installed`,
      support_end && `supported until ${support_end}`,
    ]),
  updates: describeUpdates,
  screen_lock: describeScreenLock,
  kernel_integrity: describeKernelIntegrity,
  mdm: describeMdm,
  identity: describeIdentity,
  browsers: describeBrowsers,
  reboot_pending: ({ pending, reasons }) =>
    pending ? `needs a restart: ${reasons.join('; ')}` : 'no restart needed',
  disk_encryption: describeDisks,
  edr: ({ products, attestations = [] }) =>
    [...products.map(describeProduct), ...attestations.map(describeAttestation)].join('; ') || 'none found',
  firewall: ({ enabled, backend, evidence }) =>
    enabled ? `on (${backend})` : `off${evidence.length > 0 ? `: ${evidence.join('; ')}` : ''}`,
  secure_boot: ({ enabled, setup_mode, loader_validation }) => {
    if (enabled) return 'on';
    if (setup_mode) return 'off: the firmware is in setup mode, no keys are enrolled';
    return loader_validation === false ? 'off: the boot loader does not validate' : 'off';
  },
  tpm: ({ kind, version, manufacturer }) =>
    kind === 'secure_enclave'
      ? `Secure Enclave (${version})`
      : `TPM ${version}${manufacturer ? ` by ${manufacturer}` : ''}`,
  hardware: describeHardware,
  local_admins: ({ accounts, sudo_rules, automatic_login, guest_account, root_login }) =>
    list([
      accounts.join(', ') || 'none',
      sudo_rules && 'further sudo rules may grant more',
      automatic_login && 'somebody is signed in automatically at the start',
      guest_account && 'guests may sign in',
      root_login === 'no_password' && 'root needs no password',
    ]),
  remote_access: ({ services }) =>
    services.length > 0
      ? `reachable from other machines: ${unique(services.map(({ service, port }) => `${service} on port ${port}`)).join(', ')}`
      : 'not reachable from other machines by ssh, rdp, vnc or telnet on their usual ports',
  agent: ({ version, key_storage, inspected_root, failed_probes }) =>
    list([
      `version ${version}`,
      `key in ${KEY_PLACES[key_storage]}`,
      inspected_root !== '/' && `looks at ${inspected_root}, not at this machine`,
      failed_probes > 0 && `${failed_probes} failed ${failed_probes === 1 ? 'observation' : 'observations'}`,
    ]),
};

const KEY_PLACES: Record<SignalValues['agent']['key_storage'], string> = {
  tpm: 'the TPM',
  secure_enclave: 'the Secure Enclave',
  pcp: 'the TPM by way of Windows',
  software: "the system's key store",
  file: 'a file',
};

const STATES: Record<Volume['state'], string> = {
  encrypted: 'is encrypted',
  not_encrypted: 'is not encrypted',
  converting: 'is being encrypted or decrypted',
  unknown: 'may or may not be encrypted',
};

/** Of the other volumes only what a person would ask about: those that keep people's data in the clear. */
function describeDisks({ system_volume, volumes }: DiskEncryption): string {
  const plain = volumes.filter(
    ({ role, state }) => state !== 'encrypted' && role !== 'boot' && role !== 'esp',
  );
  return list([describeVolume(system_volume), ...plain.map(describeVolume)], '; ');
}

function describeVolume(volume: Volume): string {
  const { mount, state, method, filesystem, device, protection_on, progress_percent } = volume;
  const how = state === 'encrypted' && method ? method : filesystem;
  return list([
    `${mount} ${STATES[state]} (${how} on ${device})`,
    progress_percent !== undefined && state === 'converting' && `${progress_percent} % done`,
    protection_on === false && 'but its key lies open',
  ]);
}

function describeProduct(found: EdrProduct): string {
  const { product, installed, running, healthy, version, connected, mode, tamper_protection } = found;
  const activity =
    running === true ? 'running' : running === false ? 'not running' : 'could not tell whether it runs';
  return list([
    version ? `${product} ${version}` : product,
    activity,
    !installed && 'its files were not found',
    healthy === false && 'says it is not healthy',
    connected === false && 'does not reach its console',
    mode !== undefined && mode !== 'active' && `in ${mode} mode`,
    tamper_protection === false && 'can be switched off',
    found.evidence.some(({ kind }) => kind === 'contradiction') && 'something pretends to be it',
  ]);
}

function describeHardware(hardware: Hardware): string {
  const { hostname, vendor, model, serial, memory_bytes } = hardware;
  return list([
    hostname || 'no name',
    [vendor, model].filter(Boolean).join(' '),
    serial && `serial ${serial}`,
    memory_bytes !== undefined && memory_bytes > 0 && `${(memory_bytes / 2 ** 30).toFixed(1)} GiB`,
    hardware.virtual && 'virtual machine',
  ]);
}

const list = (parts: (string | false | undefined)[], separator = ', ') =>
  parts.filter(Boolean).join(separator);

const unique = (texts: string[]) => [...new Set(texts)];
