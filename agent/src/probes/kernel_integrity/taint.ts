/** Meaning of each bit, from the kernel's Documentation/admin-guide/tainted-kernels.rst. */
const REASONS = [
  'proprietary module loaded',
  'module loaded by force',
  'running on hardware out of specification',
  'module unloaded by force',
  'machine check',
  'bad page',
  'requested by a program',
  'kernel died recently',
  'ACPI table overridden',
  'kernel warning',
  'staging driver loaded',
  'firmware bug worked around',
  'out-of-tree module loaded',
  'unsigned module loaded',
  'soft lockup',
  'live-patched',
  "distribution's own reason",
  'built with randomised structures',
  'in-kernel test ran',
];

/** @param taint what /proc/sys/kernel/tainted says; a bit that is newer than the table is named by its number */
export function taintReasons(taint: number): string[] {
  const reasons: string[] = [];
  for (let rest = taint, bit = 0; rest > 0; rest = Math.floor(rest / 2), bit += 1) {
    if (rest % 2 === 1) reasons.push(REASONS[bit] ?? `bit ${bit}`);
  }
  return reasons;
}
