import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import protobuf from 'protobufjs';

/**
 * What `assay.v1` has been, oldest first: the .proto files as they stood in the history. `first` was never released:
 * it is the wire's first text, and as far from today as N-2 is. `v0.1.0` is what version 0.1.0 speaks.
 */
export const LEVELS = ['first', 'v0.1.0', 'today'] as const;
export type LevelName = (typeof LEVELS)[number];

type Message = 'AgentFrame' | 'CollectorFrame' | 'Enrollment' | 'Hello' | 'Report';
type Fields = Record<string, unknown>;

/** The wire as somebody knows it who was built at that time. */
export interface Level {
  name: LevelName;
  encode(message: Message, fields: Fields): Uint8Array;
  /** Fields by their names in the .proto files, defaults left out; what the level does not know is passed over. */
  decode(message: Message, bytes: Uint8Array): Fields;
  /** The same message without what was added since. */
  asOf(message: Message, bytes: Uint8Array): Uint8Array;
}

const PLACES: Record<LevelName, string> = {
  first: join(import.meta.dirname, 'testdata/first'),
  'v0.1.0': join(import.meta.dirname, 'testdata/v0.1.0'),
  today: join(import.meta.dirname, '../../proto'),
};

export function openLevel(name: LevelName): Level {
  const root = new protobuf.Root();
  const place = PLACES[name];
  root.resolvePath = (_, target) => join(place, target);
  root.loadSync(
    readdirSync(join(place, 'assay/v1')).map((file) => `assay/v1/${file}`),
    { keepCase: true },
  );
  const typeOf = (message: Message) => root.lookupType(`assay.v1.${message}`);
  const decode = (message: Message, bytes: Uint8Array) =>
    typeOf(message).toObject(typeOf(message).decode(bytes), { longs: Number, enums: String }) as Fields;
  const encode = (message: Message, fields: Fields) =>
    typeOf(message).encode(typeOf(message).fromObject(fields)).finish();
  return { name, encode, decode, asOf: (message, bytes) => encode(message, decode(message, bytes)) };
}
