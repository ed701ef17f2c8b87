import type { Platform } from '@assay/shared';
import { linuxProbes } from './linux.ts';
import { macosProbes } from './macos.ts';
import { completed } from './not-yet.ts';
import type { AnyProbe } from './probe.ts';
import { windowsProbes } from './windows.ts';

/** What is written for each platform; a signal that is missing there is answered by "not yet". */
export const WRITTEN: Record<Platform, () => readonly AnyProbe[]> = {
  linux: linuxProbes,
  macos: macosProbes,
  windows: windowsProbes,
};

/** One probe for every signal of the vocabulary; each call makes new ones, with memories of their own. */
export const probesFor = (platform: Platform): readonly AnyProbe[] =>
  completed(platform, WRITTEN[platform]());
