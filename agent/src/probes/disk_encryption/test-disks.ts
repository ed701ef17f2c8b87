import { dirname, relative } from 'node:path';
import type { TreeEntry } from '../../system/test-tree.ts';

/** One block device as sysfs shows it. */
export interface TestBlock {
  /** `major:minor`. */
  number: string;
  /** Text of `dm/uuid`; makes it a device-mapper node. */
  dmUuid?: string;
  dmName?: string;
  slaves?: string[];
  /** The disk that it is a partition of. */
  partitionOf?: string;
  backingFile?: string;
  vendor?: string;
}

export interface TestDisks {
  blocks: Record<string, TestBlock>;
  /** Lines of mountinfo: `<major:minor> <mount point> <type> <source>`. */
  mounts: string[];
  /** Lines of /proc/swaps: `<path> <type>`. */
  swaps?: string[];
  /** btrfs filesystems: members by filesystem id. */
  btrfs?: Record<string, string[]>;
}

/** The files that /proc, /sys and /dev show for such a machine, with the links that the kernel makes. */
export function diskTree({ blocks, mounts, swaps = [], btrfs = {} }: TestDisks): Record<string, TreeEntry> {
  const tree: Record<string, TreeEntry> = {
    '/proc/1/mountinfo': `${mounts.map(toMountinfo).join('\n')}\n`,
    '/proc/swaps': `Filename\tType\tSize\tUsed\tPriority\n${swaps.map((swap) => `${swap} 1 0 -2\n`).join('')}`,
  };
  const nodeOf = (name: string): string => {
    const parent = blocks[name]?.partitionOf;
    return parent ? `${nodeOf(parent)}/${name}` : `/sys/devices/virtual/block/${name}`;
  };
  for (const [name, block] of Object.entries(blocks)) {
    const node = nodeOf(name);
    const link = (from: string) => {
      tree[from] = { link: relative(dirname(from), node) };
    };
    link(`/sys/class/block/${name}`);
    link(`/sys/dev/block/${block.number}`);
    tree[`${node}/dev`] = `${block.number}\n`;
    tree[`/dev/${name}`] = '';
    if (block.partitionOf) tree[`${node}/partition`] = '1\n';
    else tree[`${node}/slaves/`] = '';
    if (block.dmUuid !== undefined) tree[`${node}/dm/uuid`] = `${block.dmUuid}\n`;
    if (block.dmName) {
      tree[`${node}/dm/name`] = `${block.dmName}\n`;
      tree[`/dev/mapper/${block.dmName}`] = { link: `../${name}` };
    }
    if (block.backingFile) tree[`${node}/loop/backing_file`] = `${block.backingFile}\n`;
    if (block.vendor) tree[`${node}/device/vendor`] = `${block.vendor}\n`;
    for (const slave of block.slaves ?? []) {
      tree[`${node}/slaves/${slave}`] = { link: relative(`${node}/slaves`, nodeOf(slave)) };
    }
  }
  for (const [id, members] of Object.entries(btrfs)) {
    for (const member of members) {
      const from = `/sys/fs/btrfs/${id}/devices/${member}`;
      tree[from] = { link: relative(dirname(from), nodeOf(member)) };
    }
  }
  return tree;
}

function toMountinfo(line: string, at: number): string {
  const [device, mount, filesystem, source, options = 'rw'] = line.split(' ');
  return `${at + 20} 1 ${device} / ${mount} ${options},relatime shared:1 - ${filesystem} ${source} ${options}`;
}
