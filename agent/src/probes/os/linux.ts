import { machine } from 'node:os';
import { type Os, type Outcome, ok, unknown } from '@assay/shared';
import { fileProblemToOutcome, ifReadable, ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import type { Probe } from '../probe.ts';
import { isWsl } from '../surroundings.ts';
import { type Kernels, readKernels } from './kernels.ts';
import { OS_RELEASE, readOsRelease } from './read-os-release.ts';

const UBUNTU_PRO = '/var/lib/ubuntu-advantage/status.json';

/** Release, running and newest installed kernel. */
export const osOnLinux: Probe<'os'> = {
  signal: 'os',
  watch: [...OS_RELEASE, UBUNTU_PRO, '/lib/modules', '/usr/lib/modules', '/boot'],
  everyMs: 300_000,
  deadlineMs: 5000,
  async observe({ files }) {
    try {
      const release = await readOsRelease(files);
      if (release === undefined) return unknown('not_supported', `none of ${OS_RELEASE.join(', ')}`);
      return toOs(release, await readKernels(files), {
        arch: await readArch(files),
        extendedSupport: await readExtendedSupport(files),
      });
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

/** Names of os-release(5) to ours; `ID` defaults as the man page says. */
function toOs(
  release: Map<string, string>,
  kernels: Kernels,
  { arch, extendedSupport }: { arch: string; extendedSupport: boolean | undefined },
): Outcome<Os> {
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
    ...(extendedSupport === undefined ? {} : { extended_support: extendedSupport }),
  });
}

/** Container images of rolling releases were seen with a template's placeholder; os-release(5) has no upper case. */
const toVersion = (text: string | undefined) => (text && /^[a-z0-9._-]+$/.test(text) ? text : undefined);

/** The machine's, not this Node build's; the kernel says it itself since 6.1. */
async function readArch(files: Files): Promise<string> {
  const arch = await ifThere(files.readText('/proc/sys/kernel/arch'));
  if (arch !== undefined) return arch.trim();
  return files.root === '/' ? machine() : 'unknown';
}

/** Ubuntu's paid extension of support, by the status that its client keeps; missing: no such client. */
async function readExtendedSupport(files: Files): Promise<boolean | undefined> {
  const text = await ifReadable(files.readText(UBUNTU_PRO));
  if (text === undefined) return undefined;
  try {
    const status: unknown = JSON.parse(text);
    const services = isObject(status) && Array.isArray(status.services) ? status.services : undefined;
    return services?.some(
      (service) => isObject(service) && service.name === 'esm-infra' && service.status === 'enabled',
    );
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
