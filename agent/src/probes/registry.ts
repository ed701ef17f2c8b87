import { type Platform, SIGNAL_NAMES } from '@assay/shared';
import { linuxProbes } from './linux.ts';
import { macosProbes } from './macos.ts';
import type { AnyProbe } from './probe.ts';
import { windowsProbes } from './windows.ts';

const PROBES: Record<Platform, () => readonly AnyProbe[]> = {
  linux: linuxProbes,
  macos: macosProbes,
  windows: windowsProbes,
};

/** One probe for every signal, in the vocabulary's order; each call makes new ones, with memories of their own. */
export const probesFor = (platform: Platform): readonly AnyProbe[] =>
  PROBES[platform]().toSorted((a, b) => SIGNAL_NAMES.indexOf(a.signal) - SIGNAL_NAMES.indexOf(b.signal));
