import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mountHolding, parseMountinfo } from '../mounts/mountinfo.ts';
import { allOf, type Coverage, encryptedBy, notEncrypted } from './coverage.ts';
import { classifyDmUuid } from './dm-uuid.ts';
import { parseSwaps } from './swaps.ts';
import { parsePoolDevices, parseZfsEncryption } from './zfs.ts';

describe('dm/uuid', () => {
  it.each([
    ['CRYPT-LUKS1-11111111222243338444555555555553-root', 'LUKS1'],
    ['CRYPT-LUKS2-11111111222243338444555555555551-root', 'LUKS2'],
    ['CRYPT-LUKS2-OPAL-11111111222243338444555555555556-root', 'LUKS2-OPAL'],
    ['CRYPT-PLAIN-swap0', 'dm-crypt'],
    ['CRYPT-BITLK-11111111222243338444555555555554-win', 'BITLK'],
    ['CRYPT-TCRYPT-vera1', 'TCRYPT'],
    ['CRYPT-LOOPAES-loop1', 'LOOPAES'],
    ['CRYPT-FVAULT2-11111111222243338444555555555555-mac', 'FVAULT2'],
  ])('%s encrypts', (uuid, method) => {
    expect(classifyDmUuid(uuid)).toEqual({ kind: 'encryption', method });
  });

  it.each([
    'CRYPT-VERITY-111-root',
    'CRYPT-INTEGRITY-int0',
    'CRYPT-SUBDEV-111-x_dif',
    'LVM-abc',
    'mpath-36',
    'part1-mpath-36',
    'DMRAID-isw',
  ])('%s does not', (uuid) => expect(classifyDmUuid(uuid).kind).toBe('transparent'));

  it.each(['', 'CRYPT-', 'CRYPT-NEWTYPE-x', 'CRYPT-LUKS2X-111'])('%j says nothing that we know', (uuid) => {
    expect(classifyDmUuid(uuid).kind).toBe('unknown');
  });
});

describe('several devices under one filesystem', () => {
  const part = fc.constantFrom<Coverage>(
    encryptedBy('LUKS2', 'a'),
    notEncrypted('b'),
    { state: 'converting', methods: [], basis: ['c'], notes: [] },
    { state: 'unknown', methods: [], basis: ['d'], notes: [] },
  );

  it('are encrypted exactly if every one is', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        expect(allOf(parts).state === 'encrypted').toBe(parts.every(({ state }) => state === 'encrypted'));
        expect(allOf(parts).state === 'not_encrypted').toBe(
          parts.some(({ state }) => state === 'not_encrypted'),
        );
      }),
    );
  });

  it('of none says nothing', () => {
    expect(allOf([]).state).toBe('unknown');
  });
});

describe('mountinfo', () => {
  it('reads fields before and after the dash, however many optional ones there are', () => {
    const text = [
      '27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard',
      '30 27 0:25 /root /mnt/with\\040blank ro,nosuid master:1 shared:7 - btrfs /dev/mapper/x rw',
    ].join('\n');
    expect(parseMountinfo(text)).toEqual([
      { device: '254:0', subtree: '/', mount: '/', writable: true, filesystem: 'ext4', source: '/dev/vda' },
      {
        device: '0:25',
        subtree: '/root',
        mount: '/mnt/with blank',
        writable: false,
        filesystem: 'btrfs',
        source: '/dev/mapper/x',
      },
    ]);
  });

  it('leaves out what is not a line of it', () => {
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseMountinfo(text))));
    expect(parseMountinfo('garbage\n\n1 2 3')).toEqual([]);
  });

  it('finds the mount that holds a file by whole path parts', () => {
    const mounts = parseMountinfo(
      ['1 0 8:1 / / rw - ext4 /dev/sda1 rw', '2 1 8:2 / /home rw - ext4 /dev/sda2 rw'].join('\n'),
    );
    expect(mountHolding(mounts, '/home/a')?.device).toBe('8:2');
    expect(mountHolding(mounts, '/homes/a')?.device).toBe('8:1');
  });
});

describe('swaps', () => {
  it('reads areas after the heading', () => {
    const text =
      'Filename\t\tType\t\tSize\n/swap\\040file   file\t\t3996668\t0\t-2\n/dev/dm-1  partition\t1\t0\t-3\n';
    expect(parseSwaps(text)).toEqual([
      { path: '/swap file', type: 'file' },
      { path: '/dev/dm-1', type: 'partition' },
    ]);
    expect(parseSwaps('Filename\tType\n')).toEqual([]);
  });
});

describe('zfs answers', () => {
  it('count only if they are about the dataset and known', () => {
    expect(parseZfsEncryption('tank\tencryption\toff\tdefault\n', 'tank')).toBe('off');
    expect(parseZfsEncryption('other\tencryption\toff\n', 'tank')).toBeUndefined();
    expect(parseZfsEncryption('tank\tencryption\t-\n', 'tank')).toBeUndefined();
    expect(parseZfsEncryption('cannot open: dataset does not exist', 'tank')).toBeUndefined();
  });

  it('name the devices of a pool, below mirrors too', () => {
    const text = 'rpool\t1T\n\tmirror-0\t1T\n\t\t/dev/sda2\t-\n\t\t/dev/mapper/x\t-\n';
    expect(parsePoolDevices(text)).toEqual(['/dev/sda2', '/dev/mapper/x']);
  });
});
