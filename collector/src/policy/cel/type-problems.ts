import type { Environment } from '@marcbachmann/cel-js';
import { createEnvironment } from './environment.ts';
import type { ExpressionProblem } from './names.ts';

/** Of a type that fits everywhere; no condition can name it, for names are looked up before types are checked. */
const HOLE = '_';
const MOST = 20;

let holed: Environment | null = null;

/** The environment in which a hole can stand for anything; made when a policy is wrong for the first time. */
function holedEnvironment(): Environment {
  holed ??= createEnvironment().registerVariable(HOLE, 'dyn');
  return holed;
}

interface LibraryError {
  summary?: string;
  range?: { start: number; end: number };
}

/**
 * Pure. Every part of a condition whose types don't fit, in any order. The library's check stops at the first: each part
 * that it complains of is taken for right, a hole as long as the part in its place, and the rest is checked again.
 * @param first what the check found
 */
export function typeProblems(source: string, first: unknown): ExpressionProblem[] {
  const problems: ExpressionProblem[] = [];
  let rest = source;
  for (let error = first as LibraryError | null; error && problems.length < MOST; ) {
    problems.push(toProblem(error));
    const { range } = error;
    if (!range || range.end <= range.start) break;
    const hole = HOLE.padEnd(range.end - range.start);
    const next = rest.slice(0, range.start) + hole + rest.slice(range.end);
    if (next === rest) break;
    rest = next;
    error = problemOf(rest);
  }
  return problems;
}

function problemOf(source: string): LibraryError | null {
  try {
    const checked = holedEnvironment().parse(source).check();
    return checked.valid ? null : (checked.error as LibraryError);
  } catch {
    // The hole has torn the rest apart.
    return null;
  }
}

/** Pure. An error of the library as ours. */
export function toProblem(error: unknown): ExpressionProblem {
  const { summary, range } = error as LibraryError;
  const message = summary ?? String(error);
  return {
    message: `${message.charAt(0).toLowerCase()}${message.slice(1)}${hintFor(message)}`,
    offset: range?.start ?? 0,
  };
}

// What people mean most often by what does not fit, by the library's words for it.
const HINTS: readonly [pattern: RegExp, hint: string][] = [
  [/overload: bool [!=]= string$/i, ': did you mean true or false, without quotes?'],
  [/overload: string [!=]= bool$/i, ': did you mean "true" or "false", in quotes?'],
  [/overload: string (<=?|>=?) (string|int)$/i, ': did you mean .versionAtLeast("…")?'],
  [/overload: (int \S+ string)$/i, ': did you mean a number, without quotes?'],
  [/overload: string [!=]= int$/i, ': did you mean a text, in quotes?'],
  [/overload: string in string$/i, ': did you mean .contains(…)?'],
];

const hintFor = (message: string): string => HINTS.find(([pattern]) => pattern.test(message))?.[1] ?? '';
