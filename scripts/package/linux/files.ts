import { chmodSync, copyFileSync } from 'node:fs';
import type { Bundle } from '../bundle.ts';
import { makeExecutable } from '../executable.ts';
import type { Making } from '../making.ts';
import { type Product, TARGETS, type TargetName } from '../targets.ts';
import { agentPackage } from './agent-package.ts';
import { collectorPackage } from './collector-package.ts';
import { makeDeb } from './deb.ts';
import { makeRpm } from './rpm.ts';

/** An executable, and both kinds of packages with it. */
export async function linuxFiles(
  product: Product,
  name: TargetName,
  bundled: Bundle,
  { base, timed, version, compression, updateRoot }: Making,
): Promise<void> {
  await timed(base, async () => copyFileSync(await makeExecutable(product, name, bundled), base));
  chmodSync(base, 0o755);
  const { arch } = TARGETS[name];
  const spec =
    product === 'agent'
      ? agentPackage(base, version, arch, updateRoot)
      : collectorPackage(base, version, arch);
  await timed(`${base}.deb`, () => makeDeb(spec, `${base}.deb`, compression));
  await timed(`${base}.rpm`, () => makeRpm(spec, `${base}.rpm`, compression));
}
