import { type Outcome, type UnknownReason, unknown } from '@assay/shared';
import { UntoldError } from '../../system/windows/untold.ts';

/** One object of a part; a field that is missing or of another type is undefined. */
export interface CimItem {
  text(field: string): string | undefined;
  number(field: string): number | undefined;
  flag(field: string): boolean | undefined;
  /** Elements that are numbers or texts. */
  list(field: string): readonly (number | string)[] | undefined;
}

/** What the batch brought, by part. */
export interface CimAnswer {
  /** @throws UntoldError when that part was refused, failed, or is not in the answer */
  items(part: string): readonly CimItem[];
  /** Whether that part brought something: for what only adds to an answer. */
  tells(part: string): boolean;
  /** Whether a part failed because Windows has no such namespace or class. */
  lacks(part: string): boolean;
  /** No part failed in a way that may be over when it is asked again. */
  isWhole: boolean;
}

const REFUSED = /^(?:AccessDenied|0x80041003|0x80070005)$/i;
const LACKING = /^(?:InvalidNamespace|InvalidClass|0x8004100e|0x80041010)$/i;
const TOO_SLOW = /^(?:ServerLimitsExceeded|0x80041033|0x40004|0x00040004)$/i;

/**
 * Reads the batch's JSON: an object of parts, each `{items: […]}` or `{error: code}`.
 * @returns undefined when it is not that
 */
export function parseCimAnswer(text: string): CimAnswer | undefined {
  let parts: unknown;
  try {
    parts = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
  if (!isObject(parts)) return undefined;
  const partAt = (name: string) => (isObject(parts[name]) ? parts[name] : {});
  const errorOf = (name: string) => {
    const { error } = partAt(name);
    return typeof error === 'string' && /^\w{1,40}$/.test(error) ? error : undefined;
  };
  const itemsOf = (name: string) => {
    const { items } = partAt(name);
    return Array.isArray(items) && items.every(isObject) ? items.map(toItem) : undefined;
  };
  const tells = (name: string) => itemsOf(name) !== undefined;
  const lacks = (name: string) => LACKING.test(errorOf(name) ?? '');
  return {
    items(name) {
      const items = itemsOf(name);
      if (items) return items;
      throw new UntoldError(toProblem(name, errorOf(name)));
    },
    tells,
    lacks,
    isWhole: Object.keys(parts).every((name) => tells(name) || lacks(name)),
  };
}

function toProblem(part: string, error: string | undefined): Outcome<never> {
  if (error === undefined) return unknown('unparsed', `CIM: no answer about ${part}`);
  const reason: UnknownReason = REFUSED.test(error)
    ? 'permission'
    : LACKING.test(error)
      ? 'not_supported'
      : TOO_SLOW.test(error)
        ? 'timeout'
        : 'exit';
  return unknown(reason, `CIM: ${part} failed with ${error}`);
}

const toItem = (fields: Record<string, unknown>): CimItem => ({
  text(field) {
    const value = fields[field];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  },
  number(field) {
    const value = fields[field];
    return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
  },
  flag(field) {
    const value = fields[field];
    return typeof value === 'boolean' ? value : undefined;
  },
  list(field) {
    const value = fields[field];
    if (!Array.isArray(value)) return undefined;
    return value.filter((element) => typeof element === 'number' || typeof element === 'string');
  },
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
