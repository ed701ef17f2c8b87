import type { Platform } from './device.ts';
import type { SignalName } from './signals.ts';

export { describeSignal } from './describe-signal.ts';
export { type FieldInfo, fieldsOf, uncatalogued } from './signal-fields.ts';

/** How a probe is tried: on a running system, or only against recorded data. */
export type Support = 'run here' | 'recorded data';

/** What people should know of a signal: shown by docs, console and agent. */
export interface SignalInfo {
  title: string;
  /** One sentence: what an *ok* value says. */
  meaning: string;
  /** Of its figures, where there are any. */
  unit?: string;
  platforms: Record<Platform, Support>;
  /** What the probe leaves alone, so that the owner of the device need not wonder. */
  neverLookedAt: string;
}

const RECORDED: SignalInfo['platforms'] = {
  linux: 'recorded data',
  macos: 'recorded data',
  windows: 'recorded data',
};
const LINUX_RUN: SignalInfo['platforms'] = { ...RECORDED, linux: 'run here' };

/** One entry for each signal of the vocabulary. */
export const SIGNAL_CATALOG: Record<SignalName, SignalInfo> = {
  os: {
    title: 'Operating system',
    meaning: 'Which release is installed, which kernel is running, and which is the newest installed.',
    platforms: LINUX_RUN,
    neverLookedAt: 'the programs installed, and what is done with them',
  },
  updates: {
    title: 'Updates',
    meaning: 'How many updates wait, how many of them for security, and how fresh that knowledge is.',
    unit: 'updates; seconds; milliseconds since 1970',
    platforms: LINUX_RUN,
    neverLookedAt: 'which programs are installed: updates are counted, not listed',
  },
  reboot_pending: {
    title: 'Restart pending',
    meaning: 'Whether an installed update takes effect only after a restart.',
    platforms: RECORDED,
    neverLookedAt: 'when the device is used or switched on',
  },
  disk_encryption: {
    title: 'Disk encryption',
    meaning: 'Whether what is on the disks can be read without a key, told for each volume by itself.',
    unit: 'percent while converting',
    platforms: LINUX_RUN,
    neverLookedAt: 'files on the disks, passphrases, keys and recovery keys',
  },
  edr: {
    title: 'Endpoint protection',
    meaning:
      'Which known protection products are installed, which of them run, and what they say of themselves.',
    unit: 'seconds; scores of 0 to 100',
    platforms: RECORDED,
    neverLookedAt: 'other programs that are running, and what the products found',
  },
  firewall: {
    title: 'Firewall',
    meaning: 'Whether incoming traffic that nobody asked for is kept out.',
    platforms: RECORDED,
    neverLookedAt: 'connections, and the traffic itself',
  },
  screen_lock: {
    title: 'Screen lock',
    meaning: 'Whether an unattended screen asks for the password again, and after how long.',
    unit: 'seconds',
    platforms: RECORDED,
    neverLookedAt: 'what is on the screen, when somebody is there, and who',
  },
  secure_boot: {
    title: 'Secure Boot',
    meaning: 'Whether firmware and boot loader only start software that is signed.',
    platforms: RECORDED,
    neverLookedAt: 'other firmware settings and boot entries',
  },
  tpm: {
    title: 'Security chip',
    meaning: 'Whether there is a TPM, and of which version.',
    platforms: RECORDED,
    neverLookedAt: 'keys and secrets that the chip holds',
  },
  kernel_integrity: {
    title: 'Kernel integrity',
    meaning: "Which of the platform's own safeguards keep foreign code out of the kernel.",
    platforms: LINUX_RUN,
    neverLookedAt: 'which modules and drivers are loaded, and the rules of security modules',
  },
  remote_access: {
    title: 'Remote access',
    meaning:
      'Which ways in for other machines (ssh, rdp, vnc, telnet) wait on their well-known ports, or those they are set to.',
    unit: 'TCP port',
    platforms: LINUX_RUN,
    neverLookedAt: 'open connections, who is connected, and other ports',
  },
  local_admins: {
    title: 'Administrators',
    meaning: 'Which local accounts may become administrator, and who gets in without a password.',
    platforms: LINUX_RUN,
    neverLookedAt: 'passwords, their hashes, other accounts, and who is signed in',
  },
  mdm: {
    title: 'Device management',
    meaning: 'Which management software there is, whether it is enrolled, where, and since when.',
    unit: 'milliseconds since 1970',
    platforms: RECORDED,
    neverLookedAt: 'what the management software does, its credentials, and its other settings',
  },
  identity: {
    title: 'Identity elsewhere',
    meaning: 'Under which ids other systems know this device, and whose it is by their word.',
    platforms: LINUX_RUN,
    neverLookedAt: 'passwords, tokens and private keys, and who else signs in',
  },
  hardware: {
    title: 'Hardware',
    meaning: 'Which machine this is: name, maker, model, serial number, memory.',
    unit: 'bytes',
    platforms: LINUX_RUN,
    neverLookedAt: 'location, network addresses, and the machine id itself: only a digest of it is sent',
  },
  browsers: {
    title: 'Browsers',
    meaning: 'Which browsers are installed for everybody, and of which version.',
    platforms: LINUX_RUN,
    neverLookedAt: 'profiles, history, bookmarks, extensions, and browsers in home directories',
  },
  agent: {
    title: 'Agent',
    meaning: 'Which agent reports, where it keeps its key, and which of its probes failed.',
    platforms: LINUX_RUN,
    neverLookedAt: 'nothing beyond the agent itself',
  },
};
