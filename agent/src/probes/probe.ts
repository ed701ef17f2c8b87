import type { KeyStorage, Outcome, SignalName, SignalValues } from '@assay/shared';
import type { Exec } from '../system/exec.ts';
import type { Files } from '../system/files.ts';
import type { Failures } from './agent/failures.ts';

/** What a probe may look at. Nothing else: no environment, no network, no clock of its own. */
export interface ProbeContext {
  files: Files;
  exec: Exec;
  /** Milliseconds since 1970 UTC. */
  now(): number;
  agent: AgentFacts;
}

/** What the agent knows of itself. */
interface AgentFacts {
  version: string;
  keyStorage: KeyStorage;
  /** `/` on a real device. */
  inspectedRoot: string;
  /** Of its own code; undefined where that cannot be read. */
  codeHash(): string | undefined;
  failures: Failures;
}

/** Observes one signal on one platform. */
export interface Probe<N extends SignalName = SignalName> {
  signal: N;
  /** Throws only by a fault of ours; what the machine refuses or lacks is an outcome. */
  observe(context: ProbeContext): Promise<Outcome<SignalValues[N]>>;
  /**
   * Files and directories whose change means "look again", also ones that don't exist yet. Never below /proc or
   * /sys: the kernel accepts a watch there and never reports anything.
   */
  watch: readonly string[];
  /** How long a change that no watch reports may stay unseen. */
  everyMs: number;
  deadlineMs: number;
  /** Lets go of what it remembers of slow programs: the next observation asks them again. */
  forget?(): void;
  /** A cheaper look in between, for what must be seen sooner: says whether to observe now. */
  pulse?: {
    everyMs: number;
    disturbed(context: ProbeContext): Promise<boolean>;
  };
}

/** A probe of whichever signal. */
export type AnyProbe = { [N in SignalName]: Probe<N> }[SignalName];
