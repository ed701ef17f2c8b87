import { agentState } from './agent/own-state.ts';
import type { AnyProbe } from './probe.ts';

/** All probes written for Windows; a fresh set each time, since some remember. */
export const windowsProbes = (): readonly AnyProbe[] => [agentState];
