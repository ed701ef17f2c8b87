import { isMessage, MESSAGES, type MessageName } from '../../messages.ts';
import { fieldTypes, VARIABLES, type VariableName, type Variables } from '../../vocabulary.ts';
import { createEnvironment } from '../environment.ts';

// What the CEL library itself makes of an expression: the measure of our closures.

type Constructor = new () => Record<string, unknown>;
type Convert = (value: unknown) => unknown;

/** The classes behind the message types; the library tells values apart by their constructor. */
const CLASSES = Object.fromEntries(
  Object.keys(MESSAGES).map((name): [string, Constructor] => [
    name,
    class {
      [field: string]: unknown;
    },
  ]),
) as Record<MessageName, Constructor>;

const environment = createEnvironment(CLASSES);

// Nothing that is not a whole number, or not exact, becomes one: such a field counts as missing.
const toInteger: Convert = (value) => (Number.isSafeInteger(value) ? BigInt(value as number) : undefined);

function converterOf(celType: string): Convert {
  if (celType === 'int') return toInteger;
  if (isMessage(celType)) return (value) => toMessage(celType, value as object);
  const element = /^list<(.*)>$/.exec(celType)?.[1];
  if (!element || !isMessage(element)) return (value) => value;
  return (value) => (value as object[]).map((item) => toMessage(element, item));
}

const CONVERTERS = Object.fromEntries(
  (Object.keys(MESSAGES) as MessageName[]).map((name) => [
    name,
    Object.entries(fieldTypes(name)).map(([field, type]) => ({ field, convert: converterOf(type) })),
  ]),
) as Record<MessageName, { field: string; convert: Convert }[]>;

function toMessage(name: MessageName, value: object): object {
  const message = new CLASSES[name]();
  for (const { field, convert } of CONVERTERS[name]) {
    const raw = (value as Record<string, unknown>)[field];
    if (raw !== undefined) message[field] = convert(raw);
  }
  return message;
}

/** The library's own answer; what it throws is told as `undecided`. */
export function evaluateByLibrary(source: string, values: Partial<Variables>): unknown {
  const facts = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, toMessage(VARIABLES[name as VariableName], value)]),
  );
  try {
    return environment.evaluate(source, facts);
  } catch {
    return 'undecided';
  }
}
