import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../scripts/package/bundle.ts';
import { makeExecutable } from '../../scripts/package/executable.ts';
import { type Product, TARGETS, type TargetName } from '../../scripts/package/targets.ts';
import type { Need } from '../helpers/needs.ts';

/** What makes executables of Linux for Linux. */
export const STRIP: Need = { program: '/usr/bin/strip', debian: 'binutils' };

export const RPM: Need = { program: '/usr/bin/rpmbuild', debian: 'rpm' };

/** Room for a first build, which fetches the runtime and runs pkg on a busy machine. */
export const BUILD_TIMEOUT_MS = 300_000;

/** Bundles a product and makes its executable, or takes the one that was made of the same sources before. */
export async function packaged(
  product: Product,
  name: TargetName = 'linux-x64',
  version?: string,
): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'assay-bundle-'));
  try {
    return await makeExecutable(product, name, await bundle(product, TARGETS[name], dir, version));
  } finally {
    rmSync(dir, { recursive: true });
  }
}
