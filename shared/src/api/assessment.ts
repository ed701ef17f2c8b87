import Type, { type Static } from 'typebox';
import { Nullable, OutcomeSchema, TierSchema, Time } from './pieces.ts';
import { ReplayFacts } from './replay.ts';

/** What the policy made of a device, now or in the past. */

const ExcuseSchema = Type.Union([
  Type.Object({ kind: Type.Enum(['observe', 'warn']) }),
  Type.Object({ kind: Type.Enum(['hold', 'grace']), until: Time }),
  Type.Object({
    kind: Type.Enum(['exempt', 'break_glass']),
    until: Time,
    id: Type.String(),
    by: Type.String(),
    reason: Type.String(),
  }),
]);

const CheckResultSchema = Type.Object({
  check: Type.String(),
  title: Type.String(),
  outcome: OutcomeSchema,
  required: Type.Boolean(),
  worth: Type.Integer(),
  points: Type.Integer(),
  signals: Type.Array(Type.String()),
  explain: Type.String(),
  remedy: Type.String(),
  since: Time,
  counts: Type.Optional(
    Type.Boolean({ description: 'true: it withholds its points, and caps the score if it is required' }),
  ),
  user: Type.Optional(Type.String({ description: "what the device's user reads of it" })),
  stage: Type.Optional(Type.Enum(['observe', 'warn'], { description: 'missing: enforced' })),
  audience: Type.Optional(Type.Enum(['user', 'it'], { description: 'whose it is to mend; missing: both' })),
  failing: Type.Optional(Type.Object({ since: Time, enforcedFrom: Nullable(Time) })),
  excuse: Type.Optional(ExcuseSchema),
  sources: Type.Optional(
    Type.Array(
      Type.Object({
        source: Type.String({ description: 'agent, edr:crowdstrike, …' }),
        outcome: OutcomeSchema,
        unproven: Type.Optional(
          Type.Boolean({ description: 'true: not verified, so it may lower and never raise' }),
        ),
      }),
      { description: 'who says what, the agent first; missing: only the agent speaks of it' },
    ),
  ),
});

const FixSchema = Type.Object({
  tier: Type.Enum(['trusted', 'limited']),
  score: Type.Integer({ description: 'then' }),
  checks: Type.Array(Type.String({ description: 'id of a check' })),
});

export const AssessmentView = Type.Object({
  policy: Type.Object({ name: Type.String(), hash: Type.String() }),
  assessedAt: Time,
  score: Type.Integer(),
  tier: TierSchema,
  tiers: Type.Optional(
    Type.Object(
      { trusted: Type.Integer(), limited: Type.Integer() },
      { description: 'the score at which each tier starts, by this policy' },
    ),
  ),
  compliant: Type.Boolean(),
  tierSince: Time,
  validUntil: Time,
  nextLookAt: Nullable(Time),
  checks: Type.Array(CheckResultSchema),
  cap: Nullable(Type.Object({ check: Type.String(), limit: Type.Integer(), points: Type.Integer() })),
  fixes: Type.Array(FixSchema, { description: 'for each better tier in reach, the fewest checks to mend' }),
  restriction: Type.Optional(
    Nullable(
      Type.Object(
        {
          state: Type.Enum(['pending', 'quarantined', 'revoked', 'unenrolled']),
          title: Type.String(),
          explain: Type.String(),
          remedy: Type.String(),
        },
        { description: 'what keeps the device from being trusted whatever its posture is: the cap is its' },
      ),
    ),
  ),
});
export type AssessmentView = Static<typeof AssessmentView>;

/** A verdict of the past, made again from what is stored. */
export const ReplayedAssessment = Type.Object({ ...ReplayFacts, assessment: AssessmentView });
export type ReplayedAssessment = Static<typeof ReplayedAssessment>;
