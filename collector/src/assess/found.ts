import {
  type DiskEncryption,
  describeSignal,
  type EdrProduct,
  ok,
  type SignalName,
  type Volume,
} from '@assay/shared';
import type { VariableName, Variables } from '../policy/vocabulary.ts';

type Words = { [V in VariableName]: (value: Variables[V], osName: string) => string };

const MAX_LISTED = 5;

const list = (items: readonly string[]): string => {
  const more = items.length - MAX_LISTED;
  const shown = items.slice(0, MAX_LISTED).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
};

function volume(v: Volume): string {
  const what = `The ${v.role} volume ${v.mount} (${v.device}, ${v.filesystem})`;
  if (v.state === 'converting') return `${what} is being converted and not encrypted throughout: ${v.basis}.`;
  if (v.encrypted === undefined)
    return `Whether ${what.charAt(0).toLowerCase()}${what.slice(1)} is encrypted could not be told: ${v.basis}.`;
  if (!v.encrypted) return `${what} is not encrypted: ${v.basis}.`;
  const encrypted = `${what} is encrypted${v.method ? ` with ${v.method}` : ''}`;
  return v.protection_on === false ? `${encrypted}, but its key lies open beside it.` : `${encrypted}.`;
}

/** The system's, and of the others those that lie open; what a computer starts from always does. */
function volumes({ system_volume, volumes: others }: DiskEncryption): string {
  const open = others.filter(({ role, state }) => state !== 'encrypted' && role !== 'boot' && role !== 'esp');
  const more = open.length - MAX_LISTED;
  return [
    ...[system_volume, ...open.slice(0, MAX_LISTED)].map(volume),
    ...(more > 0 ? [`So it is with ${more} more.`] : []),
  ].join(' ');
}

function product(p: EdrProduct): string {
  const states = [
    p.installed ? 'installed' : 'not installed',
    p.running === undefined ? 'running could not be told' : p.running ? 'running' : 'not running',
    ...(p.healthy === undefined ? [] : [p.healthy ? 'healthy' : 'reports a problem']),
  ];
  return `${p.product} by ${p.vendor} (${p.kind}): ${states.join(', ')}`;
}

/** For signals whose one line says it all. */
const described =
  <N extends SignalName & VariableName>(what: string, name: N) =>
  (value: Variables[N]): string =>
    `${what}: ${describeSignal<N>(name, ok(value))}.`;

/** What a signal's value means, as sentences for people: the values themselves, never codes. */
export const FOUND: Words = {
  device: ({ platform }) => `The platform is ${platform}.`,
  os: ({ name, version }) => `The operating system is ${name}${version ? `, version ${version}` : ''}.`,
  os_support: ({ status, ends_on, data_date }, osName) => {
    const source = `(by data of ${data_date})`;
    if (status === 'ended')
      return `${osName} gets no security updates any more${ends_on ? `; the last day was ${ends_on}` : ''} ${source}.`;
    return `${osName} gets security updates${ends_on ? ` until ${ends_on}` : ''} ${source}.`;
  },
  reboot_pending: ({ pending, reasons }) =>
    pending
      ? `A restart is pending${reasons.length > 0 ? `: ${list(reasons)}` : ''}.`
      : 'No restart is pending.',
  disk_encryption: volumes,
  edr: ({ products }) =>
    products.length === 0
      ? 'No endpoint protection product was found.'
      : `Endpoint protection found: ${list(products.map(product))}.`,
  firewall: ({ enabled, backend }) => `The firewall (${backend}) is ${enabled ? 'on' : 'off'}.`,
  secure_boot: ({ enabled, setup_mode, loader_validation }) => {
    if (enabled) return 'Secure Boot is on.';
    if (setup_mode) return 'Secure Boot is off: the firmware is in setup mode.';
    return `Secure Boot is off${loader_validation === false ? ": the boot loader's validation is switched off" : ''}.`;
  },
  tpm: ({ version, manufacturer }) =>
    `The TPM is version ${version}${manufacturer ? ` by ${manufacturer}` : ''}.`,
  hardware: ({ hostname, vendor, model }) => {
    const made = [vendor, model].filter((part) => part !== undefined).join(' ');
    return `The computer is ${hostname}${made ? ` (${made})` : ''}.`;
  },
  local_admins: ({ accounts, sudo_rules, automatic_login }) =>
    `Administrators are ${list(accounts) || 'nobody'}${sudo_rules ? ', and further rules may grant more' : ''}.${
      automatic_login ? ' Somebody is signed in automatically when the computer starts.' : ''
    }`,
  remote_access: ({ services }) =>
    services.length === 0
      ? 'No remote access service can be reached from other machines.'
      : `Reachable from other machines: ${list(services.map((s) => `${s.service} on port ${s.port}`))}.`,
  updates: described('Updates', 'updates'),
  screen_lock: described('Screen lock', 'screen_lock'),
  kernel_integrity: described('Kernel', 'kernel_integrity'),
  mdm: described('Device management', 'mdm'),
  identity: described('Known elsewhere', 'identity'),
  browsers: described('Browsers', 'browsers'),
  agent: ({ version, key_storage, failed_probes }) =>
    `The agent is version ${version}, its key is in ${key_storage}, ${failed_probes} probes have failed.`,
};

/** What people call a variable, at the beginning of a sentence. */
export const NAMES: { [V in VariableName]: string } = {
  device: 'The platform',
  os: 'The operating system',
  os_support: "The operating system's support",
  reboot_pending: 'Whether a restart is pending',
  disk_encryption: 'Disk encryption',
  edr: 'Endpoint protection',
  firewall: 'The firewall',
  secure_boot: 'Secure Boot',
  tpm: 'The TPM',
  hardware: 'The hardware',
  local_admins: 'Who is an administrator',
  remote_access: 'Remote access',
  updates: 'Waiting updates',
  screen_lock: 'The screen lock',
  kernel_integrity: "The kernel's integrity",
  mdm: 'Device management',
  identity: 'Identity elsewhere',
  browsers: 'Which browsers there are',
  agent: "The agent's state",
};
