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

const DAY_MS = 86_400_000;
/** What is stored is bounded whatever a policy says: a policy that says more allows this. */
const LONGEST_MS = { exemption: 366 * DAY_MS, breakGlass: 7 * DAY_MS };

/** What the document leaves open is what a careful company would want. */
export function toExemptionRules(document: PolicyDocument['exemptions'] = {}): ExemptionRules {
  const { max_length, max_open, second_person, warn_before, break_glass_max } = { ...DEFAULTS, ...document };
  const asked = new Set<string>(second_person);
  return {
    maxLengthMs: Math.min(durationMs(max_length), LONGEST_MS.exemption),
    maxOpen: max_open,
    secondPerson: { renewals: asked.has('renewals'), required: asked.has('required') },
    warnBeforeMs: durationMs(warn_before),
    breakGlassMaxMs: Math.min(durationMs(break_glass_max), LONGEST_MS.breakGlass),
  };
}
