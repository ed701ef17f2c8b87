import type { ASTNode, ASTOperator } from '@marcbachmann/cel-js';
import { typeOf } from './environment.ts';
import { FUNCTIONS } from './functions.ts';
import { type Cell, MACROS, resetVisits } from './macros.ts';
import { BINARY, negate } from './operators.ts';
import { type Facts, type Run, Undecided, type Value } from './undecided.ts';

/** The variables that macros bind, by their names. */
type Scope = ReadonlyMap<string, Cell>;
type NodeOf<Op extends ASTOperator> = Extract<ASTNode, { op: Op }>;

/**
 * Turns a checked expression (names and types, true or false in all) into closures, once: nothing of it is parsed or
 * looked up when it runs. What is written most, such as a field of a signal or a comparison with a constant, is one
 * closure and not several. The result is not re-entrant, which synchronous code cannot notice.
 */
export function compile(ast: ASTNode): (facts: Facts) => boolean | Undecided {
  const run = toRun(ast, new Map());
  return (facts) => {
    resetVisits();
    const result = run(facts);
    return result instanceof Undecided ? result : result === true;
  };
}

function toRun(node: ASTNode, scope: Scope): Run {
  switch (node.op) {
    case 'value':
      return constant(typeof node.args === 'bigint' ? Number(node.args) : node.args);
    case 'id':
      return variable(node.args, scope);
    case '.':
      return field(node, scope);
    case '[]':
      return apply([node.args[0], node.args[1]], scope, element);
    case 'list':
      return list(node.args, scope);
    case '?:':
      return conditional(node, scope);
    case '&&':
    case '||':
      return logical(node.op === '||', toRun(node.args[0], scope), toRun(node.args[1], scope));
    case '!_':
      return not(toRun(node.args, scope));
    case '-_':
      return apply([node.args], scope, negate);
    case 'call':
      return node.args[0] === 'has' ? has(node, scope) : call(node.args[0], node.args[1], scope);
    case 'rcall':
      return macro(node, scope) ?? call(node.args[0], [node.args[1], ...node.args[2]], scope);
    default:
      return apply(node.args as ASTNode[], scope, BINARY[node.op] as Apply);
  }
}

type Apply = (...values: Value[]) => Value;

const constant =
  (value: Value): Run =>
  () =>
    value;

const untold = (name: string): Undecided => new Undecided(`${name} could not be told`);

function variable(name: string, scope: Scope): Run {
  const cell = scope.get(name);
  if (cell) return () => cell.value;
  const missing = untold(name);
  return (facts) => facts[name] ?? missing;
}

// A field that is missing, or a number that is no whole number or too large to be exact, could not be told.
const isTold = (value: Value, type: string): boolean =>
  value !== undefined && (type !== 'int' || Number.isSafeInteger(value));

function field(node: NodeOf<'.'>, scope: Scope): Run {
  const [of, name] = node.args;
  const [type, missing] = [typeOf(node), untold(name)];
  if (of.op === 'id' && !scope.has(of.args)) return fieldOfVariable(of.args, name, type);
  const run = toRun(of, scope);
  return (facts) => {
    const message = run(facts);
    if (message instanceof Undecided) return message;
    const value = (message as Facts)[name];
    return isTold(value, type) ? value : missing;
  };
}

function fieldOfVariable(variable: string, name: string, type: string): Run {
  const [unknown, missing] = [untold(variable), untold(name)];
  return (facts) => {
    const message = facts[variable];
    if (message === undefined) return unknown;
    const value = (message as Facts)[name];
    return isTold(value, type) ? value : missing;
  };
}

// The argument is a field of something; only that field may be missing.
function has(node: NodeOf<'call'>, scope: Scope): Run {
  const [message, name] = (node.args[1][0] as NodeOf<'.'>).args;
  const of = toRun(message, scope);
  const type = typeOf(node.args[1][0] as ASTNode);
  return (facts) => {
    const value = of(facts);
    return value instanceof Undecided ? value : isTold((value as Facts)[name], type);
  };
}

function list(args: readonly ASTNode[], scope: Scope): Run {
  const run = apply(args, scope, (...items) => items);
  // Of constants: the same list each time, which nothing in the language changes.
  return args.every(isConstant) ? constant(run(NO_FACTS)) : run;
}

const NO_FACTS: Facts = {};

const not =
  (run: Run): Run =>
  (facts) => {
    const value = run(facts);
    return value instanceof Undecided ? value : value === false;
  };

const NO_ELEMENT = new Undecided('a list has no such element');
const element: Apply = (list, index) => (list as Value[])[index as number] ?? NO_ELEMENT;

function conditional({ args: [condition, then, otherwise] }: NodeOf<'?:'>, scope: Scope): Run {
  const [test, yes, no] = [toRun(condition, scope), toRun(then, scope), toRun(otherwise, scope)];
  return (facts) => {
    const value = test(facts);
    return value === true ? yes(facts) : value === false ? no(facts) : value;
  };
}

/** `decisive` decides alone, whatever the other side comes to. */
function logical(decisive: boolean, left: Run, right: Run): Run {
  return (facts) => {
    const one = left(facts);
    if (one === decisive) return decisive;
    const other = right(facts);
    return other === decisive || one === !decisive ? other : one;
  };
}

function macro({ args: [name, receiver, args] }: NodeOf<'rcall'>, scope: Scope): Run | null {
  const over = Object.hasOwn(MACROS, name) ? MACROS[name] : undefined;
  const [bound, first, second] = args;
  if (!over || bound?.op !== 'id' || !first) return null;
  const cell: Cell = { value: undefined };
  const inner = new Map(scope).set(bound.args, cell);
  const list = toRun(receiver, scope);
  const kept = second && MACROS.filter ? MACROS.filter(list, cell, toRun(first, inner)) : list;
  return over(kept, cell, toRun(second ?? first, inner));
}

const call = (name: string, args: readonly ASTNode[], scope: Scope): Run =>
  apply(args, scope, FUNCTIONS[name]?.run as Apply);

/** Of values that must all be told: the first that is not is the result. */
function apply(args: readonly ASTNode[], scope: Scope, to: Apply): Run {
  const runs = args.map((arg) => toRun(arg, scope));
  const [first, second, ...more] = runs;
  if (!first || more.length > 0) return applyAll(runs, to);
  if (!second) return applyOne(first, to);
  if (isConstant(args[1] as ASTNode)) return applyToConstant(first, second(NO_FACTS), to);
  return (facts) => {
    const a = first(facts);
    if (a instanceof Undecided) return a;
    const b = second(facts);
    return b instanceof Undecided ? b : to(a, b);
  };
}

const isConstant = ({ op, args }: ASTNode): boolean =>
  op === 'value' || (op === 'list' && (args as ASTNode[]).every(({ op }) => op === 'value'));

const applyToConstant =
  (run: Run, value: Value, to: Apply): Run =>
  (facts) => {
    const a = run(facts);
    return a instanceof Undecided ? a : to(a, value);
  };

const applyOne =
  (run: Run, to: Apply): Run =>
  (facts) => {
    const value = run(facts);
    return value instanceof Undecided ? value : to(value);
  };

const applyAll =
  (runs: readonly Run[], to: Apply): Run =>
  (facts) => {
    const values: Value[] = [];
    for (const run of runs) {
      const value = run(facts);
      if (value instanceof Undecided) return value;
      values.push(value);
    }
    return to(...values);
  };
