import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bundle, bundle } from './bundle.ts';
import type { Compression } from './compression.ts';
import { makeExecutable } from './executable.ts';
import { agentPackage } from './linux/agent-package.ts';
import { collectorPackage } from './linux/collector-package.ts';
import { makeDeb } from './linux/deb.ts';
import { makeRpm } from './linux/rpm.ts';
import { signAdHoc } from './macho-sign.ts';
import { agentPackage as macAgentPackage } from './macos/agent-package.ts';
import type { InstallerIdentity } from './macos/installer-identity.ts';
import { makePkg } from './macos/pkg.ts';
import { stage, tarXz } from './payload.ts';
import { runtimePayload } from './runtime-form.ts';
import { type Product, TARGETS, type TargetName } from './targets.ts';
import { type AuthenticodeIdentity, signForWindows } from './windows/authenticode.ts';
import { makeMsi, serviceHost } from './windows/msi.ts';

export interface BuildOptions {
  outDir: string;
  version: string;
  compression: Compression;
  /** Null: what is made for Windows stays unsigned. */
  authenticode: AuthenticodeIdentity | null;
  /** Root metadata of the update repository that agents are to trust; null: none goes with them. */
  updateRoot: string | null;
  /** Null: the package for macOS stays unsigned. */
  macInstaller: InstallerIdentity | null;
  /** Told of each file when it is there. */
  onFile(file: string, seconds: number): void;
}

/**
 * Makes everything that is shipped of one product for one target.
 * @throws PackageError naming what is missing
 */
export async function buildTarget(product: Product, name: TargetName, options: BuildOptions): Promise<void> {
  const { outDir, version } = options;
  const work = mkdtempSync(join(tmpdir(), 'assay-package-'));
  const base = join(outDir, `assay-${product}-${version}-${name}`);
  const timed = async (file: string, make: () => Promise<void>) => {
    const start = performance.now();
    await make();
    options.onFile(file, (performance.now() - start) / 1000);
  };
  try {
    mkdirSync(outDir, { recursive: true });
    const target = TARGETS[name];
    const bundled = await bundle(product, target, join(work, 'bundle'), version);
    if (target.platform === 'linux')
      return await linuxFiles(product, name, bundled, { ...options, base, timed });
    if (target.platform === 'windows')
      return await windowsFiles(product, name, bundled, { ...options, base, timed });
    await macFiles(product, name, bundled, { ...options, base, timed, root: join(work, 'root') });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

interface Making extends BuildOptions {
  /** Absolute path of what is made, without an ending. */
  base: string;
  timed(file: string, make: () => Promise<void>): Promise<void>;
}

async function linuxFiles(
  product: Product,
  name: TargetName,
  bundled: Bundle,
  making: Making,
): Promise<void> {
  const { base, timed, version, compression } = making;
  await timed(base, async () => copyFileSync(await makeExecutable(product, name, bundled), base));
  chmodSync(base, 0o755);
  const { arch } = TARGETS[name];
  const spec =
    product === 'agent'
      ? agentPackage(base, version, arch, making.updateRoot)
      : collectorPackage(base, version, arch);
  await timed(`${base}.deb`, () => makeDeb(spec, `${base}.deb`, compression));
  await timed(`${base}.rpm`, () => makeRpm(spec, `${base}.rpm`, compression));
}

async function windowsFiles(
  product: Product,
  name: TargetName,
  bundled: Bundle,
  making: Making,
): Promise<void> {
  const { base, timed, version, authenticode, compression } = making;
  const sign = async (file: string) => {
    if (authenticode) await signForWindows(file, authenticode);
  };
  const agent = `${base}.exe`;
  await timed(agent, async () => {
    copyFileSync(await makeExecutable(product, name, bundled), agent);
    await sign(agent);
  });
  if (product === 'collector') return;
  const host = `${base}-service.exe`;
  copyFileSync(await serviceHost(), host);
  await sign(host);
  await timed(`${base}.msi`, async () => {
    const { updateRoot } = making;
    await makeMsi(
      { agent, serviceHost: host, updateRoot },
      { version, arch: TARGETS[name].arch, compression },
      `${base}.msi`,
    );
    await sign(`${base}.msi`);
  });
  // It is of use in the installer only.
  rmSync(host);
}

async function macFiles(
  product: Product,
  name: TargetName,
  bundled: Bundle,
  making: Making & { root: string },
): Promise<void> {
  const { base, timed, version, compression, macInstaller, updateRoot, root } = making;
  const { arch } = TARGETS[name];
  // Intel Macs get none: Node's single executables crash there at their start.
  if (arch === 'arm64') await timed(base, () => macExecutable(product, name, bundled, base));
  const program = await runtimePayload(product, name, bundled, updateRoot);
  await timed(`${base}.tar.xz`, async () => {
    stage(program, root);
    await tarXz(root, `assay-${product}-${version}`, `${base}.tar.xz`, compression);
  });
  if (product === 'collector') return;
  // What an agent that is installed as runtime and bundle updates itself by.
  await timed(`${base}.cjs`, async () => copyFileSync(bundled.main, `${base}.cjs`));
  const spec = macAgentPackage(program, version, arch);
  await timed(`${base}.pkg`, () => makePkg(spec, `${base}.pkg`, { compression, signer: macInstaller }));
}

async function macExecutable(
  product: Product,
  name: TargetName,
  bundled: Bundle,
  file: string,
): Promise<void> {
  const unsigned = readFileSync(await makeExecutable(product, name, bundled));
  writeFileSync(file, signAdHoc(unsigned, `dev.assay.${product}`), { mode: 0o755 });
}
