import { ACTIVATION_ACTIONS, type PolicyReads, type PolicyWrites } from '../policies.ts';
import type { Settled } from '../settled.ts';
import { appendAudit } from './audit.ts';
import { takesPart } from './devices.ts';
import { byNumber, descending, pageOf } from './order.ts';
import { nextNumber, type Tables } from './tables.ts';

/** Versions of the policy and when each was in force, written. */
export function policyWrites(tables: Tables): Settled<PolicyWrites> {
  const { policyVersions, policyActivations } = tables;
  return {
    activatePolicy({ version, source = 'collector', ...activation }) {
      if (!policyVersions.get(version.hash)) policyVersions.put(version.hash, version);
      const { name } = policyVersions.get(version.hash) ?? version;
      const previous = newestFirst(tables).at(0)?.hash ?? null;
      const row = { id: nextNumber(tables, 'activation'), ...activation, hash: version.hash, name, previous };
      policyActivations.insert(String(row.id), row);
      const { at, by: who, kind, reason } = activation;
      appendAudit(tables, {
        ...{ at, who, source, action: ACTIVATION_ACTIONS[kind], subject: version.hash },
        detail: `${version.name}: ${reason}`,
      });
      return row;
    },
  };
}

/** Versions of the policy and who is judged under which, read. */
export function policyReads(tables: Tables): Settled<PolicyReads> {
  const { policyVersions, devices } = tables;
  const underOther = (hash: string) =>
    devices.where((row) => row.assessment !== null && row.assessment.policy.hash !== hash && takesPart(row));
  return {
    policyVersion: (hash) => policyVersions.get(hash) ?? null,
    activePolicy() {
      const [activation] = newestFirst(tables);
      const version = activation && policyVersions.get(activation.hash);
      return version ? { version, activation } : null;
    },
    policyHistory: ({ before, limit }) =>
      newestFirst(tables)
        .filter(({ id }) => id < before)
        .slice(0, limit),
    devicesUnderOtherPolicy: ({ hash, ...page }) => pageOf(underOther(hash), page).map(({ id }) => id),
    countUnderOtherPolicy: (hash) => underOther(hash).length,
  };
}

const newestFirst = ({ policyActivations }: Tables) =>
  policyActivations.where(() => true).sort(descending(byNumber(({ id }) => id)));
