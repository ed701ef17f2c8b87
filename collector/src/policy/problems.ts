/** `line` and `column` count from 1. */
export interface PolicyProblem {
  file: string;
  line: number;
  column: number;
  message: string;
}

/** A document that is not a policy, with every problem found. */
export class PolicyError extends Error {
  readonly problems: readonly PolicyProblem[];
  constructor(problems: readonly PolicyProblem[]) {
    const files = [...new Set(problems.map(({ file }) => file))];
    const sorted = problems.toSorted(
      (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
    );
    super(
      sorted.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`).join('\n'),
    );
    this.name = 'PolicyError';
    this.problems = sorted;
  }
}

/** Says that something is wrong with what stands at one place; `offset` counts into a text that stands there. */
export type Complain = (message: string, offset?: number) => void;
