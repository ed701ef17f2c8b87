import type { Platform } from '@assay/shared';
import { linuxProbes } from './linux.ts';
import { notYetProbes } from './not-yet.ts';
import type { AnyProbe } from './probe.ts';

/** One probe for every signal of the vocabulary; each call makes new ones, with memories of their own. */
export function probesFor(platform: Platform): readonly AnyProbe[] {
  return platform === 'linux' ? linuxProbes() : notYetProbes(platform);
}
