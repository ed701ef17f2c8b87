import fc from 'fast-check';
import type { Variables } from '../../vocabulary.ts';

// Random expressions of the language, well-typed by how they are made, over signals in which every kind of field
// occurs: texts, integers, booleans, lists of each, and fields that may be missing.

type Type = 'bool' | 'int' | 'string' | 'strings' | 'ints' | 'products' | 'services' | 'volumes';
/** The variables that macros have bound, with their types. */
type Scope = readonly { name: string; type: Type | 'product' | 'service' | 'volume' }[];

const oneOf = <T>(...parts: fc.Arbitrary<T>[]): fc.Arbitrary<T> => fc.oneof(...parts);
const pick = (...texts: string[]) => fc.constantFrom(...texts);
const join = (glue: (...parts: string[]) => string, ...parts: fc.Arbitrary<string>[]) =>
  fc.tuple(...parts).map((texts) => glue(...texts));

const WORDS = ['', 'a', 'edr', 'ssh', '12', '22.04', 'ADA', ' x ', 'a,b', 'Grüße', '😀'];
const literal = (text: string) => JSON.stringify(text);

const FIELDS: Record<'product' | 'service' | 'volume', Partial<Record<Type, string[]>>> = {
  product: {
    bool: ['installed', 'running', 'healthy', 'tamper_protection'],
    string: ['product', 'vendor', 'version', 'device_id'],
    int: ['definitions_age_s'],
  },
  service: { string: ['service', 'basis'], int: ['port'] },
  volume: { bool: ['encrypted', 'protection_on'], string: ['mount', 'method'], strings: ['notes'], int: ['progress_percent'] },
};
const ELEMENTS = { strings: 'string', ints: 'int', products: 'product', services: 'service', volumes: 'volume' } as const;

const SIGNALS: Record<Type, string[]> = {
  bool: ['firewall.enabled', 'secure_boot.enabled', 'secure_boot.loader_validation', 'disk_encryption.system_volume.encrypted', '(device.platform == "linux")'],
  int: ['updates.pending', 'updates.index_age_s', 'agent.failed_probes', 'disk_encryption.system_volume.progress_percent'],
  string: ['os.version', 'os.variant', 'firewall.backend', 'disk_encryption.system_volume.method'],
  strings: ['os.id_like', 'firewall.evidence', 'disk_encryption.system_volume.notes'],
  ints: [],
  products: ['edr.products'],
  services: ['remote_access.services'],
  volumes: ['disk_encryption.volumes'],
};
const OPTIONAL = [
  'os.variant',
  'os.version',
  'updates.pending',
  'secure_boot.loader_validation',
  'disk_encryption.system_volume.protection_on',
  'agent.failed_probes',
];

function leaf(type: Type, scope: Scope): fc.Arbitrary<string> {
  const bound = scope.flatMap(({ name, type: of }) => {
    if (of === type) return [name];
    return of in FIELDS ? (FIELDS[of as keyof typeof FIELDS][type] ?? []).map((field) => `${name}.${field}`) : [];
  });
  const literals: Partial<Record<Type, fc.Arbitrary<string>>> = {
    bool: pick('true', 'false'),
    int: pick('0', '1', '2', '22', '100', '3000000000', String(Number.MAX_SAFE_INTEGER)),
    string: pick(...WORDS.map(literal)),
    strings: fc.subarray(WORDS.map(literal), { minLength: 1 }).map((words) => `[${words.join(', ')}]`),
    ints: pick('[1, 2, 3]', '[0]', '[22, -1]'),
  };
  const named = [...SIGNALS[type], ...bound, ...bound];
  return oneOf(...(literals[type] ? [literals[type]] : []), ...(named.length > 0 ? [pick(...named), pick(...named)] : []));
}

const LISTS = ['strings', 'ints', 'products', 'services', 'volumes'] as const;

