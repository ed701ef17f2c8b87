import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DiskEncryption, Outcome } from '@assay/shared';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cannotMount } from '../faults/test-disk.ts';
import { needs } from '../helpers/needs.ts';

const ROOT = join(import.meta.dirname, '../..');
const OBSERVE = join(import.meta.dirname, 'observe.ts');

/**
 * Sets up real devices in namespaces of their own, and lets the probe look from in there, as process 1: what is mounted
 * there is gone with it.
 * @param setUp shell; ends in what `"$@"`, the probe's command, is run by
 */
async function observeAfter(setUp: string): Promise<Outcome<DiskEncryption>> {
  const dir = mkdtempSync(join(tmpdir(), 'assay-real-disk-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const script = `set -e\ncd ${dir}\nrepo=${ROOT}\n${setUp}`;
  const namespaces = ['--mount', '--pid', '--fork', '--mount-proc'];
  const args = [...namespaces, 'sh', '-c', script, 'sh', process.execPath, OBSERVE];
  const { stdout } = await promisify(execFile)('unshare', args, { cwd: '/' });
  return JSON.parse(stdout);
}

const volumeAt = (outcome: Outcome<DiskEncryption>, end: string) => {
  if (outcome.status !== 'ok') throw new Error(`${outcome.status}: ${outcome.detail}`);
  const { system_volume, volumes } = outcome.value;
  return { system: system_volume, volume: volumes.find(({ mount }) => mount.endsWith(end)) };
};

const describeHere = cannotMount()
  ? describe.skip
  : needs(
      { program: '/usr/bin/unshare', debian: 'util-linux' },
      { program: '/usr/sbin/losetup', debian: 'mount' },
      { program: '/usr/sbin/mkfs.ext4', debian: 'e2fsprogs' },
      { program: '/usr/sbin/mkfs.btrfs', debian: 'btrfs-progs' },
    );

describeHere('real devices', () => {
  it('a disk image is as safe as the disk that holds it', async () => {
    const outcome = await observeAfter(`
      truncate -s 32M image && mkfs.ext4 -q image && mkdir data && mount -o loop image data
      exec "$@"`);
    const { system, volume } = volumeAt(outcome, '/data');
    expect(volume).toMatchObject({ filesystem: 'ext4', state: system.state });
    expect(volume?.encrypted).toBe(system.encrypted);
    expect(volume?.basis).toMatch(/loop\d/);
  });

  it('of a disk image in memory nothing is concluded', async () => {
    const outcome = await observeAfter(`
      mkdir memory && mount -t tmpfs tmpfs memory && cd memory
      truncate -s 32M image && mkfs.ext4 -q image && mkdir data && mount -o loop image data
      exec "$@"`);
    expect(volumeAt(outcome, '/data').volume).toMatchObject({ state: 'unknown' });
  });

  it('a btrfs over two devices rests on both', async () => {
    const outcome = await observeAfter(`
      truncate -s 256M one two && a=$(losetup -f --show one) && b=$(losetup -f --show two)
      here=$PWD
      trap 'cd /; umount $here/data || true; losetup -d $a $b' EXIT
      mkfs.btrfs -q -m raid1 -d raid1 $a $b >/dev/null && mkdir data && mount -o device=$b $a data
      "$@"`);
    const { system, volume } = volumeAt(outcome, '/data');
    expect(volume).toMatchObject({ filesystem: 'btrfs', state: system.state });
    expect(new Set(volume?.basis.match(/loop\d+/g)).size).toBe(2);
  });

  it('in a container, on an overlay, the answer is unknown: namespace', async () => {
    const outcome = await observeAfter(`
      mkdir layers && mount -t tmpfs tmpfs layers && cd layers && mkdir upper work root
      mount -t overlay overlay -o lowerdir=/,upperdir=upper,workdir=work root
      mount -t proc proc root/proc && mount --rbind /sys root/sys && mount --rbind /dev root/dev
      exec chroot root "$@"`);
    expect(outcome).toMatchObject({ status: 'unknown', reason: 'namespace' });
  });

  it('in a root of its own in memory as well', async () => {
    const outcome = await observeAfter(`
      mkdir root && mount -t tmpfs tmpfs root && cd root
      for top in usr lib lib64 bin etc sys dev; do
        if [ -d /$top ]; then mkdir -p $top && mount --rbind /$top $top; fi
      done
      mkdir -p proc .$repo && mount -t proc proc proc && mount --rbind $repo .$repo
      exec chroot . "$@"`);
    expect(outcome).toMatchObject({ status: 'unknown', reason: 'namespace' });
  });
});
