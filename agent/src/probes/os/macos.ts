import { version as kernelVersion, machine, release } from 'node:os';
import { ok, unknown } from '@assay/shared';
import type { Exec } from '../../system/exec.ts';
import { fileProblemToOutcome } from '../../system/file-error.ts';
import { textAt } from '../../system/plist-fields.ts';
import { readPlist } from '../../system/read-plist.ts';
import type { Probe } from '../probe.ts';

const SYSTEM_VERSION = '/System/Library/CoreServices/SystemVersion.plist';

/** Version and build as the system's own file has them, and Apple's small addition to them. */
export const osOnMacos: Probe<'os'> = {
  signal: 'os',
  watch: [SYSTEM_VERSION],
  everyMs: 900_000,
  deadlineMs: 10_000,
  async observe(context) {
    try {
      const dict = await readPlist(context, SYSTEM_VERSION);
      const version = textAt(dict, 'ProductVersion');
      if (version === undefined || !/^\d+(\.\d+){0,3}$/.test(version)) {
        return unknown('unparsed', `${SYSTEM_VERSION} names no version`);
      }
      const build = textAt(dict, 'ProductBuildVersion');
      const supplement = await readSupplement(context.exec);
      const isThisMachine = context.files.root === '/';
      return ok({
        id: 'macos',
        name: `${textAt(dict, 'ProductName') ?? 'macOS'} ${version}`,
        version,
        id_like: [],
        ...(build ? { build } : {}),
        arch: isThisMachine ? toMacArch(machine(), kernelVersion()) : 'unknown',
        kernel: isThisMachine ? release() : 'unknown',
        ...(supplement ? { supplement } : {}),
      });
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

/**
 * By the name that the other systems have for it. Under Rosetta a program for Intel is told that the machine is one:
 * the text of the kernel's version is not changed for it (recalled).
 */
export const toMacArch = (machineName: string, kernel: string): string =>
  machineName === 'arm64' || /\bRELEASE_ARM64/.test(kernel) ? 'aarch64' : machineName;

/** Known since macOS 13.3; before, the tool refuses the question. */
async function readSupplement(exec: Exec): Promise<string | undefined> {
  const answer = await exec.run('sw_vers', ['--productVersionExtra']);
  return answer.status === 'ok' ? /^\([a-z0-9]{1,8}\)$/i.exec(answer.stdout.trim())?.[0] : undefined;
}
