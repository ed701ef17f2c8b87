import { readFileSync } from 'node:fs';
import { SIGNAL_NAMES, type SignalName } from '@assay/shared';
import { fieldsOf } from '@assay/shared/signal-catalog';
import { describe, expect, it } from 'vitest';
import { MAY_BE_UNTOLD } from '../../shared/src/untold.ts';

const PROTO = readFileSync(new URL('../../proto/assay/v1/signals.proto', import.meta.url), 'utf8');

/** In a message whose fields cannot all be left out: which of them were not told. No more of the device than that. */
const UNTOLD = 'untold';

/** Fields of each message of the .proto file: name → type. */
function messagesOf(proto: string): Map<string, Map<string, string>> {
  const bodies = [...proto.matchAll(/^message (\w+) \{\n([\s\S]*?)^\}/gm)];
  return new Map(
    bodies.map(([, message = '', body = '']) => {
      const fields = [...body.matchAll(/^ {2}(?:optional |repeated )?([\w.]+) (\w+) = \d+;/gm)];
      const told = fields.filter(([, , name]) => name !== UNTOLD);
      return [message, new Map(told.map(([, type = '', name = '']) => [name, type]))];
    }),
  );
}

const MESSAGES = messagesOf(PROTO);

/** Paths of everything that a message can carry. */
function pathsOf(path: string, message: string): string[] {
  return [...(MESSAGES.get(message) ?? [])].flatMap(([name, type]) =>
    MESSAGES.has(type) ? pathsOf(`${path}.${name}`, type) : [`${path}.${name}`],
  );
}

const messageOf = (signal: SignalName) =>
  signal.replace(/(^|_)(.)/g, (_, __, letter: string) => letter.toUpperCase());

describe('what can be untold', () => {
  it.each(SIGNAL_NAMES)('of %s is what the .proto file says of it', (signal) => {
    const body =
      new RegExp(`^message ${messageOf(signal)} \\{\\n([\\s\\S]*?)^\\}`, 'm').exec(PROTO)?.[1] ?? '';
    const marked = [...body.matchAll(/^ {2}(?:repeated )?\w+ (\w+) = \d+;.*\bmay be untold$/gm)];
    expect(marked.map(([, name]) => name)).toEqual([...(MAY_BE_UNTOLD[signal] ?? [])]);
    expect(body.includes(`repeated string ${UNTOLD} = `)).toBe(marked.length > 0);
  });
});

describe('the catalogue of fields', () => {
  it.each(SIGNAL_NAMES)(
    'tells of everything that %s can carry on the wire, and of nothing else',
    (signal) => {
      const onTheWire = pathsOf(signal, messageOf(signal)).sort();
      expect(onTheWire).not.toEqual([]);
      expect(
        fieldsOf(signal)
          .map(({ path }) => path)
          .sort(),
      ).toEqual(onTheWire);
    },
  );
});
