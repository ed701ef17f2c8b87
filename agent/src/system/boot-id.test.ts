import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPrivateDir } from '../state/private-dir.ts';
import { bootId, computedBootId } from './boot-id.ts';

let path: string;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'assay-boot-'));
});
afterEach(() => rmSync(path, { recursive: true }));

const at = (startedAt: number) => computedBootId(openPrivateDir(path), startedAt);

it.runIf(process.platform === 'linux')("is the kernel's own on Linux", () => {
  const own = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  expect(bootId('/', openPrivateDir(path))).toBe(own);
});

it('stays the same in one boot, however often the agent starts and the clock is corrected a little', () => {
  const first = at(1_790_000_000_000);
  expect([at(1_790_000_000_400), at(1_789_999_940_000), at(1_790_000_100_000)]).toEqual([
    first,
    first,
    first,
  ]);
});

it('is another after the machine was started anew', () => {
  expect(at(1_790_000_300_000)).not.toBe(at(1_790_000_000_000));
  expect(at(1_790_000_300_000)).not.toBe(at(1_790_000_600_000));
});

it('is told where nothing can be remembered', () => {
  const full = {
    read: () => null,
    write() {
      throw new Error('no space left');
    },
  };
  expect(computedBootId(full, 1_790_000_000_000)).toBe('boot-1790000000000');
});
