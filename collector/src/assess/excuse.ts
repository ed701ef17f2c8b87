import type { Excuse, Failing, Stage } from '@assay/shared';
import type { Check } from '../policy/policy.ts';
import type { CarriedResult } from './carried.ts';
import { type BreakGlass, type ExemptionContext, exemptionFrom, isActive } from './exemption.ts';
import { deadlines, stillFailing } from './failing.ts';
import { type Effect, type Judgement, NOT_APPLICABLE, PASSED } from './outcome.ts';
import { type StagedDevice, stageOf } from './stage.ts';

/** A judgement, and what becomes of it for this device at this time. */
export interface Settled {
  judgement: Judgement;
  /** Of the judgement, unless an excuse or the stage changes it. */
  effect: Effect;
  stage: Stage;
  failing: Failing | null;
  excuse: Excuse | null;
}

export interface ExcuseContext extends StagedDevice, ExemptionContext {
  breakGlass: BreakGlass | null;
}

// What becomes of most checks of most devices: one object for all of them.
const AT_REST = { stage: 'enforce', failing: null, excuse: null } as const;
const PASSES: Settled = { judgement: PASSED, effect: 'given', ...AT_REST };
const APPLIES_NOT: Settled = { judgement: NOT_APPLICABLE, effect: 'ignored', ...AT_REST };

/**
 * Pure. What is not enforced has no part in the score, whatever its outcome. What does not pass but is excused gives its
 * points: the score says what the policy asks for today, and the excuse says beside it what it waives.
 */
export function settle(
  check: Check,
  judgement: Judgement,
  before: CarriedResult | undefined,
  context: ExcuseContext,
): Settled {
  const stage = stageOf(check, context);
  const { outcome, effect } = judgement;
  const isEnforced = stage === 'enforce';
  if (isEnforced && judgement === PASSED) return PASSES;
  if (isEnforced && judgement === NOT_APPLICABLE) return APPLIES_NOT;
  if (outcome === 'pass' || outcome === 'not_applicable')
    return { judgement, effect: isEnforced ? effect : 'ignored', stage, failing: null, excuse: null };
  if (effect !== 'withheld') {
    const failing = before?.failing ?? null;
    return { judgement, effect: isEnforced ? effect : 'ignored', stage, failing, excuse: null };
  }
  const failing = stillFailing(before, stage, context.now);
  const excuse = excuseOf(check, judgement, stage, failing, context);
  const settled = !isEnforced ? 'ignored' : excuse ? 'given' : 'withheld';
  return { judgement, effect: settled, stage, failing, excuse };
}

function excuseOf(
  check: Check,
  judgement: Judgement,
  stage: Stage,
  failing: Failing,
  context: ExcuseContext,
): Excuse | null {
  const { now, breakGlass } = context;
  if (stage !== 'enforce') return { kind: stage };
  const exemption = exemptionFrom(check.id, context);
  if (exemption) return granted('exempt', exemption);
  if (breakGlass && isActive(breakGlass, now)) return granted('break_glass', breakGlass);
  // Silence had its time already: how old evidence may become is how long the policy waits for it.
  if (judgement.isStale) return null;
  const { holdUntil, graceUntil } = deadlines(check, failing);
  if (now < holdUntil) return { kind: 'hold', until: holdUntil };
  return now < graceUntil ? { kind: 'grace', until: graceUntil } : null;
}

const granted = (kind: 'exempt' | 'break_glass', { id, by, reason, until }: BreakGlass): Excuse => ({
  ...{ kind, id, by, reason, until },
});
