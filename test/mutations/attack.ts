import type { Random } from './bytes.ts';
import type { Lane } from './lane.ts';
import type { Connection } from './world.ts';

/** What is sent at last, and where. */
export interface Blow {
  connection: Connection;
  frame: Uint8Array;
  /** The honest statement must get through, whatever was done to it. */
  mustPass?: true;
}

/** One way to try to be believed. The oracle, not the attack, says whether an acceptance was right. */
export interface Attack {
  statement: 'enrollment' | 'hello' | 'report' | 'unchanged' | 'history';
  name: string;
  /** How often, against the others. */
  weight: number;
  prepare(lane: Lane, random: Random): Promise<Blow>;
}
