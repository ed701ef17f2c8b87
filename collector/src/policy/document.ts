import Type, { type Static } from 'typebox';
import { LIMITS } from './limits.ts';

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const rule = () => Type.Enum(['pass', 'fail', 'ignore']);
const strict = { additionalProperties: false };
const duration = (description: string) =>
  Type.String({ pattern: '^[1-9][0-9]{0,4}[smhd]$', description: `${description}, as in 90s, 30m, 24h, 7d` });
/** Zero is written as 0s, 0m, 0h or 0d. */
const wait = (description: string) =>
  Type.String({ pattern: '^(0|[1-9][0-9]{0,4})[smhd]$', description: `${description}, as in 0s, 30m, 24h` });

const CHECK_ID = '^[a-z][a-z0-9-]{0,62}$';
const maxAge = () => duration('how long a report is worth something');

const ReachSchema = Type.Object(
  {
    groups: Type.Optional(Type.Array(text(64), { minItems: 1, maxItems: 32 })),
    percent: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 100,
        description: 'share of the devices, always the same ones; more percent only adds to them',
      }),
    ),
  },
  { ...strict, minProperties: 1 },
);
const StageName = Type.Enum(['observe', 'warn', 'enforce']);
const StageSchema = Type.Union([
  StageName,
  Type.Object(
    {
      enforce: Type.Optional(ReachSchema),
      warn: Type.Optional(ReachSchema),
      otherwise: Type.Optional(Type.Enum(['observe', 'warn'])),
    },
    { ...strict, minProperties: 1 },
  ),
]);

export const CheckSchema = Type.Object(
  {
    id: Type.String({
      pattern: CHECK_ID,
      description: 'stable name; history is kept under it',
    }),
    title: text(120),
    enabled: Type.Optional(
      Type.Boolean({
        description: 'false: the check is left out, unless a group has it enabled; true by default',
      }),
    ),
    when: Type.Optional(Type.String({ description: 'CEL: which devices it applies to; all by default' })),
    pass: Type.String({ description: 'CEL: true is a pass' }),
    weight: Type.Integer({ minimum: 1, maximum: 1000 }),
    required: Type.Optional(Type.Boolean({ description: 'failing it caps the score below `limited`' })),
    unknown: Type.Optional(rule()),
    absent: Type.Optional(rule()),
    hold: Type.Optional(wait('it must fail this long before it counts: flapping')),
    grace: Type.Optional(wait('then there is this long to mend it')),
    stage: Type.Optional(StageSchema),
    audience: Type.Optional(
      Type.Enum(['user', 'it', 'both'], {
        description: 'whose it is to mend; the user is not told of what is IT’s',
      }),
    ),
    max_age: Type.Optional(duration('what was observed longer ago than this tells nothing')),
    sources: Type.Optional(
      Type.Enum(['strictest', 'agent', 'any'], {
        description: 'what counts where several sources tell of a signal',
      }),
    ),
    explain: { ...text(500), description: 'what is expected; administrators read it' },
    explain_user: Type.Optional({
      ...text(500),
      description:
        "what the device's user reads: why it matters, and nothing that the check is configured with",
    }),
    remedy: Type.Optional(
      Type.Object(
        {
          linux: Type.Optional(text(2000)),
          macos: Type.Optional(text(2000)),
          windows: Type.Optional(text(2000)),
        },
        strict,
      ),
    ),
  },
  strict,
);

const TiersSchema = Type.Object(
  {
    trusted: Type.Integer({ minimum: 1, maximum: 100 }),
    limited: Type.Integer({ minimum: 1, maximum: 100 }),
  },
  strict,
);

const ExemptionsSchema = Type.Object(
  {
    max_length: Type.Optional(duration('no exemption is longer')),
    max_open: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000, description: 'at the same time' })),
    second_person: Type.Optional(
      Type.Array(Type.Enum(['renewals', 'required']), {
        uniqueItems: true,
        description: 'what somebody else has to approve: renewals, exemptions from required checks',
      }),
    ),
    warn_before: Type.Optional(duration('how long before its end an exemption is warned of')),
    break_glass_max: Type.Optional(duration('the longest time that everything may be excused for everybody')),
  },
  strict,
);

export const OverridesSchema = Type.Record(
  Type.String({ pattern: CHECK_ID }),
  Type.Partial(Type.Omit(CheckSchema, ['id']), strict),
  { ...strict, description: 'fields of checks that are defined before, by their ids; the others stay' },
);

const GroupSchema = Type.Object(
  {
    tiers: Type.Optional(TiersSchema),
    evidence_max_age: Type.Optional(maxAge()),
    overrides: Type.Optional(OverridesSchema),
  },
  { ...strict, minProperties: 1 },
);

export const GroupsSchema = Type.Record(Type.String({ pattern: '^.{1,64}$' }), GroupSchema, {
  maxProperties: LIMITS.groups,
  description: 'what is different for the devices of a group; of several groups, the later one wins',
});

/** One document as written, which may leave to others what it includes from them. */
export const PolicySchema = Type.Object(
  {
    policy: Type.String({ pattern: CHECK_ID, description: 'name of the policy' }),
    include: Type.Optional(
      Type.Array(text(200), {
        minItems: 1,
        maxItems: 20,
        description:
          'documents that come before this one: files beside or below it, or assay:baseline, assay:starter, assay:strict',
      }),
    ),
    tiers: Type.Optional(TiersSchema),
    evidence_max_age: Type.Optional(maxAge()),
    exemptions: Type.Optional(ExemptionsSchema),
    checks: Type.Optional(Type.Array(CheckSchema, { maxItems: LIMITS.checks })),
    overrides: Type.Optional(OverridesSchema),
    groups: Type.Optional(GroupsSchema),
  },
  { ...strict, title: 'Assay policy', description: 'How Assay judges devices' },
);

/** A document as written. */
export type PolicyFile = Static<typeof PolicySchema>;
export type CheckDocument = Static<typeof CheckSchema>;
export type CheckChanges = Static<typeof OverridesSchema>[string];
export type GroupDocument = Static<typeof GroupSchema>;
export type ReachDocument = Static<typeof ReachSchema>;
export type Rule = NonNullable<CheckDocument['unknown']>;

/** A policy of one piece: nothing is left to include or to override but for groups. */
export interface PolicyDocument extends Pick<PolicyFile, 'policy' | 'exemptions' | 'groups'> {
  tiers: Static<typeof TiersSchema>;
  evidence_max_age: string;
  checks: CheckDocument[];
}

const UNIT_MS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a duration that the schema has accepted. */
export const durationMs = (duration: string): number =>
  Number(duration.slice(0, -1)) * (UNIT_MS[duration.slice(-1)] ?? Number.NaN);
