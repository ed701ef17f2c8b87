import type { EdrEvidence } from '@assay/shared';
import type { Exec } from '../../system/exec.ts';
import { readKey } from '../../system/windows/registry.ts';
import type { ServiceState } from '../../system/windows/services.ts';
import { ifTold } from '../../system/windows/untold.ts';
import type { WindowsProduct } from './windows-products.ts';

/** What a product's services show. */
export interface ServiceEvidence {
  installed: boolean;
  /** Undefined: its service runs, and from where could not be told. */
  running: boolean | undefined;
  /** The programs of the services that are genuine, lower case. */
  programs: string[];
  evidence: EdrEvidence[];
}

const AUTOMATIC = 2;
const SERVICES = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';

/**
 * A service with the right name may start anything: only one whose program lies in the product's directory, where
 * ordinary people cannot write, counts.
 * @returns undefined when it has none of its services
 */
export async function findServices(
  exec: Exec,
  product: WindowsProduct,
  states: Map<string, ServiceState>,
): Promise<ServiceEvidence | undefined> {
  const found: ServiceEvidence = { installed: false, running: false, programs: [], evidence: [] };
  let any = false;
  for (const service of product.services) {
    const state = states.get(service.toLowerCase());
    if (!state) continue;
    any = true;
    const key = await ifTold(readKey(exec, `${SERVICES}\\${service}`));
    const program = toProgram(key?.text('ImagePath'));
    const isGenuine = program && product.directories.some((directory) => program.startsWith(directory));
    if (program && !isGenuine) {
      const basis = `service ${service}: not where the product installs it`;
      found.evidence.push({ kind: 'contradiction', basis });
      continue;
    }
    const protects = !found.installed;
    found.installed = true;
    found.evidence.push({ kind: 'installed', basis: `service ${service}` });
    if (program) found.programs.push(program);
    if ((key?.number('Start') ?? Number.POSITIVE_INFINITY) <= AUTOMATIC) {
      found.evidence.push({ kind: 'enabled', basis: `service ${service} starts with the system` });
    }
    if (state !== 'running') continue;
    found.evidence.push({ kind: 'running', basis: `service ${service}: running` });
    if (protects) found.running = program ? true : undefined;
  }
  return any ? found : undefined;
}

const VARIABLES: Record<string, string> = {
  '%programfiles%': 'c:\\program files',
  '%programfiles(x86)%': 'c:\\program files (x86)',
  '%programdata%': 'c:\\programdata',
  '%systemroot%': 'c:\\windows',
  '%windir%': 'c:\\windows',
};

/**
 * The program of an ImagePath, in lower case and without quotes, arguments and variables.
 * @returns undefined for one that climbs out of its directory, or none
 */
export function toProgram(imagePath: string | undefined): string | undefined {
  const [, quoted, bare] = /^(?:"([^"]+)"|(.+?\.(?:exe|sys))(?:\s|$))/i.exec(imagePath?.trim() ?? '') ?? [];
  const path = (quoted ?? bare)
    ?.toLowerCase()
    .replaceAll('/', '\\')
    .replace(/^\\\?\?\\/, '');
  if (!path || path.split('\\').includes('..')) return undefined;
  return path.replace(/^%[^%]+%/, (variable) => VARIABLES[variable] ?? variable);
}
