import { Undecided, type Value } from './undecided.ts';

type Int = number | bigint;
type Binary = (a: Value, b: Value) => Value;

const MAX_INT = 2n ** 63n - 1n;
const MIN_INT = -(2n ** 63n);
const OVERFLOW = new Undecided('a whole number is too large');
const DIVISION_BY_ZERO = new Undecided('of a division by zero');

// Exact as long as the result is a safe integer: rounding never brings an unsafe one back among them.
function arithmetic(fast: (a: number, b: number) => number, exact: (a: bigint, b: bigint) => bigint): Binary {
  return (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') {
      const result = fast(a, b);
      if (Number.isSafeInteger(result)) return result;
    }
    return toInt(exact(BigInt(a as Int), BigInt(b as Int)));
  };
}

/** An integer as it is kept: a number where that is exact, so that equal ones are always of one kind. */
function toInt(value: bigint): Int | Undecided {
  if (value > MAX_INT || value < MIN_INT) return OVERFLOW;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

const add = arithmetic(
  (a, b) => a + b,
  (a, b) => a + b,
);
const subtract = arithmetic(
  (a, b) => a - b,
  (a, b) => a - b,
);
const multiply = arithmetic(
  (a, b) => a * b,
  (a, b) => a * b,
);
const divide = arithmetic(
  (a, b) => (a - (a % b)) / b,
  (a, b) => a / b,
);
const remainder = arithmetic(
  (a, b) => a % b,
  (a, b) => a % b,
);

export const negate = (a: Value): Value => subtract(0, a);

const equalLists = (a: readonly Value[], b: readonly Value[]): boolean =>
  a.length === b.length && a.every((item, i) => equal(item, b[i]));

const equal = (a: Value, b: Value): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && equalLists(a, b));

function plus(a: Value, b: Value): Value {
  if (typeof a === 'string') return a + (b as string);
  return Array.isArray(a) ? a.concat(b) : add(a, b);
}

function isIn(item: Value, list: Value): boolean {
  for (const other of list as Value[]) if (equal(item, other)) return true;
  return false;
}

/** Each takes two values of types that the type check has accepted for it, and none of them undecided. */
export const BINARY: Readonly<Record<string, Binary>> = {
  '==': equal,
  '!=': (a, b) => !equal(a, b),
  in: isIn,
  '+': plus,
  '-': subtract,
  '*': multiply,
  '/': (a, b) => (b === 0 ? DIVISION_BY_ZERO : divide(a, b)),
  '%': (a, b) => (b === 0 ? DIVISION_BY_ZERO : remainder(a, b)),
  '<': (a, b) => (a as Int) < (b as Int),
  '<=': (a, b) => (a as Int) <= (b as Int),
  '>': (a, b) => (a as Int) > (b as Int),
  '>=': (a, b) => (a as Int) >= (b as Int),
};
