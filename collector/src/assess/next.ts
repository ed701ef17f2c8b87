import type { Signals } from '@assay/shared';
import type { Policy } from '../policy/policy.ts';
import { nextSupportChange } from '../reference-values/os-support.ts';
import { type EvidenceContext, validUntil } from './evidence.ts';

/**
 * When time alone may change the outcome, ms: an end of OS support that the policy cares about. Null if that is not
 * before the evidence goes stale, which is a reason to look again by itself.
 */
export function nextLookAt(policy: Policy, signals: Signals, context: EvidenceContext): number | null {
  if (!policy.reads.includes('os_support') || signals.os?.status !== 'ok') return null;
  const next = nextSupportChange(signals.os.value, context.osEol, context.now);
  return next !== null && next < validUntil(policy, context.evidenceAt) ? next : null;
}
