import type { Tree } from './write-tree.ts';

const NVME = '/sys/devices/pci0000:00/0000:00:1d.0/0000:03:00.0/nvme/nvme0/nvme0n1';
const VIRTUAL = '/sys/devices/virtual/block';
const LUKS_UUID = '5c2f0c9e4b0a4e0c9c2f7d3b1f6a8e21';
const UP = '../../../../..'; // from a device's slaves to /sys/devices

/** A device as the kernel shows it in /sys: its own directory and the links that lead there. */
const device = (name: string, number: string, path: string, files: Record<string, string>): Tree => ({
  ...Object.fromEntries(
    Object.entries({ dev: `${number}\n`, ...files }).map(([file, text]) => [`${path}/${file}`, text]),
  ),
  [`/sys/dev/block/${number}`]: { link: `../../${path.slice('/sys/'.length)}` },
  [`/sys/class/block/${name}`]: { link: `../../${path.slice('/sys/'.length)}` },
});

const MOUNTS = `22 29 0:21 / /proc rw,nosuid,nodev,noexec,relatime shared:12 - proc proc rw
23 29 0:22 / /sys rw,nosuid,nodev,noexec,relatime shared:7 - sysfs sysfs rw
24 23 0:23 / /sys/firmware/efi/efivars rw,nosuid,nodev,noexec,relatime shared:8 - efivarfs efivarfs rw
25 29 0:5 / /dev rw,nosuid,relatime shared:2 - devtmpfs udev rw,size=8123456k,mode=755
26 29 0:24 / /run rw,nosuid,nodev,noexec,relatime shared:5 - tmpfs tmpfs rw,mode=755
29 1 252:1 / / rw,relatime shared:1 - ext4 /dev/mapper/ubuntu--vg-ubuntu--lv rw
95 29 259:2 / /boot rw,relatime shared:44 - ext4 /dev/nvme0n1p2 rw
98 95 259:1 / /boot/efi rw,relatime shared:46 - vfat /dev/nvme0n1p1 rw,fmask=0077,dmask=0077
`;

/**
 * Ubuntu's own "LVM and encryption" layout: root on LVM (dm-1), on LUKS2 (dm-0), on the third partition; /boot
 * and the ESP plain, the swap file on root.
 */
export const DISK: Tree = {
  ...device('nvme0n1', '259:0', NVME, { size: '1000215216\n', 'device/model': 'SAMSUNG MZVL2512HCJQ\n' }),
  [`${NVME}/slaves`]: 'directory',
  ...Object.assign(
    {},
    ...[1, 2, 3].map((n) =>
      device(`nvme0n1p${n}`, `259:${n}`, `${NVME}/nvme0n1p${n}`, { partition: `${n}\n`, size: '2097152\n' }),
    ),
  ),
  ...device('dm-1', '252:1', `${VIRTUAL}/dm-1`, {
    'dm/name': 'ubuntu--vg-ubuntu--lv\n',
    'dm/uuid': 'LVM-7sXqk2tYvZ1bQnGmWc0dEfHjKlPoRuTaS9xB3eN4MvC6wDyFgHiJkLqA5rU8zOp\n',
  }),
  '/dev/nvme0n1': '',
  '/dev/nvme0n1p1': '',
  '/dev/nvme0n1p2': '',
  '/dev/nvme0n1p3': '',
  '/dev/dm-1': '',
  '/dev/mapper/ubuntu--vg-ubuntu--lv': { link: '../dm-1' },
  '/swap.img': '',
  '/proc/swaps':
    'Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n/swap.img                               file\t\t4194300\t\t0\t\t-2\n',
  '/proc/1/mountinfo': MOUNTS,
  '/proc/self/mountinfo': MOUNTS,
  '/etc/fstab': '/dev/mapper/ubuntu--vg-ubuntu--lv / ext4 defaults 0 1\n/swap.img none swap sw 0 0\n',
};

/** The LUKS2 layer between LVM and partition. */
export const ENCRYPTED: Tree = {
  ...device('dm-0', '252:0', `${VIRTUAL}/dm-0`, {
    'dm/name': 'dm_crypt-0\n',
    'dm/uuid': `CRYPT-LUKS2-${LUKS_UUID}-dm_crypt-0\n`,
  }),
  [`${VIRTUAL}/dm-0/slaves/nvme0n1p3`]: {
    link: `${UP}/pci0000:00/0000:00:1d.0/0000:03:00.0/nvme/nvme0/nvme0n1/nvme0n1p3`,
  },
  [`${VIRTUAL}/dm-1/slaves/dm-0`]: { link: '../../dm-0' },
  '/dev/dm-0': '',
  '/dev/mapper/dm_crypt-0': { link: '../dm-0' },
};

/** LVM straight on the partition. */
export const PLAIN: Tree = {
  [`${VIRTUAL}/dm-1/slaves/nvme0n1p3`]: {
    link: `${UP}/pci0000:00/0000:00:1d.0/0000:03:00.0/nvme/nvme0/nvme0n1/nvme0n1p3`,
  },
};

/** Written last: an agent can watch this file, and must find the rest done by then. */
export const crypttab = (encrypted: boolean): Tree => ({
  '/etc/crypttab': encrypted
    ? 'dm_crypt-0 UUID=5c2f0c9e-4b0a-4e0c-9c2f-7d3b1f6a8e21 none luks\n'
    : '# no encrypted devices\n',
});

/** What goes when one layout replaces the other. */
export const ONLY_ENCRYPTED = [
  `${VIRTUAL}/dm-1/slaves/dm-0`,
  '/sys/dev/block/252:0',
  '/sys/class/block/dm-0',
  `${VIRTUAL}/dm-0`,
  '/dev/mapper/dm_crypt-0',
  '/dev/dm-0',
];
export const ONLY_PLAIN = [`${VIRTUAL}/dm-1/slaves/nvme0n1p3`];