/** `list.name(variable, step)` for any list; `make` gets the list and what makes expressions inside. */
function overList(
  depth: number,
  scope: Scope,
  lists: readonly (keyof typeof ELEMENTS)[],
  make: (list: fc.Arbitrary<string>, name: string, inner: Scope, type: keyof typeof ELEMENTS) => fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  const name = ['x', 'y', 'z', 'w'][scope.length % 4] as string;
  return fc
    .constantFrom(...lists)
    .chain((type) => make(any(type, depth, scope), name, [...scope, { name, type: ELEMENTS[type] }], type));
}

const COMPARISON = ['==', '!=', '<', '<=', '>', '>='];

const infix = (operators: string[], one: fc.Arbitrary<string>, other: fc.Arbitrary<string>) =>
  join((a, op, b) => `(${a} ${op} ${b})`, one, pick(...operators), other);

function compound(type: Type, depth: number, scope: Scope): fc.Arbitrary<string> {
  const sub = (of: Type) => any(of, depth, scope);
  const choice = join((c, a, b) => `(${c} ? ${a} : ${b})`, sub('bool'), sub(type), sub(type));
  const filtered = (of: keyof typeof ELEMENTS) =>
    overList(depth, scope, [of], (list, name, inner) =>
      join((l, step) => `${l}.filter(${name}, ${step})`, list, any('bool', depth, inner)),
    );
  const mapped = (of: Type) =>
    overList(depth, scope, LISTS, (list, name, inner) =>
      oneOf(
        join((l, step) => `${l}.map(${name}, ${step})`, list, any(of, depth, inner)),
        join((l, test, step) => `${l}.map(${name}, ${test}, ${step})`, list, any('bool', depth, inner), any(of, depth, inner)),
      ),
    );
  const element = (of: 'strings' | 'ints') => join((l, i) => `${l}[${i}]`, sub(of), oneOf(pick('0', '1', '-1'), sub('int')));
  switch (type) {
    case 'bool':
      return oneOf(
        infix(['&&', '||'], sub('bool'), sub('bool')),
        infix(['&&', '||'], sub('bool'), sub('bool')),
        join((a) => `!(${a})`, sub('bool')),
        choice,
        infix(['==', '!='], sub('bool'), sub('bool')),
        infix(COMPARISON, sub('int'), sub('int')),
        infix(COMPARISON, sub('string'), sub('string')),
        infix(['==', '!='], sub('strings'), sub('strings')),
        infix(['==', '!='], sub('ints'), sub('ints')),
        infix(['in'], sub('string'), sub('strings')),
        infix(['in'], sub('int'), sub('ints')),
        join((a, f, b) => `${a}.${f}(${b})`, sub('string'), pick('startsWith', 'endsWith', 'contains', 'versionAtLeast'), sub('string')),
        oneOf(pick(...OPTIONAL), ...boundOptionals(scope)).map((field) => `has(${field})`),
        overList(depth, scope, LISTS, (list, name, inner) =>
          join((l, macro, step) => `${l}.${macro}(${name}, ${step})`, list, pick('all', 'exists', 'exists_one'), any('bool', depth, inner)),
        ),
      );
    case 'int':
      return oneOf(
        infix(['+', '-', '*', '/', '%'], sub('int'), sub('int')),
        join((a) => `-(${a})`, sub('int')),
        choice,
        element('ints'),
        fc.constantFrom<Type>('string', ...LISTS).chain((of) => oneOf(sub(of).map((a) => `${a}.size()`), sub(of).map((a) => `size(${a})`))),
      );
    case 'string':
      return oneOf(
        infix(['+'], sub('string'), sub('string')),
        join((a, f) => `${a}.${f}()`, sub('string'), pick('lowerAscii', 'upperAscii', 'trim')),
        join((a, b) => `${a}.join(${b})`, sub('strings'), oneOf(pick(''), sub('string'))),
        choice,
        element('strings'),
      );
    case 'strings':
      return oneOf(
        infix(['+'], sub('strings'), sub('strings')),
        join((a, b) => `${a}.split(${b})`, sub('string'), sub('string')),
        join((...items) => `[${items.join(', ')}]`, sub('string'), sub('string')),
        mapped('string'),
        filtered('strings'),
        choice,
      );
    case 'ints':
      return oneOf(infix(['+'], sub('ints'), sub('ints')), join((a, b) => `[${a}, ${b}]`, sub('int'), sub('int')), mapped('int'), filtered('ints'), choice);
    default:
      return oneOf(filtered(type), choice);
  }
}

