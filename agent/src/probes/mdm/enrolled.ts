import type { Mdm, MdmEnrollment } from '@assay/shared';

/** Enrolled in one of them for certain, or for certain in none; else nothing is said. */
export function toMdm(enrollments: MdmEnrollment[]): Mdm {
  if (enrollments.some(({ enrolled }) => enrolled === true)) return { enrolled: true, enrollments };
  const isTold = enrollments.every(({ enrolled }) => enrolled === false);
  return isTold ? { enrolled: false, enrollments } : { enrollments };
}
