import type { ASTNode } from '@marcbachmann/cel-js';
import { typeOf } from './environment.ts';
import { MACROS } from './macros.ts';
import { childrenOf } from './names.ts';

/** How large a value may be: characters of a text, elements of a list and how large each of those is. */
interface Extent {
  size: number;
  element?: Extent;
}
interface Estimate {
  cost: number;
  extent: Extent;
}
type Scope = ReadonlyMap<string, Extent>;

// What devices report is short: longer lists are met when they come, by a limit of their own.
const TEXT: Extent = { size: 200 };
const LIST = 100;
const PLAIN: Extent = { size: 1 };
/** Characters that are looked at in the time of one step. */
const CHARACTERS = 50;

/** How many steps a checked expression takes on what devices usually report at most; it is never run for it. */
export const estimateCost = (ast: ASTNode): number => Math.ceil(estimate(ast, new Map()).cost);

function estimate(node: ASTNode, scope: Scope): Estimate {
  switch (node.op) {
    case 'value':
      return { cost: 1, extent: typeof node.args === 'string' ? { size: node.args.length } : PLAIN };
    case 'id':
      return { cost: 1, extent: scope.get(node.args) ?? PLAIN };
    case '.':
      return { cost: 1 + estimate(node.args[0], scope).cost, extent: extentOf(typeOf(node)) };
    case 'call':
      return called(node.args[0], node.args[1], scope);
    case 'rcall':
      return Object.hasOwn(MACROS, node.args[0])
        ? repeated(node.args[0], node.args[1], node.args[2], scope)
        : called(node.args[0], [node.args[1], ...node.args[2]], scope);
    default:
      return combined(node, scope);
  }
}

function extentOf(type: string): Extent {
  if (type === 'string') return TEXT;
  const element = /^list<(.*)>$/.exec(type)?.[1];
  return element === undefined ? PLAIN : { size: LIST, element: extentOf(element) };
}

/** All characters or elements of a value, down to the last. */
const total = ({ size, element }: Extent): number => size * Math.max(1, element ? total(element) : 1);

const sumOf = (parts: readonly Estimate[]): number => parts.reduce((sum, { cost }) => sum + cost, 0);

function combined(node: ASTNode, scope: Scope): Estimate {
  const parts = childrenOf(node).map((child) => estimate(child, scope));
  const extents = parts.map(({ extent }) => extent);
  const looked = extents.reduce((sum, extent) => sum + total(extent), 0) / CHARACTERS;
  const cost = 1 + sumOf(parts) + (node.op === '?:' ? 0 : looked);
  return { cost, extent: combine(node.op, extents) };
}

function combine(op: ASTNode['op'], extents: readonly Extent[]): Extent {
  const largest = extents.reduce((a, b) => (total(b) > total(a) ? b : a), PLAIN);
  if (op === 'list') return { size: extents.length, element: largest };
  if (op === '[]') return extents[0]?.element ?? PLAIN;
  if (op === '+') return { ...largest, size: extents.reduce((sum, { size }) => sum + size, 0) };
  return op === '?:' ? largest : PLAIN;
}

function called(name: string, args: readonly ASTNode[], scope: Scope): Estimate {
  const parts = name === 'has' ? [] : args.map((arg) => estimate(arg, scope));
  const [of = PLAIN, by = PLAIN] = parts.map(({ extent }) => extent);
  // Looking for a text in another can take the product of both.
  const looked = (name === 'contains' || name === 'split' ? total(of) * by.size : total(of)) / CHARACTERS;
  return { cost: 1 + sumOf(parts) + looked, extent: resultOf(name, of, by) };
}

function resultOf(name: string, of: Extent, by: Extent): Extent {
  if (name === 'split') return { size: of.size, element: of };
  if (name === 'join') return { size: total(of) + of.size * by.size };
  return ['lowerAscii', 'upperAscii', 'trim'].includes(name) ? of : PLAIN;
}

function repeated(
  name: string,
  receiver: ASTNode,
  [bound, ...steps]: readonly ASTNode[],
  scope: Scope,
): Estimate {
  const list = estimate(receiver, scope);
  const variable = bound?.op === 'id' ? bound.args : '';
  const inner = new Map(scope).set(variable, list.extent.element ?? PLAIN);
  const parts = steps.map((step) => estimate(step, inner));
  const cost = list.cost + list.extent.size * (1 + sumOf(parts));
  const { size } = list.extent;
  if (name === 'map') return { cost, extent: { size, element: parts.at(-1)?.extent ?? PLAIN } };
  return { cost, extent: name === 'filter' ? list.extent : PLAIN };
}
