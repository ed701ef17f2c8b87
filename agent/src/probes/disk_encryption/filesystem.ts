import { ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import { isElsewhere, type Mount, mountHolding } from '../mounts/mountinfo.ts';
import type { ProbeContext } from '../probe.ts';
import { type BlockWalk, coverageOfName, coverageOfNumber, kernelName } from './block-device.ts';
import { allOf, type Coverage, cannotTell, encryptedBy } from './coverage.ts';
import { coverageOfDataset } from './zfs.ts';

/** Images in filesystems in images: deeper than anybody goes, and an end for one that holds itself. */
const MAX_IMAGES = 8;

/** From a mounted filesystem down to the disks. */
export function coverageOfMount(
  context: ProbeContext,
  mounts: readonly Mount[],
  mount: Mount,
  images = 0,
): Promise<Coverage> {
  const walk: BlockWalk = {
    files: context.files,
    seen: [],
    coverFile: (path) => coverageOfFile(context, mounts, path, images + 1),
  };
  switch (mount.filesystem) {
    case 'zfs':
      return coverageOfDataset(walk, context.exec, mount.source);
    case 'btrfs':
      return coverageOfBtrfs(walk, mount.source);
    case 'bcachefs':
      return coverageOfBcachefs(walk, mount.source);
    case 'ecryptfs':
      // What is seen here is the readable view of an encrypted directory.
      return Promise.resolve(encryptedBy('eCryptfs', `ecryptfs over ${mount.source}`));
    default:
      return coverageOfNumber(walk, mount.device);
  }
}

/** A swap file's or a disk image's: that of the filesystem it is in. */
export async function coverageOfFile(
  context: ProbeContext,
  mounts: readonly Mount[],
  path: string,
  images = 0,
): Promise<Coverage> {
  const mount = mountHolding(mounts, path);
  if (!mount || isElsewhere(mount) || images > MAX_IMAGES) return cannotTell(`cannot see what holds ${path}`);
  return coverageOfMount(context, mounts, mount, images);
}

/** A btrfs has an anonymous device number; its members are listed by filesystem id. */
async function coverageOfBtrfs(walk: BlockWalk, source: string): Promise<Coverage> {
  const { files } = walk;
  const name = await kernelName(files, source);
  const ids = await filesystemIds(files);
  for (const id of ids) {
    const members = (await ifThere(files.list(`/sys/fs/btrfs/${id}/devices`))) ?? [];
    // A kernel started without an initramfs calls it /dev/root; with only one btrfs there is no doubt which.
    if (name === undefined ? ids.length === 1 : members.includes(name)) {
      return allOf(await Promise.all(members.map((member) => coverageOfName(walk, member))));
    }
  }
  return cannotTell(`no btrfs with the device ${source} in /sys/fs/btrfs`);
}

async function filesystemIds(files: Files): Promise<string[]> {
  return ((await ifThere(files.list('/sys/fs/btrfs'))) ?? []).filter((id) => /^[0-9a-f-]{36}$/.test(id));
}

/** Its source names all members; its own encryption cannot be seen, so only devices below can prove any. */
async function coverageOfBcachefs(walk: BlockWalk, source: string): Promise<Coverage> {
  const parts = await Promise.all(
    source.split(':').map(async (path) => {
      const name = await kernelName(walk.files, path);
      return name === undefined ? cannotTell(`no block device for ${path}`) : coverageOfName(walk, name);
    }),
  );
  const below = allOf(parts);
  return below.state === 'not_encrypted'
    ? cannotTell(`bcachefs on ${source}: its own encryption is not shown`)
    : below;
}
