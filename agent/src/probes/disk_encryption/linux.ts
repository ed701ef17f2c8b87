import { ok, unknown } from '@assay/shared';
import { fileProblemToOutcome, ifReadable, ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import type { Probe } from '../probe.ts';
import { mountAt, parseMountinfo } from './mountinfo.ts';
import { parseSwaps } from './swaps.ts';
import { systemMount, toOtherVolumes, toSwapVolumes, toSystemVolume } from './volumes.ts';

/**
 * Whether what is on the disks can be read without a key: from the root filesystem down to the disks, in the
 * kernel's own tables. "Some encrypted device exists" proves nothing and is not looked at.
 */
export const diskEncryptionOnLinux: Probe<'disk_encryption'> = {
  signal: 'disk_encryption',
  watch: ['/dev/mapper', '/etc/crypttab', '/etc/fstab'],
  everyMs: 60_000,
  deadlineMs: 15_000,
  async observe(context) {
    try {
      const mounts = parseMountinfo(await readMountinfo(context.files));
      const system = systemMount(mounts);
      if (!system) return unknown('namespace', describeRoot(mountAt(mounts, '/')?.filesystem));
      const swaps = parseSwaps((await ifThere(context.files.readText('/proc/swaps'))) ?? '');
      return ok({
        system_volume: await toSystemVolume(context, mounts, system),
        volumes: [
          ...(await toOtherVolumes(context, mounts, system)),
          ...(await toSwapVolumes(context, mounts, swaps)),
        ],
      });
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

/** Init's view is the machine's; our own may be narrowed by a service sandbox. */
async function readMountinfo(files: Files): Promise<string> {
  const ofInit = await ifReadable(files.readText('/proc/1/mountinfo'));
  return ofInit?.trim() ? ofInit : files.readText('/proc/self/mountinfo');
}

const describeRoot = (filesystem: string | undefined) =>
  filesystem === undefined
    ? 'no root in the list of mounts'
    : `the root is ${filesystem}: no system volume to see from here`;
