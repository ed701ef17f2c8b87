import { type DiskEncryption, type Outcome, ok, unknown } from '@assay/shared';
import { fileProblemToOutcome, ifReadable, ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import { mountAt, parseMountinfo, systemMount } from '../mounts/mountinfo.ts';
import type { Probe, ProbeContext } from '../probe.ts';
import { hiddenByWindows } from '../surroundings.ts';
import { parseSwaps } from './swaps.ts';
import { toOtherVolumes, toSwapVolumes, toSystemVolume } from './volumes.ts';

/** What devices and mounts leave in files that a watch hears of: udev's database, and mount's own notes. */
const DEVICE_NOTES = ['/dev/mapper', '/run/udev/data', '/run/mount'];

/**
 * Whether what is on the disks can be read without a key: from the root filesystem down to the disks, in the
 * kernel's own tables. "Some encrypted device exists" proves nothing and is not looked at.
 */
export function createDiskEncryptionOnLinux(): Probe<'disk_encryption'> {
  let lastSeen = '';
  return {
    signal: 'disk_encryption',
    watch: [...DEVICE_NOTES, '/etc/crypttab', '/etc/fstab'],
    everyMs: 60_000,
    deadlineMs: 15_000,
    pulse: {
      everyMs: 5000,
      // No watch hears of a mount or a swap area: the kernel's lists are read, which costs a tenth of a millisecond.
      disturbed: async ({ files }) => outlineOf(await readTables(files)) !== lastSeen,
    },
    async observe(context) {
      try {
        const tables = await readTables(context.files);
        lastSeen = outlineOf(tables);
        return (await hiddenByWindows(context.files, 'disk')) ?? (await judge(context, tables));
      } catch (error) {
        return fileProblemToOutcome(error);
      }
    },
  };
}

async function judge(context: ProbeContext, [mountinfo, swapList]: Tables): Promise<Outcome<DiskEncryption>> {
  const mounts = parseMountinfo(mountinfo);
  const system = systemMount(mounts);
  if (!system) return unknown('namespace', describeRoot(mountAt(mounts, '/')?.filesystem));
  return ok({
    system_volume: await toSystemVolume(context, mounts, system),
    volumes: [
      ...(await toOtherVolumes(context, mounts, system)),
      ...(await toSwapVolumes(context, mounts, parseSwaps(swapList))),
    ],
  });
}

/** The kernel's lists of mounts and of swap areas. */
type Tables = readonly [mounts: string, swaps: string];

const readTables = async (files: Files): Promise<Tables> => [
  await readMountinfo(files),
  (await ifThere(files.readText('/proc/swaps'))) ?? '',
];

/** What of them says which devices there are: how much of a swap area is in use changes all the time. */
const outlineOf = ([mounts, swaps]: Tables) => `${mounts}\n${parseSwaps(swaps).map(({ path }) => path)}`;

/** Init's view is the machine's; our own may be narrowed by a service sandbox. */
async function readMountinfo(files: Files): Promise<string> {
  const ofInit = await ifReadable(files.readText('/proc/1/mountinfo'));
  return ofInit?.trim() ? ofInit : files.readText('/proc/self/mountinfo');
}

const describeRoot = (filesystem: string | undefined) =>
  filesystem === undefined
    ? 'no root in the list of mounts'
    : `the root is ${filesystem}: no system volume to see from here`;
