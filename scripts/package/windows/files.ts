import { copyFileSync, rmSync } from 'node:fs';
import type { Bundle } from '../bundle.ts';
import { makeExecutable } from '../executable.ts';
import type { Making } from '../making.ts';
import { type Product, TARGETS, type TargetName } from '../targets.ts';
import { signForWindows } from './authenticode.ts';
import { makeMsi, serviceHost } from './msi.ts';

/** An executable, and of the agent an installer with it and the service host; all of them signed, if by anybody. */
export async function windowsFiles(
  product: Product,
  name: TargetName,
  bundled: Bundle,
  { base, timed, version, authenticode, compression, updateRoot }: Making,
): Promise<void> {
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
    const { arch } = TARGETS[name];
    await makeMsi({ agent, serviceHost: host, updateRoot }, { version, arch, compression }, `${base}.msi`);
    await sign(`${base}.msi`);
  });
  // It is of use in the installer only.
  rmSync(host);
}
