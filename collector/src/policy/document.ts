import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const rule = () => Type.Enum(['pass', 'fail', 'ignore']);
const strict = { additionalProperties: false };

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
    explain: text(500),
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

const PolicySchema = Type.Object(
  {
    policy: Type.String({ pattern: '^[a-z][a-z0-9-]{0,62}$' }),
    tiers: TiersSchema,
    evidence_max_age: Type.String({
      pattern: '^[1-9][0-9]{0,4}[smhd]$',
      description: 'as in 90s, 30m, 24h, 7d',
    }),
    checks: Type.Array(CheckSchema, { minItems: 1, maxItems: 200 }),
  },
  strict,
);

/** A policy as written. */
export type PolicyDocument = Static<typeof PolicySchema>;
export type CheckDocument = Static<typeof CheckSchema>;
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
