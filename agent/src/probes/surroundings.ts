import { type Outcome, unknown } from '@assay/shared';
import { existing } from '../system/existing.ts';
import { ifReadable } from '../system/file-error.ts';
import type { Files } from '../system/files.ts';
import { parseMountinfo, systemMount } from './mounts/mountinfo.ts';

const KERNEL_RELEASE = '/proc/sys/kernel/osrelease';

/** Of the kernel that Windows runs Linux on, by its release. */
export const isWsl = (kernel: string): boolean => /microsoft/i.test(kernel);

/**
 * Inside Windows' Linux disks, firmware, security chip and way to the network are Windows' own: what is seen of them
 * here is a virtual machine's, and says nothing about the device.
 */
export async function hiddenByWindows(files: Files, what: string): Promise<Outcome<never> | undefined> {
  const kernel = (await ifReadable(files.readText(KERNEL_RELEASE))) ?? '';
  return isWsl(kernel) ? unknown('namespace', `Windows has the ${what}; this is its Linux`) : undefined;
}

/** Left by whoever starts containers. A virtual machine made of a container's image has them too: a hint, no proof. */
const CONTAINER_MARKS = ['/run/.containerenv', '/.dockerenv', '/run/systemd/container'];

/** A container has a packet filter of its own. It is one only if it has no disk of its own, too. */
export async function hiddenByContainer(files: Files, what: string): Promise<Outcome<never> | undefined> {
  const [mark] = await existing(files, CONTAINER_MARKS);
  if (mark === undefined) return undefined;
  const mounts = parseMountinfo((await ifReadable(files.readText('/proc/1/mountinfo'))) ?? '');
  if (systemMount(mounts)) return undefined;
  return unknown('namespace', `${mark}, and no disk for /: the ${what} of a container is not the machine's`);
}
