import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const rule = () => Type.Enum(['pass', 'fail', 'ignore']);
const strict = { additionalProperties: false };
const duration = (description: string) =>
  Type.String({ pattern: '^[1-9][0-9]{0,4}[smhd]$', description: `${description}, as in 90s, 30m, 24h, 7d` });
/** Zero is written as 0s, 0m, 0h or 0d. */
const wait = (description: string) =>
  Type.String({ pattern: '^(0|[1-9][0-9]{0,4})[smhd]$', description: `${description}, as in 0s, 30m, 24h` });

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

const CheckSchema = Type.Object(
  {
    id: Type.String({
      pattern: '^[a-z][a-z0-9-]{0,62}$',
      description: 'stable name; history is kept under it',
    }),
    title: text(120),
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

const PolicySchema = Type.Object(
  {
    policy: Type.String({ pattern: '^[a-z][a-z0-9-]{0,62}$' }),
    tiers: TiersSchema,
    evidence_max_age: duration('how long a report is worth something'),
    exemptions: Type.Optional(ExemptionsSchema),
    checks: Type.Array(CheckSchema, { minItems: 1, maxItems: 200 }),
  },
  strict,
);

/** A policy as written. */
export type PolicyDocument = Static<typeof PolicySchema>;
export type CheckDocument = Static<typeof CheckSchema>;
export type ReachDocument = Static<typeof ReachSchema>;
export type Rule = NonNullable<CheckDocument['unknown']>;

interface DocumentProblem {
  path: (string | number)[];
  message: string;
}

type Validator = {
  Errors(value: unknown): { keyword: string; instancePath: string; params: object; message: string }[];
};

const UNIT_MS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a duration that the schema has accepted. */
export const durationMs = (duration: string): number =>
  Number(duration.slice(0, -1)) * (UNIT_MS[duration.slice(-1)] ?? Number.NaN);

// The validator stops at eight errors; one for each part keeps every part's problems.
const headValidator = Compile(
  Type.Object(
    { ...PolicySchema.properties, checks: Type.Array(Type.Unknown(), { minItems: 1, maxItems: 200 }) },
    strict,
  ),
);
const checkValidator = Compile(CheckSchema);

function problemsOf(validator: Validator, value: unknown, prefix: (string | number)[]): DocumentProblem[] {
  return validator.Errors(value).flatMap(({ keyword, instancePath, params, message }) => {
    const path = [...prefix, ...toPath(instancePath)];
    // Said once more, by name, as additionalProperties.
    if (keyword === 'boolean') return [];
    const names = (params as { additionalProperties?: string[] }).additionalProperties;
    if (names) return names.map((name) => ({ path: [...path, name], message: `unknown field: ${name}` }));
    const missing = (params as { requiredProperties?: string[] }).requiredProperties;
    if (missing) return missing.map((name) => ({ path, message: `missing field: ${name}` }));
    const allowed = (params as { allowedValues?: unknown[] }).allowedValues;
    return [{ path, message: allowed ? `must be one of ${allowed.join(', ')}` : message }];
  });
}

const toPath = (pointer: string): (string | number)[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** Everything by which a value is not a policy document; empty if it is one. */
export function documentProblems(value: unknown): DocumentProblem[] {
  const problems = problemsOf(headValidator, value, []);
  const checks = (value as { checks?: unknown } | null)?.checks;
  if (!Array.isArray(checks)) return problems;
  return problems.concat(checks.flatMap((check, i) => problemsOf(checkValidator, check, ['checks', i])));
}
