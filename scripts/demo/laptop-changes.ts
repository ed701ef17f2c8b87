import type { Laptop } from '../../test/laptop/tree.ts';

/** One fact of the demonstration's laptop that a person can break and mend. */
export interface Break {
  key: string;
  name: string;
  /** What the person would do. */
  title: string;
  broken: string;
  apply(laptop: Laptop): void;
  mend(laptop: Laptop): void;
}

export const BREAKS: readonly Break[] = [
  {
    key: '1',
    name: 'edr',
    title: 'remove the endpoint protection',
    broken: 'endpoint protection removed',
    apply: (laptop) => laptop.removeEdr(),
    mend: (laptop) => laptop.restoreEdr(),
  },
  {
    key: '2',
    name: 'disk',
    title: 'decrypt the disk',
    broken: 'disk decrypted',
    apply: (laptop) => laptop.decryptDisk(),
    mend: (laptop) => laptop.encryptDisk(),
  },
  {
    key: '3',
    name: 'support',
    title: 'let the security updates end',
    broken: 'system without security updates',
    apply: (laptop) => laptop.endSupport(),
    mend: (laptop) => laptop.renewSupport(),
  },
];
