import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundle } from '../../scripts/package/bundle.ts';
import { checkPages, signAdHoc } from '../../scripts/package/macho-sign.ts';
import { TARGET_NAMES, TARGETS, type TargetName } from '../../scripts/package/targets.ts';
import { needs } from '../helpers/needs.ts';
import { BUILD_TIMEOUT_MS, OSSLSIGNCODE, packaged, STRIP, STRIP_ARM64 } from './packaging.ts';

/** For which system and processor an executable is, by its own header: ELF, PE and Mach-O. */
function headerOf(file: Buffer): string {
  if (file.readUInt32BE(0) === 0x7f454c46)
    return `linux-${{ 62: 'x64', 183: 'arm64' }[file.readUInt16LE(18)]}`;
  if (file.readUInt32LE(0) === 0xfeedfacf)
    return `darwin-${{ 16777223: 'x64', 16777228: 'arm64' }[file.readUInt32LE(4)]}`;
  const machine = file.readUInt16LE(file.readUInt32LE(0x3c) + 4);
  return `win-${{ 34404: 'x64', 43620: 'arm64' }[machine]}`;
}

needs(
  STRIP,
  STRIP_ARM64,
  OSSLSIGNCODE,
)('every target', () => {
  it.each(TARGET_NAMES)(
    '%s gets an agent for its system and processor, with the bundle in it',
    async (name) => {
      const file = readFileSync(await packaged('agent', name));
      expect(headerOf(file)).toBe(name);
      // Node flips the last figure of its fuse when something was put in.
      expect(file.includes('NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2:1')).toBe(true);
      if (!name.startsWith('darwin')) return;
      expect(checkPages(signAdHoc(file, 'dev.assay.agent')).bad).toBe(0);
    },
    BUILD_TIMEOUT_MS,
  );

  describe('of the collector', () => {
    const dir = mkdtempSync(join(tmpdir(), 'assay-targets-'));
    afterAll(() => rmSync(dir, { recursive: true }));

    it.each<[TargetName, string]>([
      ['linux-arm64', 'linux-arm64'],
      ['win-x64', 'win32-x64'],
      ['darwin-arm64', 'darwin-arm64'],
    ])(
      '%s brings the database of its own processor, and its worker threads as files',
      async (name, prebuild) => {
        const { resources } = await bundle('collector', TARGETS[name], join(dir, name));
        expect(resources.filter((path) => path.endsWith('.node'))).toEqual([
          `node_modules/better-sqlite3/prebuilds/${prebuild}.node`,
        ]);
        expect(resources).toContain('collector/src/store/sqlite/worker.cjs');
        expect(resources).toContain('collector/console/dist/index.html');
      },
      60_000,
    );
  });
});
