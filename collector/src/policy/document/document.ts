import Type, { type Static } from 'typebox';
import { LIMITS } from '../limits.ts';

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const rule = (description: string) => Type.Enum(['pass', 'fail', 'ignore'], { description });
const strict = { additionalProperties: false };
const duration = (description: string) =>
  Type.String({ pattern: '^[1-9][0-9]{0,4}[smhd]$', description: `${description}, as in 90s, 30m, 24h, 7d` });
/** Zero is written as 0s, 0m, 0h or 0d. */
const wait = (description: string) =>
  Type.String({ pattern: '^(0|[1-9][0-9]{0,4})[smhd]$', description: `${description}, as in 0s, 30m, 24h` });

const CHECK_ID = '^[a-z][a-z0-9-]{0,62}$';
const maxAge = () => duration('how long a report is worth something');

const REACH = {
  groups: Type.Optional(
    Type.Array(text(64), { minItems: 1, maxItems: 32, description: 'devices that are in any of them' }),
  ),
  percent: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 100,
      description: 'share of the devices, always the same ones; more percent only adds to them',
    }),
  ),
};
const reach = (description: string) => Type.Object(REACH, { ...strict, minProperties: 1, description });
const StageName = Type.Enum(['observe', 'warn', 'enforce']);
const StageSchema = Type.Union(
  [
    StageName,
    Type.Object(
      {
        enforce: Type.Optional(reach('for whom it counts already')),
        warn: Type.Optional(reach('who is told of it already')),
        otherwise: Type.Optional(
          Type.Enum(['observe', 'warn'], { description: 'for everybody else; observe by default' }),
        ),
      },
      { ...strict, minProperties: 1 },
    ),
  ],
  { description: 'how far it is rolled out; enforce by default' },
);

const controlIds = (pattern: string, description: string) =>
  Type.Optional(Type.Array(Type.String({ pattern }), { minItems: 1, maxItems: 20, description }));

const ControlsSchema = Type.Object(
  {
    cisa_ztmm: controlIds(
      '^[A-Z][A-Za-z &]{2,60}$',
      'function of the Devices pillar, CISA Zero Trust Maturity Model 2.0',
    ),
    nist_800_171: controlIds('^3\\.[0-9]{1,2}\\.[0-9]{1,2}$', 'requirement of NIST SP 800-171 revision 2'),
    cis: controlIds('^[0-9]{1,2}\\.[0-9]{1,2}$', 'safeguard of CIS Controls 8.1'),
  },
  {
    ...strict,
    minProperties: 1,
    description: 'what of known frameworks the check helps to meet; for reports',
  },
);

export const CheckSchema = Type.Object(
  {
    id: Type.String({
      pattern: CHECK_ID,
      description: 'stable name; history is kept under it',
    }),
    title: { ...text(120), description: 'what passing means, in a few words' },
    enabled: Type.Optional(
      Type.Boolean({
        description: 'false: the check is left out, unless a group has it enabled; true by default',
      }),
    ),
    when: Type.Optional(Type.String({ description: 'CEL: which devices it applies to; all by default' })),
    pass: Type.String({ description: 'CEL: true is a pass' }),
    weight: Type.Integer({
      minimum: 1,
      maximum: 1000,
      description: 'its share of the score among the checks that apply',
    }),
    required: Type.Optional(
      Type.Boolean({ description: 'failing it keeps the score below `limited`; false by default' }),
    ),
    unknown: Type.Optional(
      rule('what it counts as when something it reads could not be told; fail by default'),
    ),
    absent: Type.Optional(
      rule('what it counts as when what it reads of provably is not there; fail by default'),
    ),
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
    controls: Type.Optional(ControlsSchema),
    remedy: Type.Optional(
      Type.Object(
        {
          linux: Type.Optional(text(2000)),
          macos: Type.Optional(text(2000)),
          windows: Type.Optional(text(2000)),
        },
        { ...strict, description: 'what a person does about it, for each platform' },
      ),
    ),
  },
  strict,
);

const threshold = (description: string) => Type.Integer({ minimum: 1, maximum: 100, description });

const TiersSchema = Type.Object(
  {
    trusted: threshold('the least score of a trusted device; more than that of a limited one'),
    limited: threshold('the least score of a limited device; below it, a device is untrusted'),
  },
  { ...strict, description: 'from which score on a device is what' },
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
  { ...strict, description: 'what may be excused, and for how long' },
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
  { ...strict, minProperties: 1, description: 'what is different for the devices of one group' },
);

export const GroupsSchema = Type.Record(Type.String({ pattern: '^.{1,64}$' }), GroupSchema, {
  maxProperties: LIMITS.groups,
  description: 'what is different for the devices of a group; of several groups, the later one wins',
});

/** One document as written, which may leave to others what it includes from them. */
export const PolicySchema = Type.Object(
  {
    $schema: Type.Optional(Type.String({ description: 'for editors; means nothing here' })),
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
    checks: Type.Optional(
      Type.Array(CheckSchema, { maxItems: LIMITS.checks, description: 'checks that are not defined before' }),
    ),
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
export type ReachDocument = Static<ReturnType<typeof reach>>;
export type Rule = NonNullable<CheckDocument['unknown']>;
export type Controls = Static<typeof ControlsSchema>;

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
