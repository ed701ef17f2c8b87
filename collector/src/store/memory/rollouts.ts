import type { RolloutReads, RolloutWrites } from '../rollouts.ts';
import type { Settled } from '../settled.ts';
import { byNumber } from './order.ts';
import { nextNumber, type Tables } from './tables.ts';

/** Versions on their way into force, written. */
export function rolloutWrites(tables: Tables): Settled<RolloutWrites> {
  const { policyVersions, rollouts } = tables;
  return {
    keepPolicyVersion({ version }) {
      if (!policyVersions.get(version.hash)) policyVersions.put(version.hash, version);
    },
    putRollout(rollout) {
      if (rollout.id !== 0) {
        rollouts.update(String(rollout.id), rollout);
        return rollout.id;
      }
      for (const hash of [rollout.candidate, rollout.base])
        if (!policyVersions.get(hash)) throw new Error(`there is no policy version ${hash}`);
      const id = nextNumber(tables, 'rollout');
      rollouts.insert(String(id), { ...rollout, id });
      return id;
    },
  };
}

/** Versions on their way into force, read. */
export const rolloutReads = ({ rollouts, assessments }: Tables): Settled<RolloutReads> => ({
  lastRollout: () =>
    rollouts
      .where(() => true)
      .sort(byNumber(({ id }) => id))
      .at(-1) ?? null,
  madeUntrusted({ policy, since }) {
    const fallen = assessments.where(({ at, tier, change, ...row }) => {
      const isFallen = tier === 'untrusted' && (change.previous?.tier ?? 'untrusted') !== 'untrusted';
      return isFallen && row.policy === policy && at >= since && change.cause.kind === 'policy';
    });
    return new Set(fallen.map(({ deviceId }) => deviceId)).size;
  },
});
