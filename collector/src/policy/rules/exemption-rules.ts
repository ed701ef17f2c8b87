import { durationMs, type PolicyDocument } from '../document/document.ts';

/** What a policy allows of exemptions. */
export interface ExemptionRules {
  maxLengthMs: number;
  /** Of the whole organisation, at the same time. */
  maxOpen: number;
  /** What somebody else has to approve. */
  secondPerson: { renewals: boolean; required: boolean };
  warnBeforeMs: number;
  breakGlassMaxMs: number;
}

const DEFAULTS = {
  max_length: '30d',
  max_open: 100,
  second_person: ['renewals', 'required'],
  warn_before: '3d',
  break_glass_max: '8h',
} satisfies PolicyDocument['exemptions'];

/** What the document leaves open is what a careful company would want. */
export function toExemptionRules(document: PolicyDocument['exemptions'] = {}): ExemptionRules {
  const { max_length, max_open, second_person, warn_before, break_glass_max } = { ...DEFAULTS, ...document };
  const asked = new Set<string>(second_person);
  return {
    maxLengthMs: durationMs(max_length),
    maxOpen: max_open,
    secondPerson: { renewals: asked.has('renewals'), required: asked.has('required') },
    warnBeforeMs: durationMs(warn_before),
    breakGlassMaxMs: durationMs(break_glass_max),
  };
}
