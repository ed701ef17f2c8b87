/** A value of Apple's property lists; data stays bytes, a date is milliseconds since 1970. */
export type PlistValue =
  | string
  | number
  | boolean
  | { dateMs: number }
  | Uint8Array
  | readonly PlistValue[]
  | PlistDict;

export type PlistDict = ReadonlyMap<string, PlistValue>;

const MAX_DEPTH = 64;
const TOKEN = /<(\/?)(plist|dict|array|key|string|integer|real|date|data|true|false)(?:\s[^<>]*?)?(\/?)>/y;
const BETWEEN = /(?:\s|<!--[\s\S]*?-->)*/y;
const PROLOGUE = /^\uFEFF?\s*(?:<\?xml[^<>]*\?>)?(?:\s|<!--[\s\S]*?-->)*(?:<!DOCTYPE plist[^<>[\]]*>)?/;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Reads an XML property list, as plist(5) and its DTD say. Strict: what is not one in full, or defines entities of
 * its own, is undefined.
 */
export function parsePlist(text: string): PlistValue | undefined {
  try {
    return new Reader(text).document();
  } catch (error) {
    if (error instanceof NotAPlist) return undefined;
    throw error;
  }
}

class NotAPlist extends Error {}

interface Tag {
  name: string;
  kind: 'open' | 'close' | 'empty';
}

class Reader {
  readonly #text: string;
  #at: number;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#at = PROLOGUE.exec(text)?.[0].length ?? 0;
  }

  document(): PlistValue {
    this.#expect('plist', 'open');
    const value = this.#value(this.#tag());
    this.#expect('plist', 'close');
    this.#skip();
    if (this.#at !== this.#text.length) throw new NotAPlist();
    return value;
  }

  #value({ name, kind }: Tag): PlistValue {
    if (kind === 'close' || name === 'plist' || name === 'key') throw new NotAPlist();
    if (name === 'true' || name === 'false') {
      if (kind === 'open') this.#expect(name, 'close');
      return name === 'true';
    }
    if (name === 'dict' || name === 'array') return this.#nested(name, kind);
    return toScalar(name, kind === 'empty' ? '' : this.#content(name));
  }

  #nested(name: 'dict' | 'array', kind: Tag['kind']): PlistValue {
    if (++this.#depth > MAX_DEPTH) throw new NotAPlist();
    const isEmpty = kind === 'empty';
    const value = name === 'dict' ? this.#dict(isEmpty) : this.#array(isEmpty);
    this.#depth--;
    return value;
  }

  #dict(isEmpty: boolean): PlistDict {
    const dict = new Map<string, PlistValue>();
    for (let tag = isEmpty ? undefined : this.#tag(); tag; tag = this.#tag()) {
      if (tag.name === 'dict' && tag.kind === 'close') break;
      if (tag.name !== 'key' || tag.kind === 'close') throw new NotAPlist();
      const key = tag.kind === 'empty' ? '' : this.#content('key');
      dict.set(key, this.#value(this.#tag()));
    }
    return dict;
  }

  #array(isEmpty: boolean): PlistValue[] {
    const items: PlistValue[] = [];
    for (let tag = isEmpty ? undefined : this.#tag(); tag; tag = this.#tag()) {
      if (tag.name === 'array' && tag.kind === 'close') break;
      items.push(this.#value(tag));
    }
    return items;
  }

  #skip(): void {
    BETWEEN.lastIndex = this.#at;
    this.#at += BETWEEN.exec(this.#text)?.[0].length ?? 0;
  }

  #tag(): Tag {
    this.#skip();
    TOKEN.lastIndex = this.#at;
    const [all = '', slash, name = '', empty] = TOKEN.exec(this.#text) ?? [];
    if (all === '' || (slash && empty)) throw new NotAPlist();
    this.#at += all.length;
    return { name, kind: slash ? 'close' : empty ? 'empty' : 'open' };
  }

  #expect(name: string, kind: Tag['kind']): void {
    const tag = this.#tag();
    if (tag.name !== name || tag.kind !== kind) throw new NotAPlist();
  }

  #content(name: string): string {
    const end = this.#text.indexOf('<', this.#at);
    if (end < 0) throw new NotAPlist();
    const raw = this.#text.slice(this.#at, end);
    this.#at = end;
    this.#expect(name, 'close');
    return unescapeXml(raw);
  }
}

const unescapeXml = (raw: string): string =>
  raw.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+)?;?/gi, (all, name: string | undefined) => {
    if (name === undefined || !all.endsWith(';')) throw new NotAPlist();
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const plain = name.startsWith('#') ? toCharacter(code) : ENTITIES[name];
    if (plain === undefined) throw new NotAPlist();
    return plain;
  });

const toCharacter = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : undefined);

function toScalar(name: string, text: string): PlistValue {
  switch (name) {
    case 'integer':
    case 'real':
      return toNumber(text);
    case 'date':
      return toDate(text);
    case 'data':
      return Buffer.from(text, 'base64');
    default:
      return text;
  }
}

function toNumber(text: string): number {
  const value = Number(text.trim());
  if (text.trim() === '' || Number.isNaN(value)) throw new NotAPlist();
  return value;
}

function toDate(text: string): { dateMs: number } {
  const dateMs = Date.parse(text.trim());
  if (Number.isNaN(dateMs)) throw new NotAPlist();
  return { dateMs };
}
