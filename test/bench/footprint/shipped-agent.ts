import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../../scripts/package/bundle.ts';
import { makeExecutable } from '../../../scripts/package/executable.ts';
import { TARGETS, type TargetName } from '../../../scripts/package/targets.ts';

/** The executable that is shipped for this machine, made from these sources. @returns its path below `dir` */
export async function makeShippedAgent(dir: string): Promise<string> {
  const name = `${platform()}-${arch()}` as TargetName;
  const made = await makeExecutable('agent', name, await bundle('agent', TARGETS[name], join(dir, 'bundle')));
  const executable = join(dir, 'assay-agent');
  copyFileSync(made, executable);
  // As after a restart of the machine: what was only just written lies in memory in larger pieces, and the kernel
  // maps 15 MB more of it into the process than it needs.
  execFileSync('sync', [executable]);
  execFileSync('dd', [`if=${executable}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' });
  return executable;
}
