import { agentState } from './agent/own-state.ts';
import type { AnyProbe } from './probe.ts';

/** All probes written for macOS; a fresh set each time, since some remember. */
export const macosProbes = (): readonly AnyProbe[] => [agentState];
