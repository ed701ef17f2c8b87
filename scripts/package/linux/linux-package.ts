import type { PayloadFile } from '../payload.ts';
import type { Arch } from '../targets.ts';

/** What a .deb and an .rpm are made from. */
export interface LinuxPackage {
  name: string;
  version: string;
  arch: Arch;
  summary: string;
  description: string;
  files: PayloadFile[];
  /** Paths of those that are the administrator's: an upgrade leaves a changed one alone. */
  config: string[];
  /** The systemd service it brings. */
  service: string;
  /** Shell, run as root after files are in place, at an installation and at an upgrade. */
  prepare: string;
  /** Shell that removes programs which the service fetched, when the package goes. */
  forget: string;
  /** Shell that removes what the service left behind: keys, identity, data, logs. */
  wipe: string;
  /** Environment variable that has a removed .rpm wipe as well; a .deb has `purge` for it. */
  wipeVariable: string;
}

/** Programs of its own runtime, so no package manager can find them out. */
export const MAINTAINER = 'Assay <packages@assay.invalid>';

/**
 * A semantic version as dpkg and rpm order them: for both `1.0.0-rc1` would come after `1.0.0`, and `1.0.0~rc1` comes before
 * it (deb-version(7), rpm-version(7)).
 */
export const systemVersion = (version: string): string => version.replace('-', '~');
