import { AGENT_FAULTS } from './agent-faults.ts';
import { COLLECTOR_FAULTS } from './collector-faults.ts';
import type { Fault } from './fault.ts';

/** Everything that is broken on purpose. */
export const FAULTS: readonly Fault[] = [...COLLECTOR_FAULTS, ...AGENT_FAULTS];
