/**
 * What an expression comes to when a step of it cannot be told: CEL's error, as a value. By CEL's rules it does not
 * matter where the other side of `&&`, `||` or another element of `all` or `exists` decides alone.
 */
export class Undecided {
  readonly undecided: string;
  constructor(why: string) {
    this.undecided = why;
  }
}

/** A value, or why there is none. Integers are numbers up to 2^53 and bigints beyond. */
export type Value = unknown;
/** What a compiled expression reads: the values of the signals, as they were reported. */
export type Facts = { readonly [variable: string]: unknown };
/** A compiled expression. Never throws. */
export type Run = (facts: Facts) => Value;
