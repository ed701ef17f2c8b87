import { crypttab, DISK, ENCRYPTED, ONLY_ENCRYPTED, ONLY_PLAIN, PLAIN } from './disk.ts';
import { hardware, secureBoot } from './hardware.ts';
import {
  EDR_FILE_PATHS,
  EDR_FILES,
  EDR_PROCESS,
  EDR_PROCESS_PATHS,
  FIREWALL,
  NETWORK,
} from './protection.ts';
import { END_OF_LIFE, REBOOT_REQUIRED, SUPPORTED, system } from './system.ts';
import { removeFromTree, type Tree, writeTree } from './write-tree.ts';

/**
 * A directory that looks to an agent like a company laptop with Ubuntu 24.04 in good order, and the ways in
 * which it can fall out of order and be mended. Each changes one fact; files that can be watched change last.
 */
export interface Laptop {
  /** What the agent is given as root. */
  root: string;
  hostname: string;
  serial: string;
  removeEdr(): void;
  restoreEdr(): void;
  /** Its files stay. */
  stopEdr(): void;
  startEdr(): void;
  decryptDisk(): void;
  encryptDisk(): void;
  endSupport(): void;
  renewSupport(): void;
  turnOffSecureBoot(): void;
  turnOnSecureBoot(): void;
  installUpdate(): void;
  reboot(): void;
}

export interface LaptopOptions {
  hostname?: string;
  serial?: string;
  /** SMBIOS UUID. */
  uuid?: string;
}

/** Lays a laptop out below `dir`, which must exist. Everything is synchronous. */
export function createLaptop(
  dir: string,
  {
    hostname = 'ada-thinkpad',
    serial = 'PF4XK2M9',
    uuid = '7c2a9b54-1f0e-4d6b-9a83-5e2d4c7f1b60',
  }: LaptopOptions = {},
): Laptop {
  const write = (...trees: Tree[]) => {
    for (const tree of trees) writeTree(dir, tree);
  };
  const remove = (paths: readonly string[]) => removeFromTree(dir, paths);
  write(
    system(hostname),
    SUPPORTED,
    hardware(serial, uuid),
    secureBoot(true),
    DISK,
    ENCRYPTED,
    crypttab(true),
  );
  write(EDR_FILES, EDR_PROCESS, FIREWALL, NETWORK);
  return {
    root: dir,
    hostname,
    serial,
    removeEdr: () => remove([...EDR_PROCESS_PATHS, ...EDR_FILE_PATHS]),
    restoreEdr: () => {
      // The process needs its executable, and the watched file comes last.
      const { '/opt/CrowdStrike/falconctl': control, ...others } = EDR_FILES;
      write(others, EDR_PROCESS, { '/opt/CrowdStrike/falconctl': control ?? '' });
    },
    stopEdr: () => remove(EDR_PROCESS_PATHS),
    startEdr: () => write(EDR_PROCESS),
    decryptDisk: () => {
      write(PLAIN);
      remove(ONLY_ENCRYPTED);
      write(crypttab(false));
    },
    encryptDisk: () => {
      write(ENCRYPTED);
      remove(ONLY_PLAIN);
      write(crypttab(true));
    },
    endSupport: () => write(END_OF_LIFE),
    renewSupport: () => write(SUPPORTED),
    turnOffSecureBoot: () => write(secureBoot(false)),
    turnOnSecureBoot: () => write(secureBoot(true)),
    installUpdate: () => write(REBOOT_REQUIRED),
    reboot: () => remove(Object.keys(REBOOT_REQUIRED)),
  };
}
