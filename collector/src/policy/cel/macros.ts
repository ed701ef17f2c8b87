import { LIMITS } from '../limits.ts';
import { type Run, Undecided, type Value } from './undecided.ts';

/** Holds the element that a macro is at, for the expressions inside it. */
export interface Cell {
  value: Value;
}

type Macro = (list: Run, cell: Cell, step: Run) => Run;

const TOO_MANY = new Undecided(`more than ${LIMITS.elementVisits} list elements would have to be looked at`);
let visitsLeft: number = LIMITS.elementVisits;

/** Before each evaluation. */
export const resetVisits = (): void => {
  visitsLeft = LIMITS.elementVisits;
};

/** Until `decisive` is found; an element that cannot be told matters only if it is not. */
const quantifier =
  (decisive: boolean): Macro =>
  (list, cell, step) =>
  (facts) => {
    const items = list(facts);
    if (items instanceof Undecided) return items;
    let undecided: Undecided | null = null;
    for (const item of items as Value[]) {
      if (visitsLeft-- <= 0) return TOO_MANY;
      cell.value = item;
      const result = step(facts);
      if (result === decisive) return decisive;
      if (result instanceof Undecided) undecided ??= result;
    }
    return undecided ?? !decisive;
  };

/** Every element must be told: the first that cannot be is the result. */
const collect =
  (take: (item: Value, result: Value, into: Value[]) => void): Macro =>
  (list, cell, step) =>
  (facts) => {
    const items = list(facts);
    if (items instanceof Undecided) return items;
    const into: Value[] = [];
    for (const item of items as Value[]) {
      if (visitsLeft-- <= 0) return TOO_MANY;
      cell.value = item;
      const result = step(facts);
      if (result instanceof Undecided) return result;
      take(item, result, into);
    }
    return into;
  };

const filter = collect((item, isKept, into) => {
  if (isKept === true) into.push(item);
});
const map = collect((_, mapped, into) => {
  into.push(mapped);
});

const existsOne: Macro = (list, cell, step) => {
  const matches = filter(list, cell, step);
  return (facts) => {
    const found = matches(facts);
    return found instanceof Undecided ? found : (found as Value[]).length === 1;
  };
};

/** The macros over lists: `list.name(variable, step)`. */
export const MACROS: Readonly<Record<string, Macro>> = {
  all: quantifier(false),
  exists: quantifier(true),
  exists_one: existsOne,
  filter,
  map,
};
