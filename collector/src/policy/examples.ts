import {
  type CheckOutcome,
  decodeReport,
  encodeReport,
  type JudgedAttestation,
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
import { isMessage, MESSAGES, type MessageName } from './messages.ts';
import { suggestion } from './suggest.ts';
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
  const told = decodeReport(encodeReport({ ...head, signals: signals as Signals })).signals;
  return withWord(told, (given.edr?.attestations ?? []) as JudgedAttestation[]);
}

/** What the collector found of a statement is on no wire: an example says it itself. */
function withWord(signals: Signals, given: readonly JudgedAttestation[]): Signals {
  const { edr } = signals;
  if (edr?.status !== 'ok' || !edr.value.attestations) return signals;
  const attestations = edr.value.attestations.map((one, i): JudgedAttestation => {
    const { verification, verification_reason } = given[i] ?? {};
    return {
      ...one,
      ...(verification === undefined ? {} : { verification }),
      ...(verification_reason === undefined ? {} : { verification_reason }),
    };
  });
  return { ...signals, edr: { ...edr, value: { ...edr.value, attestations } } };
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
  const fields: Record<string, string | Record<string, true>> = MESSAGES[type];
  for (const [field, part] of Object.entries(value)) {
    const of = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (of === undefined)
      throw new Error(`${where}: there is no field ${field}; there are ${Object.keys(fields).join(', ')}`);
    assertValue(of, part, `${where}.${field}`);
  }
}

/** The wire makes something of any value, and an example would be of another device than was meant. */
function assertValue(of: string | Record<string, true>, value: unknown, where: string): void {
  const refusal = (expected: string) =>
    new Error(`${where}: expected ${expected}, got ${JSON.stringify(value)}`);
  if (typeof of === 'object') {
    const known = Object.keys(of);
    const text = String(value);
    if (!known.includes(text)) throw refusal(`one of ${known.join(', ')}${suggestion(text, known)}`);
    return;
  }
  const element = /^list<(.*)>$/.exec(of)?.[1];
  if (element !== undefined) {
    if (!Array.isArray(value)) throw refusal('a list');
    for (const [i, item] of value.entries()) assertValue(element, item, `${where}[${i}]`);
  } else if (isMessage(of)) {
    if (!isRecord(value)) throw refusal('a mapping');
    assertFields(of, value, where);
  } else if (of === 'string' && typeof value !== 'string') throw refusal('a text, in quotes');
  else if (of === 'bool' && typeof value !== 'boolean') throw refusal('true or false');
  else if (of === 'int' && !Number.isSafeInteger(value)) throw refusal('a whole number');
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
