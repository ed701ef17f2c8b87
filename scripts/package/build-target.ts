import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Platform } from '@assay/shared';
import { type Bundle, bundle } from './bundle.ts';
import { linuxFiles } from './linux/files.ts';
import { macFiles } from './macos/files.ts';
import type { BuildOptions, Making } from './making.ts';
import { type Product, TARGETS, type TargetName } from './targets.ts';
import { windowsFiles } from './windows/files.ts';

const FILES: Record<
  Platform,
  (product: Product, name: TargetName, bundled: Bundle, making: Making) => Promise<void>
> = { linux: linuxFiles, macos: macFiles, windows: windowsFiles };

/**
 * Makes everything that is shipped of one product for one target.
 * @throws PackageError naming what is missing
 */
export async function buildTarget(product: Product, name: TargetName, options: BuildOptions): Promise<void> {
  const { outDir, version, onFile } = options;
  const work = mkdtempSync(join(tmpdir(), 'assay-package-'));
  const base = join(outDir, `assay-${product}-${version}-${name}`);
  const timed: Making['timed'] = async (file, make) => {
    const start = performance.now();
    await make();
    onFile(file, (performance.now() - start) / 1000);
  };
  try {
    mkdirSync(outDir, { recursive: true });
    const target = TARGETS[name];
    const bundled = await bundle(product, target, join(work, 'bundle'), version);
    await FILES[target.platform](product, name, bundled, { ...options, base, work, timed });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
