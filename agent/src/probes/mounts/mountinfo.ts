/** One line of /proc/<pid>/mountinfo (proc_pid_mountinfo(5)). */
export interface Mount {
  /** `major:minor`; major 0 for filesystems that have no block device of their own. */
  device: string;
  /** What of the filesystem is mounted; not `/` for a bind mount or a subvolume. */
  subtree: string;
  mount: string;
  writable: boolean;
  filesystem: string;
  source: string;
}

/** Lines that don't have the fields are left out. */
export function parseMountinfo(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [mountPart = '', filesystemPart = ''] = line.split(' - ');
    const [, , device, subtree, mount, options] = mountPart.split(' ');
    const [filesystem, source = ''] = filesystemPart.split(' ');
    if (!device || !subtree || !mount || !options || !filesystem) return [];
    return {
      device,
      subtree: unescapePath(subtree),
      mount: unescapePath(mount),
      writable: options.split(',').includes('rw'),
      filesystem,
      source: unescapePath(source),
    };
  });
}

/** What is visible at a mount point: the last one mounted there hides the others. */
export function mountAt(mounts: readonly Mount[], path: string): Mount | undefined {
  return mounts.findLast((mount) => mount.mount === path);
}

/** The mount that holds a file: the longest mount point above it, the last one if there are several. */
export function mountHolding(mounts: readonly Mount[], path: string): Mount | undefined {
  let best: Mount | undefined;
  for (const mount of mounts) {
    const prefix = mount.mount === '/' ? '/' : `${mount.mount}/`;
    if (path.startsWith(prefix) && mount.mount.length >= (best?.mount.length ?? 0)) best = mount;
  }
  return best;
}

const NOT_A_LOCAL_VOLUME = /^(overlay|tmpfs|ramfs|rootfs|nfs\d?|cifs|smb3?|9p|virtiofs|ceph|fuse(\..*)?)$/;

/** Whether the filesystem keeps nothing on a disk that this system can see. */
export const isElsewhere = (mount: Mount): boolean => NOT_A_LOCAL_VOLUME.test(mount.filesystem);

/** The mount that holds the operating system, or undefined when this system has none of its own to see. */
export function systemMount(mounts: readonly Mount[]): Mount | undefined {
  const root = mountAt(mounts, '/');
  // Image-based systems lay an overlay over the real volume and keep that one here.
  const candidates = root?.filesystem === 'overlay' ? [mountAt(mounts, '/sysroot')] : [root];
  return candidates.find((mount) => mount !== undefined && !isElsewhere(mount));
}

/** The kernel writes blanks and backslashes in paths as octal. */
export function unescapePath(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
