import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DiskEncryption } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { scriptedExec, type TreeEntry, treeContext } from '../../system/test-tree.ts';
import { createDiskEncryptionOnLinux } from './linux.ts';
import { diskTree, type TestBlock, type TestDisks } from './test-disks.ts';

const LUKS2 = 'CRYPT-LUKS2-11111111222243338444555555555551-root';

const disk: TestBlock = { number: '8:0' };
const part = (minor: number, of = 'sda'): TestBlock => ({ number: `8:${minor}`, partitionOf: of });
const dm = (minor: number, dmUuid: string, dmName: string, ...slaves: string[]): TestBlock => ({
  number: `252:${minor}`,
  dmUuid,
  dmName,
  slaves,
});

async function observe(tree: Record<string, TreeEntry>, programs: Record<string, string> = {}) {
  return createDiskEncryptionOnLinux().observe(treeContext(tree, scriptedExec(programs)));
}

async function seen(disks: TestDisks, programs: Record<string, string> = {}): Promise<DiskEncryption> {
  const outcome = await observe(diskTree(disks), programs);
  if (outcome.status !== 'ok') throw new Error(`expected ok, got ${outcome.status}: ${outcome.detail}`);
  return outcome.value;
}

describe('the system volume', () => {
  it('on a plain partition is not encrypted', async () => {
    const { system_volume } = await seen({
      blocks: { sda: disk, sda1: part(1) },
      mounts: ['8:1 / ext4 /dev/sda1'],
    });
    expect(system_volume).toMatchObject({
      mount: '/',
      role: 'system',
      encrypted: false,
      state: 'not_encrypted',
      basis: 'no encryption in sda1 > sda',
      notes: [],
    });
    expect(system_volume).not.toHaveProperty('method');
  });

  it('on LUKS2 is encrypted', async () => {
    const { system_volume } = await seen({
      blocks: { sda: disk, sda3: part(3), 'dm-0': dm(0, LUKS2, 'root', 'sda3') },
      mounts: ['252:0 / ext4 /dev/mapper/root'],
    });
    expect(system_volume).toMatchObject({
      encrypted: true,
      state: 'encrypted',
      method: 'LUKS2',
      basis: 'dm-0 CRYPT-LUKS2 over sda3',
    });
  });

  it('on LVM on LUKS is encrypted', async () => {
    const { system_volume } = await seen({
      blocks: {
        sda: disk,
        sda3: part(3),
        'dm-0': dm(0, LUKS2, 'crypt', 'sda3'),
        'dm-1': dm(1, 'LVM-abc', 'vg-root', 'dm-0'),
      },
      mounts: ['252:1 / ext4 /dev/mapper/vg-root'],
    });
    expect(system_volume).toMatchObject({ encrypted: true, method: 'LUKS2' });
  });

  it('on LVM over an encrypted and a plain disk is not encrypted', async () => {
    const { system_volume } = await seen({
      blocks: {
        sda: disk,
        sdb: { number: '8:16' },
        'dm-0': dm(0, LUKS2, 'crypt', 'sda'),
        'dm-1': dm(1, 'LVM-abc', 'vg-root', 'dm-0', 'sdb'),
      },
      mounts: ['252:1 / ext4 /dev/mapper/vg-root'],
    });
    expect(system_volume).toMatchObject({ encrypted: false, basis: 'no encryption in dm-1 > sdb' });
  });

  it('on RAID with one plain leg is not encrypted', async () => {
    const { system_volume } = await seen({
      blocks: {
        sda: disk,
        sdb: { number: '8:16' },
        'dm-0': dm(0, LUKS2, 'leg', 'sda'),
        md0: { number: '9:0', slaves: ['dm-0', 'sdb'] },
      },
      mounts: ['9:0 / ext4 /dev/md0'],
    });
    expect(system_volume).toMatchObject({ encrypted: false, state: 'not_encrypted' });
    expect(system_volume).not.toHaveProperty('method');
  });

  it('on LUKS on RAID is encrypted', async () => {
    const { system_volume } = await seen({
      blocks: {
        sda: disk,
        sdb: { number: '8:16' },
        md0: { number: '9:0', slaves: ['sda', 'sdb'] },
        'dm-0': dm(0, LUKS2, 'root', 'md0'),
      },
      mounts: ['252:0 / ext4 /dev/mapper/root'],
    });
    expect(system_volume).toMatchObject({ encrypted: true });
  });

  it('on dm-verity is not encrypted: integrity is not secrecy', async () => {
    const { system_volume } = await seen({
      blocks: {
        sda: disk,
        sda2: part(2),
        'dm-0': dm(0, 'CRYPT-VERITY-11111111222243338444555555555557-root', 'root', 'sda2'),
      },
      mounts: ['252:0 / ext4 /dev/mapper/root'],
    });
    expect(system_volume).toMatchObject({ encrypted: false, notes: ['dm-verity'] });
  });

  it('on a mapping that cryptsetup is at work on is converting', async () => {
    const { system_volume } = await seen({
      blocks: { sda: disk, 'dm-0': dm(0, 'CRYPT-TEMP-temporary-cryptsetup-123', 'tmp', 'sda') },
      mounts: ['252:0 / ext4 /dev/mapper/tmp'],
    });
    expect(system_volume).toMatchObject({ encrypted: false, state: 'converting' });
  });

  it('on a mapping without a uuid could not be told', async () => {
    const { system_volume } = await seen({
      blocks: { sda: disk, 'dm-0': dm(0, '', 'handmade', 'sda') },
      mounts: ['252:0 / ext4 /dev/mapper/handmade'],
    });
    expect(system_volume.state).toBe('unknown');
    expect(system_volume).not.toHaveProperty('encrypted');
  });

  it('on a device that sysfs does not show could not be told', async () => {
    const { system_volume } = await seen({ blocks: {}, mounts: ['8:1 / ext4 /dev/sda1'] });
    expect(system_volume).toMatchObject({ state: 'unknown', basis: 'no /sys/dev/block/8:1' });
  });

  it('on a device that is below itself could not be told, and the walk ends', async () => {
    const { system_volume } = await seen({
      blocks: { 'dm-0': dm(0, 'LVM-a', 'a', 'dm-1'), 'dm-1': dm(1, 'LVM-b', 'b', 'dm-0') },
      mounts: ['252:0 / ext4 /dev/mapper/a'],
    });
    expect(system_volume.state).toBe('unknown');
  });

  it("on a virtual machine's disk notes that the host may encrypt below", async () => {
    const virtio = await seen({ blocks: { vda: { number: '254:0' } }, mounts: ['254:0 / ext4 /dev/vda'] });
    expect(virtio.system_volume).toMatchObject({ encrypted: false, notes: ['virtual_disk'] });
    const scsi = await seen({
      blocks: { sda: { number: '8:0', vendor: 'VMware' } },
      mounts: ['8:0 / ext4 /dev/sda'],
    });
    expect(scsi.system_volume.notes).toEqual(['virtual_disk']);
  });

  it('is what was mounted on / last', async () => {
    const { system_volume } = await seen({
      blocks: { sda: disk, sda3: part(3), 'dm-0': dm(0, LUKS2, 'root', 'sda3') },
      mounts: ['0:2 / rootfs rootfs', '252:0 / ext4 /dev/mapper/root'],
    });
    expect(system_volume.encrypted).toBe(true);
  });
});

