import { describe, expect, it } from 'vitest';
import { scriptedExec, type TreeEntry, treeContext } from '../../system/test-tree.ts';
import { createDiskEncryptionOnLinux } from './linux.ts';
import { diskTree, type TestBlock, type TestDisks } from './test-disks.ts';

// Layouts as installers and administrators make them, each with what a person who knows it would say. What misleads
// other tools is in here: a "crypt" device that encrypts nothing, one plain leg, plain swap beside an encrypted root.

const uuid = (type: string, name = 'x') => `CRYPT-${type}-11111111222243338444555555555551-${name}`;
const sda: TestBlock = { number: '8:0' };
const sdb: TestBlock = { number: '8:16' };
const part = (minor: number): TestBlock => ({
  number: `8:${minor}`,
  partitionOf: minor > 16 ? 'sdb' : 'sda',
});
const dm = (minor: number, dmUuid: string, dmName: string, ...slaves: string[]): TestBlock => ({
  number: `252:${minor}`,
  dmUuid,
  dmName,
  slaves,
});
const ROOT_ON_DM0 = '252:0 / ext4 /dev/mapper/root';

interface Layout extends TestDisks {
  name: string;
  /** What is true of the system volume. */
  system: 'encrypted' | 'not_encrypted' | 'converting' | 'unknown' | 'namespace';
  /** What is true of the others, by mount point or swap device. */
  others?: Record<string, 'encrypted' | 'not_encrypted'>;
  programs?: Record<string, string>;
  more?: Record<string, TreeEntry>;
}

