interface RegistryValue {
  type: string;
  data: string;
}

/** One key of the registry: its values by name (any case), and the names of the keys directly below. */
export interface RegistryKey {
  path: string;
  /** Of a REG_SZ or REG_EXPAND_SZ; undefined also where the console's code page spoilt it. */
  text(name: string): string | undefined;
  /** Of a REG_DWORD or REG_QWORD. */
  number(name: string): number | undefined;
  /** Of a REG_BINARY, in lower-case hexadecimal. */
  hex(name: string): string | undefined;
  has(name: string): boolean;
  readonly names: readonly string[];
  readonly subkeys: readonly string[];
}

const HIVES: Record<string, string> = { HKLM: 'HKEY_LOCAL_MACHINE', HKU: 'HKEY_USERS' };
const VALUE = /^ {4}(.+?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/;

/** `HKLM\…` as reg.exe prints it. */
export const toFullPath = (path: string) => path.replace(/^HK\w+(?=\\|$)/, (hive) => HIVES[hive] ?? hive);

/**
 * Reads what `reg.exe query` prints: a line for each key, then its values with four blanks before the name, the
 * type and the data. Numbers are hexadecimal; only the label of the default value and the closing words of a search
 * are in the system's language, and neither is read.
 * @returns keys by lower-case path, the ones above each of them included
 */
export function parseRegQuery(text: string): Map<string, RegistryKey> {
  const keys = new Map<string, MutableKey>();
  const keyAt = (path: string): MutableKey => {
    const known = keys.get(path.toLowerCase());
    if (known) return known;
    const key = new MutableKey(path);
    keys.set(path.toLowerCase(), key);
    const cut = path.lastIndexOf('\\');
    if (cut > 0) keyAt(path.slice(0, cut)).subkeys.push(path.slice(cut + 1));
    return key;
  };
  let current: MutableKey | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('HKEY_')) current = keyAt(line);
    const [, name, type, data = ''] = VALUE.exec(line) ?? [];
    if (current && name !== undefined && type !== undefined) current.add(name, { type, data });
  }
  return keys;
}

class MutableKey implements RegistryKey {
  readonly path: string;
  readonly subkeys: string[] = [];
  readonly #values = new Map<string, RegistryValue>();

  constructor(path: string) {
    this.path = path;
  }

  get names(): string[] {
    return [...this.#values.keys()];
  }

  add(name: string, value: RegistryValue): void {
    this.#values.set(name.toLowerCase(), value);
  }

  has(name: string): boolean {
    return this.#values.has(name.toLowerCase());
  }

  text(name: string): string | undefined {
    const data = this.#data(name, ['REG_SZ', 'REG_EXPAND_SZ'])?.trim();
    return data && !data.includes('\ufffd') ? data : undefined;
  }

  number(name: string): number | undefined {
    const data = this.#data(name, ['REG_DWORD', 'REG_QWORD']);
    const number = data && /^0x[0-9a-f]{1,16}$/i.test(data) ? Number(data) : undefined;
    return Number.isSafeInteger(number) ? number : undefined;
  }

  hex(name: string): string | undefined {
    const data = this.#data(name, ['REG_BINARY']);
    return data && /^([0-9a-f]{2})+$/i.test(data) ? data.toLowerCase() : undefined;
  }

  #data(name: string, types: readonly string[]): string | undefined {
    const value = this.#values.get(name.toLowerCase());
    return value && types.includes(value.type) ? value.data : undefined;
  }
}
