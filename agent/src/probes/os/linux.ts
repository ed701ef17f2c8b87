import { machine } from 'node:os';
import { type Os, type Outcome, ok, unknown } from '@assay/shared';
import { fileProblemToOutcome, ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import type { Probe } from '../probe.ts';
import { type Kernels, readKernels } from './kernels.ts';
import { parseOsRelease } from './os-release.ts';

const OS_RELEASE = ['/etc/os-release', '/usr/lib/os-release'];

/** Release, running and newest installed kernel. */
export const osOnLinux: Probe<'os'> = {
  signal: 'os',
  watch: [...OS_RELEASE, '/lib/modules', '/usr/lib/modules', '/boot'],
  everyMs: 60_000,
  deadlineMs: 5000,
  async observe({ files }) {
    try {
      const text = await readFirst(files, OS_RELEASE);
      if (text === undefined) return unknown('not_supported', `none of ${OS_RELEASE.join(', ')}`);
      return toOs(parseOsRelease(text), await readKernels(files), await readArch(files));
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

/** Names of os-release(5) to ours; `ID` defaults as the man page says. */
function toOs(release: Map<string, string>, kernels: Kernels, arch: string): Outcome<Os> {
  if (release.size === 0) return unknown('unparsed', 'os-release holds no assignment');
  const given = (...keys: string[]) => keys.map((key) => release.get(key)).find(Boolean);
  const name = given('NAME') ?? 'Linux';
  const version = toVersion(given('VERSION_ID'));
  const variant = isWsl(kernels.running) ? 'wsl' : given('VARIANT_ID', 'IMAGE_ID');
  const build = given('BUILD_ID', 'OSTREE_VERSION', 'IMAGE_VERSION');
  const supportEnd = given('SUPPORT_END');
  return ok({
    id: given('ID') ?? 'linux',
    name: given('PRETTY_NAME') ?? [name, given('VERSION')].filter(Boolean).join(' '),
    ...(version ? { version } : {}),
    id_like: (release.get('ID_LIKE') ?? '').split(/\s+/).filter(Boolean),
    ...(variant ? { variant } : {}),
    ...(build ? { build } : {}),
    arch,
    kernel: kernels.running,
    ...(kernels.newest ? { newest_kernel: kernels.newest } : {}),
    ...(supportEnd && /^\d{4}-\d\d-\d\d$/.test(supportEnd) ? { support_end: supportEnd } : {}),
  });
}

/** Container images of rolling releases were seen with a template's placeholder; os-release(5) has no upper case. */
const toVersion = (text: string | undefined) => (text && /^[a-z0-9._-]+$/.test(text) ? text : undefined);

/** Its disk, boot chain and packet filter belong to the Windows host. */
const isWsl = (kernel: string) => /microsoft/i.test(kernel);

async function readFirst(files: Files, paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const text = await ifThere(files.readText(path));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The machine's, not this Node build's; the kernel says it itself since 6.1. */
async function readArch(files: Files): Promise<string> {
  const arch = await ifThere(files.readText('/proc/sys/kernel/arch'));
  if (arch !== undefined) return arch.trim();
  return files.root === '/' ? machine() : 'unknown';
}