describe('btrfs', () => {
  const id = '0a1b2c3d-0000-4000-8000-000000000000';
  const twoDisks = (second: TestBlock): TestDisks => ({
    blocks: { sda: disk, sdb: { number: '8:16' }, 'dm-0': dm(0, LUKS2, 'one', 'sda'), 'dm-1': second },
    mounts: ['0:27 / btrfs /dev/mapper/one', '0:28 /home btrfs /dev/mapper/one'],
    btrfs: { [id]: ['dm-0', 'dm-1'] },
  });

  it('on LUKS is encrypted, and so is its home subvolume', async () => {
    const found = await seen(twoDisks(dm(1, LUKS2, 'two', 'sdb')));
    expect(found.system_volume).toMatchObject({ encrypted: true, filesystem: 'btrfs' });
    expect(found.volumes).toMatchObject([{ mount: '/home', role: 'home', encrypted: true }]);
  });

  it('with one plain member is not encrypted', async () => {
    const found = await seen(twoDisks(dm(1, 'LVM-x', 'two', 'sdb')));
    expect(found.system_volume.encrypted).toBe(false);
  });

  it('whose members cannot be found could not be told', async () => {
    const found = await seen({ blocks: {}, mounts: ['0:27 / btrfs /dev/mapper/one'] });
    expect(found.system_volume.state).toBe('unknown');
  });
});

