import { Compile } from 'typebox/compile';
import { suggestion } from '../suggest.ts';
import { CheckSchema, GroupsSchema, OverridesSchema, PolicySchema } from './document.ts';

type Path = (string | number)[];

interface DocumentProblem {
  path: Path;
  message: string;
}

interface SchemaError {
  keyword: string;
  schemaPath: string;
  instancePath: string;
  params: { additionalProperties?: string[]; requiredProperties?: string[]; allowedValues?: unknown[] };
  message: string;
}
interface Part {
  schema: object;
  validator: { Errors(value: unknown): unknown[] };
}

const partOf = (schema: object): Part => ({ schema, validator: Compile(schema) });
const WHOLE = partOf(PolicySchema);
const CHECK = partOf(CheckSchema);
const OVERRIDES = partOf(OverridesSchema);
const GROUPS = partOf(GroupsSchema);

/** Everything by which a value is not a policy document; empty if it is one. */
export function documentProblems(value: unknown): DocumentProblem[] {
  // The validator stops at eight errors; one run for each part keeps every part's problems.
  if (!isRecord(value)) return problemsOf(WHOLE, value, []);
  const { checks, overrides, groups } = value;
  return [
    ...problemsOf(WHOLE, { ...value, ...without({ checks, overrides, groups }) }, []),
    ...(Array.isArray(checks) ? checks : []).flatMap((check, i) => problemsOf(CHECK, check, ['checks', i])),
    ...overrideProblems(overrides, ['overrides']),
    ...entriesOf(groups).flatMap(([name, group]) => groupProblems(name, group)),
  ];
}

function groupProblems(name: string, group: unknown): DocumentProblem[] {
  if (!isRecord(group)) return problemsOf(GROUPS, { [name]: group }, ['groups']);
  const { overrides } = group;
  return [
    ...problemsOf(GROUPS, { [name]: { ...group, ...without({ overrides }) } }, ['groups']),
    ...overrideProblems(overrides, ['groups', name, 'overrides']),
  ];
}

const overrideProblems = (overrides: unknown, path: Path): DocumentProblem[] =>
  entriesOf(overrides).flatMap(([id, changes]) => problemsOf(OVERRIDES, { [id]: changes }, path));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const entriesOf = (value: unknown): [string, unknown][] => (isRecord(value) ? Object.entries(value) : []);

/** Parts that are looked at by themselves, emptied. */
const without = (parts: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(parts).flatMap(([name, part]) => {
      if (Array.isArray(part)) return [[name, []]];
      return isRecord(part) ? [[name, {}]] : [];
    }),
  );

function problemsOf({ schema, validator }: Part, value: unknown, prefix: Path): DocumentProblem[] {
  const errors = validator.Errors(value) as SchemaError[];
  return errors
    .filter((error) => isTelling(error, errors, value))
    .flatMap(({ schemaPath, instancePath, params, message }) => {
      const path = [...prefix, ...toPath(instancePath)];
      const { additionalProperties, requiredProperties, allowedValues } = params;
      if (additionalProperties) {
        const known = Object.keys((at(schema, schemaPath) as { properties?: object }).properties ?? {});
        return additionalProperties.map((name) => ({
          path: [...path, name],
          message: known.length > 0 ? `unknown field: ${name}${suggestion(name, known)}` : `no name: ${name}`,
        }));
      }
      if (requiredProperties)
        return requiredProperties.map((name) => ({ path, message: `missing field: ${name}` }));
      if (!allowedValues) return [{ path, message: timeMessage(at(schema, schemaPath)) ?? message }];
      const known = allowedValues.map(String);
      const near = suggestion(String(at(value, instancePath)), known);
      return [{ path, message: `must be one of ${known.join(', ')}${near}` }];
    });
}

/** Of a time, in words: what is said of its pattern only a program can read. */
function timeMessage(schema: unknown): string | null {
  const { description = '' } = (schema ?? {}) as { description?: string };
  const example = /as in \d+[smhd].*$/.exec(description)?.[0];
  return example ? `must be a whole number of up to five digits and a unit (s, m, h, d), ${example}` : null;
}

// Of a choice between a word and a record, only what is wrong with what was written; and nothing twice.
function isTelling(
  { keyword, schemaPath, instancePath }: SchemaError,
  all: readonly SchemaError[],
  value: unknown,
) {
  if (keyword === 'boolean' || keyword === 'anyOf') return false;
  const choice = all.find(
    (other) => other.keyword === 'anyOf' && schemaPath.startsWith(`${other.schemaPath}/anyOf/`),
  );
  if (!choice || instancePath !== choice.instancePath) return true;
  return isRecord(at(value, instancePath)) ? keyword !== 'enum' : keyword === 'enum';
}

const partsOf = (pointer: string): string[] => pointer.replace(/^#/, '').split('/').slice(1);

const at = (value: unknown, pointer: string): unknown =>
  partsOf(pointer).reduce((inner, part) => (inner as Record<string, unknown> | undefined)?.[part], value);

const toPath = (pointer: string): Path =>
  partsOf(pointer).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
