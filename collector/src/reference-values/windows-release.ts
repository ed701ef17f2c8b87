import type { Os } from '@assay/shared';
import type { OsRelease } from './os-eol.ts';

type Servicing = 'iot-lts' | 'e-lts' | 'e' | 'w';

// The EditionIDs and their servicing are Microsoft's: Pro Education is serviced like Pro, not like Education.
function servicingOf(edition: string): Servicing | null {
  if (/^IoTEnterpriseS/.test(edition)) return 'iot-lts';
  if (/^EnterpriseS/.test(edition)) return 'e-lts';
  if (/^(Enterprise|Education|IoTEnterprise|ServerRdsh)/.test(edition)) return 'e';
  return /^(Professional|Core)/.test(edition) ? 'w' : null;
}

const suffixOf = (release: string): Servicing | null =>
  (/-(iot-lts|e-lts|e|w)$/.exec(release)?.[1] as Servicing | undefined) ?? null;

/**
 * The releases that an installed Windows may be: one build serves several editions with different ends of life,
 * and without a known edition (EditionID in `os.variant`) all of them stay possible.
 */
export function windowsReleases(os: Os, releases: readonly OsRelease[]): OsRelease[] {
  const build = /^\d+\.\d+\.\d+/.exec(os.version ?? '')?.[0];
  const ofBuild = releases.filter((release) => build !== undefined && release.latest === build);
  const servicing = servicingOf(os.variant ?? '');
  if (!servicing) return ofBuild;
  return ofBuild.filter(({ release }) => (suffixOf(release) ?? servicing) === servicing);
}

/** The product that a Windows is listed under. */
export const windowsProduct = (os: Os): string =>
  os.variant?.startsWith('Server') && os.variant !== 'ServerRdsh' ? 'windows-server' : 'windows';
