import { type Os, type Outcome, ok, unknown } from '@assay/shared';
import { type RegistryKey, readKey } from '../../system/windows/registry.ts';
import { ifTold, untoldToOutcome } from '../../system/windows/untold.ts';
import type { Probe } from '../probe.ts';

const CURRENT_VERSION = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const ENVIRONMENT = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment';

/** Windows 11 calls itself "Windows 10" in the registry; its first build tells. */
const FIRST_BUILD_OF_11 = 22_000;

/** Edition, release, and the build with its monthly revision. */
export const osOnWindows: Probe<'os'> = {
  signal: 'os',
  watch: [],
  everyMs: 300_000,
  deadlineMs: 10_000,
  async observe({ exec }) {
    try {
      const current = await readKey(exec, CURRENT_VERSION);
      if (!current) return unknown('not_supported', `no ${CURRENT_VERSION}`);
      return toOs(current, await ifTold(readKey(exec, ENVIRONMENT)));
    } catch (error) {
      return untoldToOutcome(error);
    }
  },
};

function toOs(current: RegistryKey, environment: RegistryKey | undefined): Outcome<Os> {
  const build = current.text('CurrentBuild');
  const revision = current.number('UBR');
  if (!build || !/^\d{4,6}$/.test(build)) return unknown('unparsed', `${CURRENT_VERSION}: no build`);
  const kernel = `10.0.${build}`;
  if (current.number('CurrentMajorVersionNumber') !== 10) {
    return unknown('not_supported', `build ${build} is older than Windows 10`);
  }
  const edition = current.text('EditionID');
  const release = current.text('DisplayVersion') ?? current.text('ReleaseId');
  return ok({
    id: 'windows',
    name: toName(current, Number(build)),
    version: revision === undefined ? kernel : `${kernel}.${revision}`,
    id_like: [],
    ...(edition ? { variant: edition } : {}),
    ...(release ? { build: release } : {}),
    arch: toArch(environment?.text('PROCESSOR_ARCHITECTURE')),
    kernel,
  });
}

function toName(current: RegistryKey, build: number): string {
  const name = current.text('ProductName') ?? 'Windows';
  const isClient = current.text('InstallationType') === 'Client';
  return isClient && build >= FIRST_BUILD_OF_11 ? name.replace(/^Windows 10\b/, 'Windows 11') : name;
}

const ARCHITECTURES: Record<string, string> = { AMD64: 'x86_64', ARM64: 'aarch64', X86: 'i686' };

/** The machine's own, also where this process is emulated. */
const toArch = (text = '') => ARCHITECTURES[text.toUpperCase()] ?? 'unknown';
