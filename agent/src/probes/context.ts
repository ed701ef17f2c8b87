import type { Clock, KeyStorage } from '@assay/shared';
import { createExec, type Exec, type ExecSetup } from '../system/exec.ts';
import { createFiles } from '../system/files.ts';
import { hashCode } from './agent/code-hash.ts';
import { createFailures } from './agent/failures.ts';
import type { ProbeContext } from './probe.ts';

export interface ProbeContextSetup {
  /** `/`, or the disk image or test tree to look at instead of this machine. */
  root: string;
  version: string;
  keyStorage: KeyStorage;
  clock: Clock;
  exec?: Exec;
  onRun?: ExecSetup['onRun'];
  /** Where the agent's own code is; without it no digest of it is told. */
  codeDir?: string;
}

/** The probes' view of this machine, or of the tree below another root. */
export function createProbeContext(setup: ProbeContextSetup): ProbeContext {
  let codeHash: string | undefined;
  return {
    files: createFiles(setup.root),
    exec: setup.exec ?? createExec({ root: setup.root, ...(setup.onRun && { onRun: setup.onRun }) }),
    now: () => setup.clock.now(),
    agent: {
      version: setup.version,
      keyStorage: setup.keyStorage,
      inspectedRoot: setup.root,
      codeHash() {
        if (setup.codeDir !== undefined) codeHash ??= hashCode(setup.codeDir);
        return codeHash;
      },
      failures: createFailures(),
    },
  };
}
