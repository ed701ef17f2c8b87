import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VERSION } from '@assay/shared';
import { bundle } from '../../scripts/package/bundle.ts';
import { makeExecutable } from '../../scripts/package/executable.ts';
import { type Product, TARGETS, type TargetName } from '../../scripts/package/targets.ts';
import type { Need } from '../helpers/needs.ts';

/** What makes executables of Linux for Linux. */
export const STRIP: Need = { program: '/usr/bin/strip', debian: 'binutils' };

export const STRIP_ARM64: Need = {
  program: '/usr/bin/aarch64-linux-gnu-strip',
  debian: 'binutils-aarch64-linux-gnu',
};
export const RPM: Need = { program: '/usr/bin/rpmbuild', debian: 'rpm' };

export const WIXL: Need = { program: '/usr/bin/wixl', debian: 'wixl' };
export const MSI: Need = { program: '/usr/bin/msibuild', debian: 'msitools' };
/** What unpacks cabinets of Windows, each by code of its own. */
export const CABINET_READERS: Need[] = [
  { program: '/usr/bin/cabextract', debian: 'cabextract' },
  { program: '/usr/bin/7zz', debian: '7zip' },
];
export const OSSLSIGNCODE: Need = { program: '/usr/bin/osslsigncode', debian: 'osslsigncode' };
export const MINGW: Need = {
  program: '/usr/bin/x86_64-w64-mingw32-gcc',
  debian: 'gcc-mingw-w64-x86-64-win32',
};

export const SYSTEMD: Need = { program: '/lib/systemd/systemd', debian: 'systemd' };
export const XZ: Need = { program: '/usr/bin/xz', debian: 'xz-utils' };
/** What takes a .pkg apart. */
export const PKG_READERS: Need[] = [
  { program: '/usr/bin/7zz', debian: '7zip' },
  { program: '/usr/bin/python3', debian: 'python3' },
  { program: '/usr/bin/cpio', debian: 'cpio' },
];

/** Room for a first build, which fetches the runtime and runs pkg on a busy machine. */
export const BUILD_TIMEOUT_MS = 480_000;

/**
 * Bundles a product and makes its executable, or takes the one that was made of the same sources before.
 * @param node version of the runtime, if not the target's
 */
export async function packaged(
  product: Product,
  name: TargetName = 'linux-x64',
  version = VERSION,
  node: string = TARGETS[name].node,
): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'assay-bundle-'));
  try {
    const bundled = await bundle(product, { ...TARGETS[name], node }, dir, version);
    return await makeExecutable(product, name, bundled, node);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/**
 * An agent that was packaged by mistake: it answers `--version`, and hangs when it is to run.
 * @returns as `packaged`
 */
export async function packagedHanging(version: string): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'assay-bundle-'));
  try {
    const bundled = await bundle('agent', TARGETS['linux-x64'], dir, version);
    const hang = 'if (process.argv.includes("run")) return setInterval(() => {}, 1000);';
    const text = readFileSync(bundled.main, 'utf8').replace(/^#!.*/, '');
    writeFileSync(bundled.main, `${hang}\n${text}`);
    return await makeExecutable('agent', 'linux-x64', { ...bundled, digest: `${bundled.digest} hangs` });
  } finally {
    rmSync(dir, { recursive: true });
  }
}
