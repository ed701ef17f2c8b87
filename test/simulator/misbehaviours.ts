import { encodeAgentFrame, LIMITS } from '@assay/shared';
import type { SimulatedAgent } from './agent.ts';

/** What an agent in the wrong hands sends within its session, one message each but for the flood. */
export const MISBEHAVIOURS = {
  garbage: (agent, random) => agent.sendRaw(Uint8Array.from({ length: 200 }, () => random() * 256)),
  text: (agent) => agent.sendRaw('{"hello":"world"}'),
  oversized: (agent) => agent.sendRaw(new Uint8Array(LIMITS.maxFrameBytes + 1)),
  /** Signed by nobody. */
  forged: (agent, random) => {
    const bytes = (length: number) => Uint8Array.from({ length }, () => random() * 256);
    const envelope = { payload: bytes(1200), keyId: bytes(32), signature: bytes(64) };
    agent.sendRaw(encodeAgentFrame({ type: 'report', envelope }));
  },
  flood: (agent) => {
    // As much as a burst may have, and more.
    for (let i = 0; i < LIMITS.maxMessagesPerSecond * 12; i += 1) agent.unchanged();
  },
} as const satisfies Record<string, (agent: SimulatedAgent, random: () => number) => void>;
export type Misbehaviour = keyof typeof MISBEHAVIOURS;
