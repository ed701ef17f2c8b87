import type { Volume } from '@assay/shared';
import { ifReadable } from '../../system/file-error.ts';
import { type Mount, mountAt } from '../mounts/mountinfo.ts';
import type { ProbeContext } from '../probe.ts';
import { coverageOfName, kernelName } from './block-device.ts';
import { type Coverage, cannotTell } from './coverage.ts';
import { coverageOfFile, coverageOfMount } from './filesystem.ts';
import type { Swap } from './swaps.ts';

const MAX_VOLUMES = 32;

export async function toSystemVolume(
  context: ProbeContext,
  mounts: readonly Mount[],
  mount: Mount,
): Promise<Volume> {
  const coverage = await coverageOfMount(context, mounts, mount);
  return toVolume(mount, 'system', await withDirectories(context, mount, coverage), '/');
}

/** What else is mounted from a disk, each for itself: never part of the system volume's verdict. */
export async function toOtherVolumes(
  context: ProbeContext,
  mounts: readonly Mount[],
  system: Mount,
): Promise<Volume[]> {
  const others = otherMounts(mounts, system).slice(0, MAX_VOLUMES);
  return Promise.all(
    others.map(async (mount) => {
      const coverage = await coverageOfMount(context, mounts, mount);
      return toVolume(mount, roleOf(mount), await withDirectories(context, mount, coverage));
    }),
  );
}

/** With fscrypt single directories are encrypted: which ones is not in any file, so it never counts for the volume. */
async function withDirectories(
  { files }: ProbeContext,
  { mount }: Mount,
  coverage: Coverage,
): Promise<Coverage> {
  const metadata = `${mount === '/' ? '' : mount}/.fscrypt`;
  const isSetUp = (await ifReadable(files.exists(metadata))) === true;
  return isSetUp ? { ...coverage, notes: [...coverage.notes, 'fscrypt'] } : coverage;
}

/** Swap in compressed memory is left out: it never reaches a disk. */
export async function toSwapVolumes(
  context: ProbeContext,
  mounts: readonly Mount[],
  swaps: readonly Swap[],
): Promise<Volume[]> {
  const onDisk = swaps.filter((swap) => !/^\/dev\/zram\d+$/.test(swap.path));
  return Promise.all(
    onDisk.map(async (swap) =>
      toVolume(
        { mount: 'swap', source: swap.path, filesystem: 'swap' },
        'swap',
        await swapCoverage(context, mounts, swap),
      ),
    ),
  );
}

async function swapCoverage(context: ProbeContext, mounts: readonly Mount[], swap: Swap): Promise<Coverage> {
  const walk = {
    files: context.files,
    seen: [],
    coverFile: (path: string) => coverageOfFile(context, mounts, path),
  };
  if (swap.type === 'file') return walk.coverFile(swap.path);
  const name = await kernelName(context.files, swap.path);
  return name === undefined ? cannotTell(`no block device for ${swap.path}`) : coverageOfName(walk, name);
}

const ON_DISK =
  /^(ext[234]|xfs|btrfs|zfs|bcachefs|f2fs|jfs|reiserfs|ecryptfs|vfat|exfat|ntfs3?|fuseblk|hfsplus|nilfs2|ubifs)$/;

/** One for each filesystem and role; bind mounts and further subvolumes of the same filesystem add nothing. */
function otherMounts(mounts: readonly Mount[], system: Mount): Mount[] {
  const seen = new Set([`${system.source}|data`]);
  return mounts.filter((mount) => {
    if (mount === system || mount.mount === '/' || !mount.writable || !ON_DISK.test(mount.filesystem))
      return false;
    if (mountAt(mounts, mount.mount) !== mount) return false;
    const key = `${mount.source}|${roleOf(mount)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function roleOf({ mount }: Mount): Volume['role'] {
  if (mount === '/home' || mount.startsWith('/home/')) return 'home';
  // The last is what firmware on ARM starts from instead.
  if (['/boot/efi', '/efi', '/boot/firmware'].includes(mount)) return 'esp';
  return mount === '/boot' ? 'boot' : 'data';
}

function toVolume(
  { mount, source, filesystem }: Pick<Mount, 'mount' | 'source' | 'filesystem'>,
  role: Volume['role'],
  coverage: Coverage,
  shownAs = mount,
): Volume {
  const { state, methods, basis, notes } = coverage;
  return {
    mount: shownAs,
    role,
    device: source,
    filesystem,
    ...(state === 'unknown' ? {} : { encrypted: state === 'encrypted' }),
    state,
    ...(state === 'encrypted' && methods.length > 0 ? { method: methods.join(' + ') } : {}),
    basis: basis.join('; '),
    notes,
  };
}
