import { ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';

/** Makers, products and firmware of virtual machines; QEMU's on ARM names itself `linux,dummy-virt`. */
const VIRTUAL_MAKER =
  /qemu|kvm|vmware|innotek|virtualbox|xen|amazon ec2|google compute|parallels|bochs|bhyve|openstack|virtual machine|apple virtualization|nutanix|dummy-virt/i;

/** @param texts vendor, product and firmware as the maker wrote them; undefined where there is none of them */
export function isMadeVirtual(texts: readonly (string | undefined)[]): boolean | undefined {
  const makers = texts.filter((text) => text !== undefined);
  return makers.length > 0 ? VIRTUAL_MAKER.test(makers.join(' ')) : undefined;
}

/** @returns undefined where neither its maker nor its processor tells */
export async function isVirtual(
  files: Files,
  makers: readonly (string | undefined)[],
): Promise<boolean | undefined> {
  const isMade = isMadeVirtual(makers);
  if (isMade) return true;
  if ((await ifReadable(files.readText('/sys/hypervisor/type'))) !== undefined) return true;
  // A processor flag that x86 hypervisors set for their guests; on ARM only the maker tells.
  const processors = (await ifReadable(files.readText('/proc/cpuinfo', 16 * 1024 * 1024))) ?? '';
  const flags = /^flags\s*:.*$/m.exec(processors)?.[0];
  return flags === undefined ? isMade : /\bhypervisor\b/.test(flags);
}