describe('zfs', () => {
  const dataset = 'rpool/ROOT/debian';
  const query = `zfs get -Hp -o name,property,value encryption ${dataset}`;
  const disks = { blocks: { sda: disk, sda2: part(2) }, mounts: [`0:23 / zfs ${dataset}`] };

  it('with its own encryption is encrypted', async () => {
    const { system_volume } = await seen(disks, { [query]: `${dataset}\tencryption\taes-256-gcm\n` });
    expect(system_volume).toMatchObject({ encrypted: true, method: 'zfs aes-256-gcm' });
  });

  it('without it on plain devices is not encrypted', async () => {
    const { system_volume } = await seen(disks, {
      [query]: `${dataset}\tencryption\toff\n`,
      'zpool list -vHP rpool': 'rpool\t1G\t1M\n\t/dev/sda2\t1G\t1M\n',
    });
    expect(system_volume.encrypted).toBe(false);
  });

  it('without it on LUKS is encrypted', async () => {
    const { system_volume } = await seen(
      {
        blocks: { ...disks.blocks, 'dm-0': dm(0, LUKS2, 'crypt', 'sda2') },
        mounts: disks.mounts,
      },
      {
        [query]: `${dataset}\tencryption\toff\n`,
        'zpool list -vHP rpool': 'rpool\t1G\t1M\n\t/dev/mapper/crypt\t1G\t1M\n',
      },
    );
    expect(system_volume).toMatchObject({ encrypted: true, method: 'LUKS2' });
  });

  it('without the zfs program could not be told', async () => {
    const { system_volume } = await seen(disks);
    expect(system_volume).toMatchObject({
      state: 'unknown',
      basis: expect.stringContaining('not installed'),
    });
  });
});

describe('a system without a disk of its own', () => {
  it.each([
    'overlay overlay',
    'tmpfs tmpfs',
    'nfs4 server:/root',
    '9p root',
    'virtiofs root',
    'fuse.sshfs host:',
  ])('with a root on %s is unknown: the host is hidden', async (root) => {
    const outcome = await observe(diskTree({ blocks: {}, mounts: [`0:60 / ${root}`] }));
    expect(outcome).toMatchObject({ status: 'unknown', reason: 'namespace' });
  });

  it('whose overlay stands on a real volume is judged by that one', async () => {
    const { system_volume } = await seen({
      blocks: { sda: disk, sda3: part(3), 'dm-0': dm(0, LUKS2, 'root', 'sda3') },
      mounts: ['0:30 / overlay composefs ro', '252:0 /sysroot xfs /dev/mapper/root'],
    });
    expect(system_volume).toMatchObject({ mount: '/', device: '/dev/mapper/root', encrypted: true });
  });

  it('without a list of mounts is unknown', async () => {
    expect(await observe({})).toMatchObject({ status: 'unknown', reason: 'namespace' });
  });
});

describe('a loop device', () => {
  const loop: TestBlock = { number: '7:0', backingFile: '/host/root.img' };

  it('in a file of an encrypted filesystem is encrypted', async () => {
    const { system_volume } = await seen({
      blocks: { sda: disk, 'dm-0': dm(0, LUKS2, 'host', 'sda'), loop0: loop },
      mounts: ['7:0 / ext4 /dev/loop0', '252:0 /host ext4 /dev/mapper/host'],
    });
    expect(system_volume).toMatchObject({
      encrypted: true,
      basis: expect.stringContaining('loop0 in /host/root.img'),
    });
  });

  it('in a file of a plain filesystem is not', async () => {
    const { system_volume } = await seen({
      blocks: { sda: disk, loop0: loop },
      mounts: ['7:0 / ext4 /dev/loop0', '8:0 /host ext4 /dev/sda'],
    });
    expect(system_volume).toMatchObject({
      encrypted: false,
      basis: 'loop0 in /host/root.img; no encryption in sda',
    });
  });

  it('in a file on itself could not be told, and the walk ends', async () => {
    const { system_volume } = await seen({ blocks: { loop0: loop }, mounts: ['7:0 / ext4 /dev/loop0'] });
    expect(system_volume.state).toBe('unknown');
  });
});