const boundOptionals = (scope: Scope): fc.Arbitrary<string>[] =>
  scope.flatMap(({ name, type }) => (type === 'product' ? [pick(`${name}.running`, `${name}.definitions_age_s`)] : []));

const any = (type: Type, depth: number, scope: Scope): fc.Arbitrary<string> =>
  depth === 0 ? leaf(type, scope) : fc.oneof({ weight: 2, arbitrary: leaf(type, scope) }, { weight: 3, arbitrary: lazy(type, depth - 1, scope) });

// Made only when it is drawn: all that could be made would not fit anywhere.
const lazy = (type: Type, depth: number, scope: Scope): fc.Arbitrary<string> =>
  fc.constant(null).chain(() => compound(type, depth, scope));

/** Any condition; almost all are small enough for a policy. */
export const anyExpression: fc.Arbitrary<string> = fc
  .integer({ min: 1, max: 4 })
  .chain((depth) => any('bool', depth, []))
  .filter((source) => source.length < 1_500);

const word = fc.constantFrom(...WORDS);
const words = fc.array(word, { maxLength: 3 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
// Also what no honest agent sends: typed, but not sensible.
const number = fc.oneof(fc.constantFrom(0, 1, 2, 22, 100, -1, Number.MAX_SAFE_INTEGER, Number.NaN, 0.5), fc.maxSafeInteger());

const volume = fc.record({
  mount: word,
  role: fc.constantFrom('system', 'data'),
  device: word,
  filesystem: word,
  encrypted: maybe(fc.boolean()),
  state: fc.constantFrom('encrypted', 'unknown'),
  method: maybe(word),
  basis: word,
  notes: words,
  protection_on: maybe(fc.boolean()),
  progress_percent: maybe(number),
});
const product = fc.record({
  product: word,
  vendor: word,
  kind: fc.constantFrom('edr', 'antivirus'),
  installed: fc.boolean(),
  running: maybe(fc.boolean()),
  healthy: maybe(fc.boolean()),
  version: maybe(word),
  definitions_age_s: maybe(number),
  tamper_protection: maybe(fc.boolean()),
  device_id: maybe(word),
  evidence: fc.constant([]),
});

/** The values of every variable that the expressions name. */
export const anyValues = fc.record({
  device: fc.record({ platform: fc.constantFrom('linux', 'macos', 'windows') }),
  os: fc.record({ id: word, name: word, version: maybe(word), id_like: words, variant: maybe(word), arch: word, kernel: word }),
  updates: fc.record({ source: word, pending: maybe(number), index_age_s: maybe(number), evidence: words }),
  firewall: fc.record({ enabled: fc.boolean(), backend: word, evidence: words }),
  secure_boot: fc.record({ enabled: fc.boolean(), setup_mode: maybe(fc.boolean()), loader_validation: maybe(fc.boolean()) }),
  disk_encryption: fc.record({ system_volume: volume, volumes: fc.array(volume, { maxLength: 3 }) }),
  edr: fc.record({ products: fc.array(product, { maxLength: 3 }) }),
  remote_access: fc.record({ services: fc.array(fc.record({ service: word, port: number, basis: word }), { maxLength: 3 }) }),
  agent: fc.record({ version: word, key_storage: fc.constant('file'), inspected_root: word, failed_probes: number }),
}) as unknown as fc.Arbitrary<Partial<Variables>>;
