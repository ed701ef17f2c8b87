import { type ASTNode, Environment, EvaluationError } from '@marcbachmann/cel-js';
import { CLASSES, type Facts } from './facts.ts';
import { isVariable, MESSAGES, VARIABLES, type VariableName } from './vocabulary.ts';

/** A condition that could not be decided, because a field it needs is missing or a step failed. */
export interface Undecided {
  undecided: string;
}

/** A CEL expression, parsed and type-checked once. */
export interface Condition {
  source: string;
  /** Every variable it names, whether or not its value decides the result. */
  reads: readonly VariableName[];
  /**
   * Pure, never throws. By CEL's rules a part that cannot be told does not matter where the other side of
   * `&&`, `||` or another element of a list decides alone.
   */
  evaluate(facts: Facts): boolean | Undecided;
}

/** What is wrong with a condition. `offset` counts UTF-16 units from its start. */
export class ConditionError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.name = 'ConditionError';
    this.offset = offset;
  }
}

const MAX_LENGTH = 2_000;
const BINDING_MACROS = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);
const REFUSED: Record<string, string> = {
  dyn: 'dyn() would switch type checking off',
  // The language promises linear time; the JavaScript engine's expressions do not keep that promise.
  matches: 'matches() is not available: use startsWith, endsWith or contains',
};

const environment = new Environment({ limits: { maxAstNodes: 500, maxDepth: 30 } });
for (const [name, fields] of Object.entries(MESSAGES)) {
  environment.registerType(name, { ctor: CLASSES[name as keyof typeof MESSAGES], fields: { ...fields } });
}
for (const [name, type] of Object.entries(VARIABLES)) environment.registerVariable(name, type);

/** @throws ConditionError for the first thing wrong with it. */
export function compileCondition(source: string): Condition {
  if (source.length > MAX_LENGTH)
    throw new ConditionError(`longer than ${MAX_LENGTH} characters`, MAX_LENGTH);
  const run = parse(source);
  const checked = run.check();
  if (!checked.valid) throw toConditionError(checked.error);
  const reads = readVariables(run.ast);
  for (const has of hasCalls(run.ast)) assertFieldExists(source, has);
  if (checked.type !== 'bool') throw new ConditionError(`expected true or false, got ${checked.type}`, 0);
  return { source, reads, evaluate: (facts) => decide(run, facts) };
}

function decide(run: (facts: Facts) => unknown, facts: Facts): boolean | Undecided {
  try {
    return run(facts) === true;
  } catch (error) {
    const missing = error instanceof EvaluationError && /^No such key: (\w+)$/.exec(error.summary)?.[1];
    if (missing) return { undecided: `${missing} could not be told` };
    return { undecided: error instanceof EvaluationError ? error.summary : String(error) };
  }
}

function parse(source: string) {
  try {
    return environment.parse(source);
  } catch (error) {
    throw toConditionError(error);
  }
}

function toConditionError(error: unknown): ConditionError {
  const { summary, range } = error as { summary?: string; range?: { start: number } };
  const message = summary ?? String(error);
  return new ConditionError(message.charAt(0).toLowerCase() + message.slice(1), range?.start ?? 0);
}

const isNode = (value: unknown): value is ASTNode =>
  typeof value === 'object' && value !== null && 'op' in value;

function* nodesOf(value: unknown): Generator<ASTNode> {
  if (Array.isArray(value)) for (const item of value) yield* nodesOf(item);
  if (!isNode(value)) return;
  yield value;
  yield* nodesOf(value.args);
}

// The library has names of its own (type names, `google`), which are not part of our vocabulary.
function readVariables(ast: ASTNode): VariableName[] {
  const bound = new Set<string>();
  const reads = new Set<VariableName>();
  for (const node of nodesOf(ast)) {
    const refused = node.op === 'call' || node.op === 'rcall' ? REFUSED[node.args[0]] : undefined;
    if (refused) throw new ConditionError(refused, node.start);
    if (node.op !== 'rcall' || !BINDING_MACROS.has(node.args[0])) continue;
    const variable = node.args[2][0];
    if (variable?.op !== 'id') continue;
    if (isVariable(variable.args))
      throw new ConditionError(`${variable.args} is a signal's name`, variable.start);
    bound.add(variable.args);
  }
  for (const node of nodesOf(ast)) {
    if (node.op !== 'id' || bound.has(node.args)) continue;
    if (isVariable(node.args)) reads.add(node.args);
    else throw new ConditionError(`unknown variable: ${node.args}`, node.start);
  }
  return [...reads];
}

function* hasCalls(ast: ASTNode): Generator<{ call: ASTNode; argument: ASTNode }> {
  for (const node of nodesOf(ast)) {
    const argument = node.op === 'call' && node.args[0] === 'has' ? node.args[1][0] : undefined;
    if (argument) yield { call: node, argument };
  }
}

// The library's has() accepts any field name. Using the argument as a value instead has its name checked; the
// padding keeps every offset up to the argument's end.
function assertFieldExists(source: string, { call, argument }: { call: ASTNode; argument: ASTNode }): void {
  const value = source.slice(argument.range.start, argument.range.end);
  const start = '(['.padStart(argument.range.start - call.range.start);
  const used = `${start}${value}].size() > 0)`;
  const checked = environment.check(source.slice(0, call.range.start) + used + source.slice(call.range.end));
  if (!checked.valid) throw toConditionError(checked.error);
}
