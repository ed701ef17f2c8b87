import { MESSAGES, type MessageName, VARIABLES, type VariableName, type Variables } from './vocabulary.ts';

/** A signal's value as the CEL library wants it: an instance of its message's class, integers as bigint. */
export type Fact = object;
export type Facts = { [V in VariableName]?: Fact };

type Constructor = new () => Record<string, unknown>;
type Convert = (value: unknown) => unknown;

const isMessage = (name: string): name is MessageName => Object.hasOwn(MESSAGES, name);

function messageClass(): Constructor {
  return class {
    [field: string]: unknown;
  };
}

/** The classes behind the message types; the library tells values apart by their constructor. */
export const CLASSES = Object.fromEntries(
  Object.keys(MESSAGES).map((name) => [name, messageClass()]),
) as Record<MessageName, Constructor>;

// Nothing that is not a whole number becomes one: such a field counts as missing.
const toInteger: Convert = (value) => (Number.isInteger(value) ? BigInt(value as number) : undefined);

function converterOf(celType: string): Convert | null {
  if (celType === 'int') return toInteger;
  if (isMessage(celType)) return (value) => toMessage(celType, value as object);
  const element = /^list<(.*)>$/.exec(celType)?.[1];
  if (!element || !isMessage(element)) return null;
  return (value) => (value as object[]).map((item) => toMessage(element, item));
}

const FIELDS = Object.fromEntries(
  Object.entries(MESSAGES).map(([name, fields]) => [
    name,
    Object.entries<string>(fields).map(([field, type]) => ({ field, convert: converterOf(type) })),
  ]),
) as Record<MessageName, { field: string; convert: Convert | null }[]>;

function toMessage(name: MessageName, value: object): Fact {
  const message = new CLASSES[name]();
  for (const { field, convert } of FIELDS[name]) {
    const raw = (value as Record<string, unknown>)[field];
    if (raw !== undefined) message[field] = convert ? convert(raw) : raw;
  }
  return message;
}

/** Pure; an optional field that is missing stays missing. */
export const toFact = <V extends VariableName>(variable: V, value: Variables[V]): Fact =>
  toMessage(VARIABLES[variable], value);
