import type { Compression } from './compression.ts';
import type { InstallerIdentity } from './macos/installer-identity.ts';
import type { AuthenticodeIdentity } from './windows/authenticode.ts';

export interface BuildOptions {
  outDir: string;
  version: string;
  compression: Compression;
  /** Null: what is made for Windows stays unsigned. */
  authenticode: AuthenticodeIdentity | null;
  /** Root metadata of the update repository that agents are to trust; null: none goes with them. */
  updateRoot: string | null;
  /** Null: the package for macOS stays unsigned. */
  macInstaller: InstallerIdentity | null;
  /** Told of each file when it is there. */
  onFile(file: string, seconds: number): void;
}

/** What makes the files of one product for one target. */
export interface Making extends BuildOptions {
  /** Absolute path of what is made, without an ending. */
  base: string;
  /** An empty place for what is in between; it goes afterwards. */
  work: string;
  /** Makes a file, and tells of it. */
  timed(file: string, make: () => Promise<void>): Promise<void>;
}
