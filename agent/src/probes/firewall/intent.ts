import { existing } from '../../system/existing.ts';
import { ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import { parseOsRelease } from '../os/os-release.ts';

const UFW = '/etc/ufw/ufw.conf';
const FIREWALLD_PIDS = ['/run/firewalld.pid', '/run/firewalld/firewalld.pid'];

/**
 * What configuration says about a firewall. Configuration is intent: it stands beside the packet filter's own
 * rules as evidence and never in their place.
 */
export async function readIntent(files: Files): Promise<string[]> {
  const ufw = await ifReadable(files.readText(UFW));
  const enabled = ufw === undefined ? undefined : parseOsRelease(ufw).get('ENABLED');
  return [
    ...(enabled === undefined ? [] : [`${UFW} ENABLED=${enabled === 'yes' ? 'yes' : 'no'}`]),
    ...(await existing(files, FIREWALLD_PIDS)),
  ];
}
