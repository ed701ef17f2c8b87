import { hostname, totalmem } from 'node:os';
import { ok, type Platform, SIGNAL_NAMES, type SignalName, unknown } from '@assay/shared';
import type { AnyProbe, Probe } from './probe.ts';

const NAMES: Record<Platform, string> = { linux: 'Linux', macos: 'macOS', windows: 'Windows' };
const ONCE_A_DAY_MS = 86_400_000;

/**
 * One probe for every signal of the vocabulary, in its order: for what has none yet, what the runtime itself knows,
 * or an honest "unknown".
 */
export function completed(platform: Platform, written: readonly AnyProbe[]): readonly AnyProbe[] {
  return SIGNAL_NAMES.map((signal): AnyProbe => {
    const probe = written.find((candidate) => candidate.signal === signal);
    if (probe) return probe;
    return signal === 'hardware' ? hardwareByRuntime(platform) : (notYet(signal, platform) as AnyProbe);
  });
}

function notYet<N extends SignalName>(signal: N, platform: Platform): Probe<N> {
  return {
    signal,
    watch: [],
    everyMs: ONCE_A_DAY_MS,
    deadlineMs: 1000,
    observe: async () => unknown('not_supported', `probe for ${NAMES[platform]} not written yet`),
  };
}

function hardwareByRuntime(platform: Platform): Probe<'hardware'> {
  const notRead = ['serial', 'uuid', 'model', 'machine_id', 'virtual'];
  return {
    signal: 'hardware',
    watch: [],
    everyMs: ONCE_A_DAY_MS,
    deadlineMs: 1000,
    observe: async () =>
      ok({
        hostname: hostname(),
        virtual: false,
        memory_bytes: totalmem(),
        problems: notRead.map((field) => `${field}: not read on ${NAMES[platform]} yet`),
      }),
  };
}
