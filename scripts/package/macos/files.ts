import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle } from '../bundle.ts';
import { makeExecutable } from '../executable.ts';
import { signAdHoc } from '../macho-sign.ts';
import type { Making } from '../making.ts';
import { stage, tarXz } from '../payload.ts';
import { runtimePayload } from '../runtime-form.ts';
import { type Product, TARGETS, type TargetName } from '../targets.ts';
import { agentPackage } from './agent-package.ts';
import { makePkg } from './pkg.ts';

/** Runtime and bundle as an archive and, of the agent, as a package; for Apple's processors one executable, too. */
export async function macFiles(
  product: Product,
  name: TargetName,
  bundled: Bundle,
  { base, work, timed, version, compression, macInstaller, updateRoot }: Making,
): Promise<void> {
  const { arch } = TARGETS[name];
  // Intel Macs get none: Node's single executables crash there at their start.
  if (arch === 'arm64') await timed(base, () => executable(product, name, bundled, base));
  const program = await runtimePayload(product, name, bundled, updateRoot);
  await timed(`${base}.tar.xz`, async () => {
    const root = join(work, 'root');
    stage(program, root);
    await tarXz(root, `assay-${product}-${version}`, `${base}.tar.xz`, compression);
  });
  if (product === 'collector') return;
  // What an agent that is installed as runtime and bundle updates itself by.
  await timed(`${base}.cjs`, async () => copyFileSync(bundled.main, `${base}.cjs`));
  const spec = agentPackage(program, version, arch);
  await timed(`${base}.pkg`, () => makePkg(spec, `${base}.pkg`, { compression, signer: macInstaller }));
}

async function executable(product: Product, name: TargetName, bundled: Bundle, file: string): Promise<void> {
  const unsigned = readFileSync(await makeExecutable(product, name, bundled));
  writeFileSync(file, signAdHoc(unsigned, `dev.assay.${product}`), { mode: 0o755 });
}
