/**
 * The values that a condition compares with and that the device's user need not learn: numbers, and texts with a digit
 * in them, such as versions.
 */
export function configuredValues(condition: string): string[] {
  const literals = condition.matchAll(/"([^"]*)"|'([^']*)'|(?<![\w.])(\d+(?:\.\d+)*)/g);
  return [...literals]
    .map(([, double, single, number]) => double ?? single ?? number ?? '')
    .filter((value) => /\d/.test(value));
}

/** The first of the values that stands in a text as a word of its own; null if none does. */
export function toldValue(text: string, values: readonly string[]): string | null {
  const words = new Set(text.split(/[^\w.-]+/).map((word) => word.replace(/^[.-]+|[.-]+$/g, '')));
  return values.find((value) => words.has(value)) ?? null;
}
