import type { Platform } from './device.ts';
import type { SignalName } from './signals.ts';

export { describeSignal } from './describe-signal.ts';

/** How far a signal is supported: tried on a running system, only against recorded data, or not written yet. */
export type Support = 'run here' | 'recorded data' | 'not yet';

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

const LINUX_RUN: SignalInfo['platforms'] = { linux: 'run here', macos: 'not yet', windows: 'not yet' };
const LINUX_RECORDED: SignalInfo['platforms'] = { ...LINUX_RUN, linux: 'recorded data' };

/** One entry for each signal of the vocabulary. */
export const SIGNAL_CATALOG: Record<SignalName, SignalInfo> = {
  os: {
    title: 'Operating system',
    meaning: 'Which release is installed, which kernel is running, and which is the newest installed.',
    platforms: LINUX_RUN,
    neverLookedAt: 'the programs installed, and what is done with them',
  },
  reboot_pending: {
    title: 'Restart pending',
    meaning: 'Whether an installed update takes effect only after a restart.',
    platforms: LINUX_RECORDED,
    neverLookedAt: 'when the device is used or switched on',
  },
  disk_encryption: {
    title: 'Disk encryption',
    meaning: 'Whether what is on the disks can be read without a key, told for each volume by itself.',
    platforms: LINUX_RUN,
    neverLookedAt: 'files on the disks, passphrases, keys and recovery keys',
  },
  edr: {
    title: 'Endpoint protection',
    meaning:
      'Which known protection products are installed, which of them run, and what they say of themselves.',
    platforms: LINUX_RECORDED,
    neverLookedAt: 'other programs that are running, what the products found, and their customer ids',
  },
  firewall: {
    title: 'Firewall',
    meaning: 'Whether incoming traffic that nobody asked for is kept out.',
    platforms: LINUX_RECORDED,
    neverLookedAt: 'connections, and the traffic itself',
  },
  secure_boot: {
    title: 'Secure Boot',
    meaning: 'Whether firmware and boot loader only start software that is signed.',
    platforms: LINUX_RECORDED,
    neverLookedAt: 'other firmware settings and boot entries',
  },
  tpm: {
    title: 'Security chip',
    meaning: 'Whether there is a TPM, and of which version.',
    platforms: LINUX_RECORDED,
    neverLookedAt: 'keys and secrets that the chip holds',
  },
  hardware: {
    title: 'Hardware',
    meaning: 'Which machine this is: name, maker, model, serial number, memory.',
    unit: 'bytes',
    platforms: LINUX_RUN,
    neverLookedAt: 'location, network addresses, and the machine id itself: only a digest of it is sent',
  },
  local_admins: {
    title: 'Administrators',
    meaning: 'Which local accounts may become administrator.',
    platforms: LINUX_RUN,
    neverLookedAt: 'passwords, their hashes, other accounts, and who is signed in',
  },
  remote_access: {
    title: 'Remote access',
    meaning: 'Which ways in for other machines (ssh, rdp, vnc, telnet) wait on their well-known ports.',
    unit: 'TCP port',
    platforms: LINUX_RUN,
    neverLookedAt: 'open connections, who is connected, and other ports',
  },
  agent: {
    title: 'Agent',
    meaning: 'Which agent reports, and where it keeps its key.',
    platforms: { linux: 'run here', macos: 'recorded data', windows: 'recorded data' },
    neverLookedAt: 'nothing beyond the agent itself',
  },
};
