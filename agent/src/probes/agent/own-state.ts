import { ok } from '@assay/shared';
import type { Probe } from '../probe.ts';

/** The agent's own state: the same on every platform. */
export const agentState: Probe<'agent'> = {
  signal: 'agent',
  watch: [],
  everyMs: 60_000,
  deadlineMs: 1000,
  async observe({ agent }) {
    const codeHash = agent.codeHash();
    return ok({
      version: agent.version,
      key_storage: agent.keyStorage,
      inspected_root: agent.inspectedRoot,
      failed_probes: agent.failures.crashes(),
      ...(codeHash ? { code_hash: codeHash } : {}),
      probes: agent.failures.list(),
    });
  },
};
