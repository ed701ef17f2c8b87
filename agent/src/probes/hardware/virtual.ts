import { ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';

/** Makers, products and firmware of virtual machines. */
export const VIRTUAL_MAKER =
  /qemu|kvm|vmware|innotek|virtualbox|xen|amazon ec2|google compute|parallels|bochs|bhyve|openstack|virtual machine/i;

/** @param makers vendor, product and firmware as the maker wrote them */
export async function isVirtual(files: Files, makers: string): Promise<boolean> {
  if (VIRTUAL_MAKER.test(makers)) return true;
  if ((await ifReadable(files.readText('/sys/hypervisor/type'))) !== undefined) return true;
  // A processor flag that x86 hypervisors set for their guests; on ARM only the maker tells.
  const processors = (await ifReadable(files.readText('/proc/cpuinfo', 16 * 1024 * 1024))) ?? '';
  return /^flags\s*:.*\bhypervisor\b/m.test(processors);
}