const LAYOUTS: readonly Layout[] = [
  {
    name: 'plain partition',
    system: 'not_encrypted',
    blocks: { sda, sda1: part(1) },
    mounts: ['8:1 / ext4 /dev/sda1'],
  },
  {
    name: 'LUKS1 with a clear /boot',
    system: 'encrypted',
    blocks: { sda, sda1: part(1), sda2: part(2), 'dm-0': dm(0, uuid('LUKS1'), 'root', 'sda2') },
    mounts: [ROOT_ON_DM0, '8:1 /boot ext4 /dev/sda1'],
    others: { '/boot': 'not_encrypted' },
  },
  {
    name: 'LUKS2 with swap in clear',
    system: 'encrypted',
    blocks: { sda, sda2: part(2), sda3: part(3), 'dm-0': dm(0, uuid('LUKS2'), 'root', 'sda3') },
    mounts: [ROOT_ON_DM0],
    swaps: ['/dev/sda2 partition'],
    others: { '/dev/sda2': 'not_encrypted' },
  },
  {
    name: 'LUKS2 with a detached header: nothing on the disk says so',
    system: 'encrypted',
    blocks: { sda, 'dm-0': dm(0, uuid('LUKS2', 'root'), 'root', 'sda') },
    mounts: [ROOT_ON_DM0],
  },
  {
    name: 'plain dm-crypt',
    system: 'encrypted',
    blocks: { sda, 'dm-0': dm(0, 'CRYPT-PLAIN-root', 'root', 'sda') },
    mounts: [ROOT_ON_DM0],
  },
  {
    name: 'LUKS2 on the disk’s own encryption (OPAL)',
    system: 'encrypted',
    blocks: { sda, 'dm-0': dm(0, uuid('LUKS2-OPAL'), 'root', 'sda') },
    mounts: [ROOT_ON_DM0],
  },
  {
    name: 'LUKS2 with dm-integrity below',
    system: 'encrypted',
    blocks: {
      sda,
      'dm-1': dm(1, 'CRYPT-SUBDEV-11111111222243338444555555555551-root_dif', 'root_dif', 'sda'),
      'dm-0': dm(0, uuid('LUKS2'), 'root', 'dm-1'),
    },
    mounts: [ROOT_ON_DM0],
  },
  {
    name: 'dm-integrity alone',
    system: 'not_encrypted',
    blocks: { sda, 'dm-0': dm(0, uuid('INTEGRITY'), 'root', 'sda') },
    mounts: [ROOT_ON_DM0],
  },
  {
    name: 'dm-verity',
    system: 'not_encrypted',
    blocks: { sda, sda2: part(2), 'dm-0': dm(0, uuid('VERITY'), 'root', 'sda2') },
    mounts: [ROOT_ON_DM0],
  },
  {
    name: 'LVM on LUKS, with swap in it',
    system: 'encrypted',
    blocks: {
      sda,
      sda3: part(3),
      'dm-2': dm(2, uuid('LUKS2'), 'pv', 'sda3'),
      'dm-0': dm(0, 'LVM-a', 'root', 'dm-2'),
      'dm-1': dm(1, 'LVM-b', 'swap', 'dm-2'),
    },
    mounts: [ROOT_ON_DM0],
    swaps: ['/dev/dm-1 partition'],
    others: { '/dev/dm-1': 'encrypted' },
  },
  {
    name: 'LUKS on LVM, home beside it left plain',
    system: 'encrypted',
    blocks: {
      sda,
      sda3: part(3),
      'dm-1': dm(1, 'LVM-a', 'vg-root', 'sda3'),
      'dm-2': dm(2, 'LVM-b', 'vg-home', 'sda3'),
      'dm-0': dm(0, uuid('LUKS2'), 'root', 'dm-1'),
    },
    mounts: [ROOT_ON_DM0, '252:2 /home ext4 /dev/mapper/vg-home'],
    others: { '/home': 'not_encrypted' },
  },
  {
    name: 'RAID with one leg in clear',
    system: 'not_encrypted',
    blocks: {
      sda,
      sdb,
      'dm-0': dm(0, uuid('LUKS2'), 'leg', 'sda'),
      md0: { number: '9:0', slaves: ['dm-0', 'sdb'] },
    },
    mounts: ['9:0 / ext4 /dev/md0'],
  },
  {
    name: 'RAID of two encrypted legs',
    system: 'encrypted',
    blocks: {
      sda,
      sdb,
      'dm-0': dm(0, uuid('LUKS2'), 'a', 'sda'),
      'dm-1': dm(1, uuid('LUKS2'), 'b', 'sdb'),
      md0: { number: '9:0', slaves: ['dm-0', 'dm-1'] },
    },
    mounts: ['9:0 / ext4 /dev/md0'],
  },
  {
    name: 'LUKS over multipath',
    system: 'encrypted',
    blocks: {
      sda,
      sdb,
      'dm-1': dm(1, 'mpath-3600', 'mpatha', 'sda', 'sdb'),
      'dm-0': dm(0, uuid('LUKS2'), 'root', 'dm-1'),
    },
    mounts: [ROOT_ON_DM0],
  },
  {
    name: 'bcache over an encrypted disk with a plain cache',
    system: 'not_encrypted',
    blocks: {
      sda,
      sdb,
      'dm-0': dm(0, uuid('LUKS2'), 'back', 'sda'),
      bcache0: { number: '251:0', slaves: ['dm-0', 'sdb'] },
    },
    mounts: ['251:0 / ext4 /dev/bcache0'],
  },
  {
    name: 'btrfs over two disks, one plain',
    system: 'not_encrypted',
    blocks: { sda, sdb, 'dm-0': dm(0, uuid('LUKS2'), 'one', 'sda') },
    mounts: ['0:27 / btrfs /dev/mapper/one'],
    btrfs: { '0a1b2c3d-0000-4000-8000-000000000000': ['dm-0', 'sdb'] },
  },
  {
    name: 'ZFS with its own encryption',
    system: 'encrypted',
    blocks: { sda },
    mounts: ['0:23 / zfs rpool/ROOT'],
    programs: {
      'zfs get -Hp -o name,property,value encryption rpool/ROOT': 'rpool/ROOT\tencryption\taes-256-gcm\n',
    },
  },
  {
    name: 'an encrypted volume that is mounted elsewhere, beside a plain root',
    system: 'not_encrypted',
    blocks: { sda, sda1: part(1), sda2: part(2), 'dm-0': dm(0, uuid('LUKS2'), 'vault', 'sda2') },
    mounts: ['8:1 / ext4 /dev/sda1', '252:0 /vault ext4 /dev/mapper/vault'],
    others: { '/vault': 'encrypted' },
  },
  {
    name: 'eCryptfs homes on a plain root',
    system: 'not_encrypted',
    blocks: { sda, sda1: part(1) },
    mounts: ['8:1 / ext4 /dev/sda1', '0:44 /home/ann ecryptfs /home/.ecryptfs/ann/.Private'],
    others: { '/home/ann': 'encrypted' },
  },
  {
    name: 'fscrypt directories on a plain home',
    system: 'not_encrypted',
    blocks: { sda, sda1: part(1), sda2: part(2) },
    mounts: ['8:1 / ext4 /dev/sda1', '8:2 /home ext4 /dev/sda2'],
    others: { '/home': 'not_encrypted' },
    more: { '/home/.fscrypt/policies/': '' },
  },
  {
    name: 'a home of systemd-homed on a plain root',
    system: 'not_encrypted',
    blocks: {
      sda,
      sda1: part(1),
      loop0: { number: '7:0', backingFile: '/home/ann.home' },
      'dm-0': dm(0, uuid('LUKS2'), 'home-ann', 'loop0'),
    },
    mounts: ['8:1 / ext4 /dev/sda1', '252:0 /home/ann btrfs /dev/mapper/home-ann'],
    btrfs: { '0a1b2c3d-0000-4000-8000-000000000001': ['dm-0'] },
    others: { '/home/ann': 'encrypted' },
  },
  {
    name: 'root in an image on an encrypted disk',
    system: 'encrypted',
    others: { '/host': 'encrypted' },
    blocks: {
      sda,
      'dm-0': dm(0, uuid('LUKS2'), 'host', 'sda'),
      loop0: { number: '7:0', backingFile: '/host/root.img' },
    },
    mounts: ['7:0 / ext4 /dev/loop0', '252:0 /host ext4 /dev/mapper/host'],
  },
  {
    name: 're-encryption at work',
    system: 'converting',
    blocks: { sda, 'dm-0': dm(0, 'CRYPT-TEMP-temporary-cryptsetup-1', 'root', 'sda') },
    mounts: [ROOT_ON_DM0],
  },
  { name: 'a container', system: 'namespace', blocks: {}, mounts: ['0:60 / overlay overlay'] },
];

describe('the corpus of disk layouts', () => {
  it.each(LAYOUTS)('$name: $system', async ({ system, others = {}, programs = {}, more = {}, ...disks }) => {
    const context = treeContext({ ...diskTree(disks), ...more }, scriptedExec(programs));
    const outcome = await createDiskEncryptionOnLinux().observe(context);
    if (outcome.status !== 'ok') {
      expect(outcome).toMatchObject({ status: 'unknown', reason: system });
      return;
    }
    const { system_volume, volumes } = outcome.value;
    expect(system_volume.state).toBe(system);
    const found = volumes.map(({ mount, device, state }) => [mount === 'swap' ? device : mount, state]);
    expect(Object.fromEntries(found)).toEqual(others);
  });

  it('shows fscrypt beside the verdict, never in it', async () => {
    const layout = LAYOUTS.find(({ more }) => more !== undefined);
    if (!layout) throw new Error('no layout with fscrypt');
    const context = treeContext({ ...diskTree(layout), ...layout.more }, scriptedExec({}));
    expect(await createDiskEncryptionOnLinux().observe(context)).toMatchObject({
      value: { volumes: [{ mount: '/home', encrypted: false, notes: ['fscrypt'] }] },
    });
  });
});
