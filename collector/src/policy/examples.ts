import {
  type CheckOutcome,
  decodeReport,
  encodeReport,
  PLATFORMS,
  SIGNAL_NAMES,
  type Signals,
  TIERS,
  type Tier,
  UNKNOWN_REASONS,
} from '@assay/shared';
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { parse } from 'yaml';
import { MESSAGES, type MessageName } from './messages.ts';
import { VARIABLES } from './vocabulary.ts';

const strict = { additionalProperties: false };
const Example = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    platform: Type.Enum([...PLATFORMS]),
    groups: Type.Optional(Type.Array(Type.String())),
    at: Type.Optional(
      Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}', description: 'judged as of this day' }),
    ),
    signals: Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown())),
    expect: Type.Object(
      {
        tier: Type.Optional(Type.Enum([...TIERS])),
        score: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
        checks: Type.Optional(
          Type.Record(Type.String(), Type.Enum(['pass', 'fail', 'unknown', 'not_applicable'])),
        ),
      },
      { ...strict, minProperties: 1 },
    ),
  },
  strict,
);
const validator = Compile(Type.Object({ examples: Type.Array(Example, { minItems: 1 }) }, strict));

/** A device as an example tells it, and what the policy should make of it. */
export interface PolicyExample {
  name: string;
  platform: (typeof PLATFORMS)[number];
  groups: string[];
  /** ms; null: whenever it is tried. */
  at: number | null;
  signals: Signals;
  expect: { tier?: Tier; score?: number; checks?: Record<string, CheckOutcome> };
}

/** Pure. @throws Error with all that is wrong with the document */
export function parseExamples(text: string, file: string): PolicyExample[] {
  const value: unknown = parse(text, { maxAliasCount: 50, merge: true });
  const problems = [...validator.Errors(value)].map(
    ({ instancePath, message }) => `${instancePath || '/'} ${message}`,
  );
  if (problems.length > 0) throw new Error(problems.map((problem) => `${file}: ${problem}`).join('\n'));
  return (value as { examples: Static<typeof Example>[] }).examples.map((example) => {
    const where = `${file}: "${example.name}"`;
    return {
      ...{ name: example.name, platform: example.platform, groups: example.groups ?? [] },
      at: example.at === undefined ? null : timeOf(example.at, where),
      signals: toSignals(example.signals, where),
      // The schema has looked at it.
      expect: example.expect as PolicyExample['expect'],
    };
  });
}

function timeOf(text: string, where: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new Error(`${where}: at: expected a day as in 2026-01-31, got ${text}`);
  return at;
}

/** An example names only the fields that matter; the rest is what the wire makes of a field that is missing. */
function toSignals(given: Record<string, Record<string, unknown>>, where: string): Signals {
  const signals: Record<string, object> = {};
  for (const [name, value] of Object.entries(given)) {
    if (!(SIGNAL_NAMES as readonly string[]).includes(name))
      throw new Error(`${where}: there is no signal ${name}`);
    signals[name] = { ...toOutcome(name as keyof typeof VARIABLES, value, where), observedAt: 0 };
  }
  const head = {
    deviceId: 'example',
    number: 1,
    nonce: new Uint8Array(),
    bootId: 'example',
    createdAt: 0,
    lost: null,
  };
  return decodeReport(encodeReport({ ...head, signals: signals as Signals })).signals;
}

function toOutcome(name: keyof typeof VARIABLES, value: Record<string, unknown>, where: string) {
  const [only] = Object.keys(value);
  if (only === 'absent') return { status: 'absent', detail: String(value.absent) };
  if (only === 'unknown') {
    const reason = String(value.unknown);
    if (!(UNKNOWN_REASONS as readonly string[]).includes(reason))
      throw new Error(
        `${where}: ${name}.unknown: expected one of ${UNKNOWN_REASONS.join(', ')}, got ${reason}`,
      );
    return { status: 'unknown', reason, detail: '' };
  }
  assertFields(VARIABLES[name], value, `${where}: ${name}`);
  return { status: 'ok', value };
}

function assertFields(type: MessageName, value: Record<string, unknown>, where: string): void {
  const fields: Record<string, unknown> = MESSAGES[type];
  for (const [field, part] of Object.entries(value)) {
    const celType = fields[field];
    if (celType === undefined)
      throw new Error(`${where}: there is no field ${field}; there are ${Object.keys(fields).join(', ')}`);
    // Where the vocabulary lists a text's values, there is nothing below it.
    if (typeof celType !== 'string') continue;
    const element = /^list<(.*)>$/.exec(celType)?.[1] ?? celType;
    if (!(element in MESSAGES)) continue;
    for (const item of Array.isArray(part) ? part : [part])
      assertFields(element as MessageName, item as Record<string, unknown>, `${where}.${field}`);
  }
}
