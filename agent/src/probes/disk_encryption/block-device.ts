import { posix } from 'node:path';
import { ifReadable, ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import { allOf, type Coverage, cannotTell, converting, encryptedBy, notEncrypted } from './coverage.ts';
import { classifyDmUuid } from './dm-uuid.ts';

/** Says what holds a loop device's backing file; the walk through filesystems is the caller's. */
type CoverFile = (path: string) => Promise<Coverage>;

/** Walks one device down to the disks, in sysfs alone. */
export interface BlockWalk {
  files: Files;
  coverFile: CoverFile;
  /** Kernel names already passed on this way down. */
  seen: readonly string[];
}

/** @param device `major:minor` */
export async function coverageOfNumber(walk: BlockWalk, device: string): Promise<Coverage> {
  const node = await ifThere(walk.files.realPath(`/sys/dev/block/${device}`));
  return node === undefined ? cannotTell(`no /sys/dev/block/${device}`) : coverageOfNode(walk, node);
}

/** @param name the kernel's, e.g. `dm-0`, `nvme0n1p3` */
export async function coverageOfName(walk: BlockWalk, name: string): Promise<Coverage> {
  const node = await ifThere(walk.files.realPath(`/sys/class/block/${name}`));
  return node === undefined ? cannotTell(`no /sys/class/block/${name}`) : coverageOfNode(walk, node);
}

/** The kernel's name behind a path in /dev, with or without udev's links. */
export async function kernelName(files: Files, source: string): Promise<string | undefined> {
  if (!source.startsWith('/dev/')) return undefined;
  const target = await ifThere(files.realPath(source));
  const name = posix.basename(target ?? source);
  if (await files.exists(`/sys/class/block/${name}`)) return name;
  for (const block of (await ifThere(files.list('/sys/class/block'))) ?? []) {
    const mapped = await ifThere(files.readText(`/sys/class/block/${block}/dm/name`));
    if (mapped !== undefined && source === `/dev/mapper/${mapped.trim()}`) return block;
  }
  return undefined;
}

async function coverageOfNode(walk: BlockWalk, node: string): Promise<Coverage> {
  const { files } = walk;
  const name = posix.basename(node);
  if (walk.seen.includes(name)) return cannotTell(`${name} is below itself`);
  const below: BlockWalk = { ...walk, seen: [...walk.seen, name] };
  const slaves = (await ifThere(files.list(`${node}/slaves`))) ?? [];
  const uuid = await ifThere(files.readText(`${node}/dm/uuid`));
  if (uuid !== undefined) return coverageOfMapping(below, { name, uuid: uuid.trim(), slaves });
  if (slaves.length > 0) return coverageOfSlaves(below, slaves);
  if (await files.exists(`${node}/partition`)) return coverageOfNode(below, posix.dirname(node));
  if (name.startsWith('loop')) return coverageOfLoop(below, node, name);
  // Its pool may encrypt it, or lie on what is; the kernel does not say whose it is.
  if (/^zd\d/.test(name)) return cannotTell(`${name} is a volume of ZFS`);
  if (/^(zram|ram)\d/.test(name)) return cannotTell(`${name} is memory, not a disk`, 'volatile');
  const notes = (await isVirtualDisk(files, node, name)) ? ['virtual_disk'] : [];
  return notEncrypted(`no encryption in ${below.seen.join(' > ')}`, ...notes);
}

interface Mapping {
  name: string;
  uuid: string;
  slaves: string[];
}

async function coverageOfMapping(walk: BlockWalk, { name, uuid, slaves }: Mapping): Promise<Coverage> {
  const found = classifyDmUuid(uuid);
  const over = slaves.length > 0 ? ` over ${slaves.join(', ')}` : '';
  switch (found.kind) {
    case 'encryption':
      return encryptedBy(
        found.method,
        `${name} CRYPT-${found.method === 'dm-crypt' ? 'PLAIN' : found.method}${over}`,
      );
    case 'converting':
      return converting(`${name} CRYPT-TEMP${over}`);
    case 'unknown':
      return cannotTell(`${name} does not say what it is`);
    case 'transparent': {
      const coverage = await coverageOfSlaves(walk, slaves);
      return found.note ? { ...coverage, notes: [...coverage.notes, found.note] } : coverage;
    }
  }
}

async function coverageOfSlaves(walk: BlockWalk, slaves: readonly string[]): Promise<Coverage> {
  return allOf(await Promise.all(slaves.map((slave) => coverageOfName(walk, slave))));
}

async function coverageOfLoop(walk: BlockWalk, node: string, name: string): Promise<Coverage> {
  const file = (await ifReadable(walk.files.readText(`${node}/loop/backing_file`)))?.trim();
  if (!file) return cannotTell(`${name} does not name its file`);
  const coverage = await walk.coverFile(file.replace(/ \(deleted\)$/, ''));
  return { ...coverage, basis: [`${name} in ${file}`, ...coverage.basis] };
}

const VIRTUAL_NAME = /^(vd[a-z]|xvd[a-z]|nbd\d|rbd\d)/;
const VIRTUAL_MAKER = /qemu|vmware|vbox|virtual|amazon elastic|google persistent/i;

/** The host below may encrypt it, which cannot be seen from here. */
async function isVirtualDisk(files: Files, node: string, name: string): Promise<boolean> {
  if (VIRTUAL_NAME.test(name)) return true;
  const vendor = await ifReadable(files.readText(`${node}/device/vendor`));
  const model = await ifReadable(files.readText(`${node}/device/model`));
  return VIRTUAL_MAKER.test(`${vendor ?? ''} ${model ?? ''}`);
}