describe('the other volumes', () => {
  const encryptedRoot = {
    sda: disk,
    sda1: part(1),
    sda2: part(2),
    sda3: part(3),
    'dm-0': dm(0, LUKS2, 'root', 'sda3'),
  };
  const root = '252:0 / ext4 /dev/mapper/root';

  it('never change the verdict on the system volume', async () => {
    const found = await seen({
      blocks: encryptedRoot,
      mounts: [root, '8:1 /boot ext4 /dev/sda1', '8:2 /boot/efi vfat /dev/sda2'],
    });
    expect(found.system_volume.encrypted).toBe(true);
    expect(found.volumes).toMatchObject([
      { mount: '/boot', role: 'boot', encrypted: false },
      { mount: '/boot/efi', role: 'esp', encrypted: false },
    ]);
  });

  it('count what an ARM machine starts from as the same, not as data', async () => {
    const mounts = [root, '8:2 /boot/firmware vfat /dev/sda2'];
    expect((await seen({ blocks: encryptedRoot, mounts })).volumes).toMatchObject([{ role: 'esp' }]);
  });

  it('tell of plain swap beside an encrypted root', async () => {
    const found = await seen({ blocks: encryptedRoot, mounts: [root], swaps: ['/dev/sda2 partition'] });
    expect(found.system_volume.encrypted).toBe(true);
    expect(found.volumes).toMatchObject([
      { mount: 'swap', role: 'swap', device: '/dev/sda2', encrypted: false },
    ]);
  });

  it('leave open what a volume of ZFS lies on, as Proxmox and Ubuntu swap to one', async () => {
    const found = await seen({
      blocks: { ...encryptedRoot, zd0: { number: '230:0' } },
      mounts: [root],
      swaps: ['/dev/zd0 partition'],
    });
    expect(found.volumes).toMatchObject([
      { role: 'swap', state: 'unknown', basis: 'zd0 is a volume of ZFS' },
    ]);
    expect(found.volumes?.[0]).not.toHaveProperty('encrypted');
  });

  it('judge a swap file by its filesystem, and random-key swap as encrypted', async () => {
    const found = await seen({
      blocks: { ...encryptedRoot, 'dm-1': dm(1, 'CRYPT-PLAIN-swap', 'swap', 'sda2') },
      mounts: [root],
      swaps: ['/swap.img file', '/dev/dm-1 partition', '/dev/zram0 partition'],
    });
    expect(found.volumes).toMatchObject([
      { device: '/swap.img', encrypted: true, method: 'LUKS2' },
      { device: '/dev/dm-1', encrypted: true, method: 'dm-crypt' },
    ]);
  });

  it('tell of an encrypted home beside a plain root', async () => {
    const found = await seen({
      blocks: encryptedRoot,
      mounts: ['8:1 / ext4 /dev/sda1', '252:0 /home ext4 /dev/mapper/root'],
    });
    expect(found.system_volume.encrypted).toBe(false);
    expect(found.volumes).toMatchObject([{ mount: '/home', role: 'home', encrypted: true }]);
  });

  it('leave out bind mounts, read-only images and memory', async () => {
    const found = await seen({
      blocks: { ...encryptedRoot, loop0: { number: '7:0', backingFile: '/snap.img' } },
      mounts: [
        root,
        '252:0 /var/lib/x ext4 /dev/mapper/root',
        '7:0 /snap/core squashfs /dev/loop0 ro',
        '0:5 /tmp tmpfs tmpfs',
      ],
    });
    expect(found.volumes).toEqual([]);
  });

  it('find a device by its mapping name where nobody made links in /dev', async () => {
    const tree = diskTree({
      blocks: { ...encryptedRoot, 'dm-1': dm(1, 'CRYPT-PLAIN-swap', 'swap', 'sda2') },
      mounts: [root],
      swaps: ['/dev/mapper/swap partition'],
    });
    delete tree['/dev/mapper/swap'];
    expect(await observe(tree)).toMatchObject({ value: { volumes: [{ encrypted: true }] } });
  });
});

describe('the pulse between two looks at the disks', () => {
  const MOUNTS = '22 1 8:1 / / rw shared:1 - ext4 /dev/sda1 rw\n';
  const SWAPS = 'Filename\tType\tSize\tUsed\tPriority\n/dev/sda2 partition 1000 0 -2\n';

  it('is disturbed by another mount or swap area, and not by how full one is', async () => {
    const probe = createDiskEncryptionOnLinux();
    const context = treeContext({ '/proc/1/mountinfo': MOUNTS, '/proc/swaps': SWAPS });
    const set = (path: string, text: string) => writeFileSync(join(context.files.root, path), text);
    const isDisturbed = () => probe.pulse?.disturbed(context);
    expect(await isDisturbed()).toBe(true);
    await probe.observe(context);
    expect(await isDisturbed()).toBe(false);
    set('/proc/swaps', SWAPS.replace(' 0 -2', ' 512 -2'));
    expect(await isDisturbed()).toBe(false);
    set('/proc/swaps', `${SWAPS}/swap.img file 1000 0 -3\n`);
    expect(await isDisturbed()).toBe(true);
    await probe.observe(context);
    set('/proc/1/mountinfo', `${MOUNTS}30 22 8:3 / /home rw shared:2 - ext4 /dev/sda3 rw\n`);
    expect(await isDisturbed()).toBe(true);
  });
});
