import { join } from 'node:path';
import type { PayloadFile } from '../../scripts/package/payload.ts';
import type { LinuxRoot } from './linux-root.ts';

const HERE = import.meta.dirname;

/**
 * Makes a copy of a Linux root enough of a Mac for the scripts of a package: the group wheel, and strict doubles of
 * launchctl and pkgutil.
 */
export async function makeMac({ run }: LinuxRoot): Promise<void> {
  const double = (name: string) => ['install', '-m', '0755', join(HERE, name)];
  await run([...double('launchctl.py'), '/usr/bin/launchctl']);
  await run([...double('pkgutil.sh'), '/usr/bin/pkgutil']);
  await run(['sh', '-c', 'echo wheel:x:0: >>/etc/group; mkdir -p /var/db/receipts']);
}

/** What macOS' Installer does with a flat package: the script before, the files, the script behind, the receipt. */
export async function installPkg({ run }: LinuxRoot, file: string): Promise<void> {
  const steps = `set -e
    dir=$(mktemp -d)
    7zz x -txar -o$dir ${file} >/dev/null
    cd $dir/agent.pkg
    mkdir scripts
    (cd scripts && gzip -dc ../Scripts | cpio --extract --quiet)
    scripts/preinstall ${file} / / /
    python3 ${join(HERE, 'unpack-pbzx.py')} Payload | (cd / && cpio --extract --quiet --unconditional --make-directories)
    scripts/postinstall ${file} / / /
    cp Bom /var/db/receipts/dev.assay.agent.bom
    cd / && rm -rf $dir`;
  await run(['sh', '-c', steps]);
}

/**
 * The program as it is shipped, but with a Node that runs here, and believes to be on a Mac.
 * @param node of Linux
 */
export function onLinux(program: readonly PayloadFile[], node: string): PayloadFile[] {
  const pretend = "Object.defineProperty(process, 'platform', { value: 'darwin' });\n";
  const wrapper = `#!/bin/sh\nexec ${node} --require /opt/assay-agent/pretend.cjs "$@"\n`;
  return [
    ...program.filter(({ path }) => path !== 'node'),
    { path: 'node', mode: 0o755, from: { text: wrapper } },
    { path: 'pretend.cjs', mode: 0o644, from: { text: pretend } },
  ];
}
