import { type KernelIntegrity, ok, unknown } from '@assay/shared';
import { fileProblemToOutcome, ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import type { Probe } from '../probe.ts';
import { taintReasons } from './taint.ts';

const LOCKDOWN = '/sys/kernel/security/lockdown';
const MODULES = '/sys/kernel/security/lsm';
const SELINUX = '/sys/fs/selinux/enforce';
const SELINUX_CONFIG = '/etc/selinux/config';
const APPARMOR = '/sys/module/apparmor/parameters/enabled';
const APPARMOR_PROFILES = '/sys/kernel/security/apparmor/profiles';
const SIGNATURES = '/sys/module/module/parameters/sig_enforce';
const TAINTED = '/proc/sys/kernel/tainted';

/** What the kernel says of its own safeguards. Each file may be hidden or not built in: then its field is missing. */
export const kernelIntegrityOnLinux: Probe<'kernel_integrity'> = {
  signal: 'kernel_integrity',
  watch: [],
  everyMs: 60_000,
  deadlineMs: 5000,
  async observe({ files }) {
    try {
      const read = async (path: string) => (await ifReadable(files.readText(path)))?.trim();
      const lockdown = toLockdown(await read(LOCKDOWN));
      const modules = (await read(MODULES))?.split(',').filter(Boolean);
      const taint = toTaint(await read(TAINTED));
      const access = await readMandatoryAccess(files, modules);
      const signatures = toSwitch(await read(SIGNATURES));
      if (taint === undefined && !lockdown && !access) return unknown('namespace', `no ${TAINTED}`);
      return ok({
        ...(lockdown ? { lockdown } : {}),
        ...(modules ? { security_modules: modules } : {}),
        ...(access ? { mandatory_access: access.state } : {}),
        // Lockdown refuses unsigned modules whatever the module loader's own switch says.
        ...(signatures === undefined
          ? {}
          : { module_signatures: signatures || (lockdown !== undefined && lockdown !== 'none') }),
        ...(taint === undefined ? {} : { taint, taint_reasons: taintReasons(taint) }),
        evidence: access ? [access.basis] : [],
      });
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

/** The active one is in brackets: `none [integrity] confidentiality`. */
function toLockdown(text: string | undefined): KernelIntegrity['lockdown'] {
  const active = /\[(none|integrity|confidentiality)\]/.exec(text ?? '')?.[1];
  return active as KernelIntegrity['lockdown'];
}

/** A kernel's whole number; more bits than a double holds are not a number we know. */
function toTaint(text: string | undefined): number | undefined {
  const taint = /^\d{1,15}$/.test(text ?? '') ? Number(text) : undefined;
  return taint !== undefined && Number.isSafeInteger(taint) ? taint : undefined;
}

const toSwitch = (text: string | undefined): boolean | undefined =>
  text === 'Y' || text === '1' ? true : text === 'N' || text === '0' ? false : undefined;

interface MandatoryAccess {
  state: NonNullable<KernelIntegrity['mandatory_access']>;
  basis: string;
}

/** SELinux or AppArmor, whichever is at work; "off" when the kernel's own list names neither, or what it names is idle. */
async function readMandatoryAccess(
  files: Files,
  modules: readonly string[] | undefined,
): Promise<MandatoryAccess | undefined> {
  const selinux = toSwitch((await ifReadable(files.readText(SELINUX)))?.trim());
  if (selinux !== undefined) return { state: selinux ? 'enforcing' : 'permissive', basis: SELINUX };
  const apparmor = toSwitch((await ifReadable(files.readText(APPARMOR)))?.trim());
  if (apparmor === true) return byProfiles(await ifReadable(files.readText(APPARMOR_PROFILES)));
  if (modules?.includes('selinux') && (await isSelinuxIdle(files))) {
    return { state: 'off', basis: `${SELINUX_CONFIG} SELINUX=disabled` };
  }
  const isOff = modules?.length && !modules.includes('selinux') && !modules.includes('apparmor');
  return isOff ? { state: 'off', basis: MODULES } : undefined;
}

/** Its kernel part comes switched on, and without a profile confines nothing. Who may not see them is told the switch. */
function byProfiles(profiles: string | undefined): MandatoryAccess {
  if (profiles === undefined) return { state: 'enforcing', basis: APPARMOR };
  const state = / \((?:enforce|kill)\)$/m.test(profiles)
    ? 'enforcing'
    : / \(complain\)$/m.test(profiles)
      ? 'permissive'
      : 'off';
  return { state, basis: APPARMOR_PROFILES };
}

/** The kernel lists it all the same: no policy is loaded, and its files are not mounted. */
async function isSelinuxIdle(files: Files): Promise<boolean> {
  const config = (await ifReadable(files.readText(SELINUX_CONFIG))) ?? '';
  return /^SELINUX=disabled\s*$/m.test(config) && !(await ifReadable(files.exists(SELINUX)));
}
