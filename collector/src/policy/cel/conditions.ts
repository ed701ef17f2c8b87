import type { ASTNode } from '@marcbachmann/cel-js';
import { LIMITS } from '../limits.ts';
import { isMessage } from '../messages.ts';
import type { VariableName } from '../vocabulary.ts';
import { compile } from './compile.ts';
import { estimateCost } from './cost.ts';
import { createEnvironment, typeOf } from './environment.ts';
import { childrenOf, type ExpressionProblem, NameResolver } from './names.ts';
import { toProblem, typeProblems } from './type-problems.ts';
import type { Facts, Undecided } from './undecided.ts';

/** A CEL expression, parsed, type-checked and compiled once. */
export interface Condition {
  source: string;
  /** Every variable it names, whether or not its value decides the result. */
  reads: readonly VariableName[];
  /** Steps that it may take, estimated. */
  cost: number;
  /**
   * Pure, never throws. By CEL's rules a part that cannot be told does not matter where the other side of
   * `&&`, `||` or another element of a list decides alone.
   */
  evaluate(facts: Facts): boolean | Undecided;
}

/** Everything that is wrong with a condition, in the order of its text. */
export class ConditionError extends Error {
  readonly problems: readonly ExpressionProblem[];
  constructor(problems: readonly ExpressionProblem[]) {
    super(problems.map(({ message }) => message).join('; '));
    this.name = 'ConditionError';
    this.problems = problems.toSorted((a, b) => a.offset - b.offset);
  }
}

const environment = createEnvironment();

/** @throws ConditionError */
export function compileCondition(source: string): Condition {
  const { conditionCharacters: most, conditionCost } = LIMITS;
  if (source.length > most) throw refusal(`longer than ${most} characters`, most);
  const parsed = parse(source);
  const names = new NameResolver();
  names.resolve(parsed.ast);
  if (names.problems.length > 0) throw new ConditionError(names.problems);
  const checked = parsed.check();
  if (!checked.valid) throw new ConditionError(typeProblems(source, checked.error));
  const uncomparable = [...nodesOf(parsed.ast)].flatMap(recordProblem);
  if (uncomparable.length > 0) throw new ConditionError(uncomparable);
  if (checked.type !== 'bool') throw refusal(`expected true or false, got ${checked.type}`, 0);
  const cost = estimateCost(parsed.ast);
  if (cost > conditionCost) throw refusal(`may take ${cost} steps, more than ${conditionCost}`, 0);
  return { source, reads: [...names.reads], cost, evaluate: compile(parsed.ast) };
}

function parse(source: string) {
  try {
    return environment.parse(source);
  } catch (error) {
    throw new ConditionError([toProblem(error)]);
  }
}

const refusal = (message: string, offset: number): ConditionError =>
  new ConditionError([{ message, offset }]);

function* nodesOf(node: ASTNode): Generator<ASTNode> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}

// Records are neither equal nor in a list by their fields in the library, but by being the same object.
function recordProblem({ op, args, pos: offset }: ASTNode): ExpressionProblem[] {
  if (op === '[]' && isMessage(typeOf(args[0]))) return [{ message: 'expected .field, got [ ]', offset }];
  if (op !== '==' && op !== '!=' && op !== 'in') return [];
  const type = typeOf(args[0]).replaceAll(/list<|>/g, '');
  return isMessage(type) ? [{ message: `compare fields of ${type}, not the whole`, offset }] : [];
}
