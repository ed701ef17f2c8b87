import type { ASTNode } from '@marcbachmann/cel-js';
import { isMessage } from '../messages.ts';
import { suggestion } from '../suggest.ts';
import {
  fieldType,
  fieldTypes,
  fieldValues,
  isVariable,
  VARIABLES,
  type VariableName,
} from '../vocabulary.ts';
import { FUNCTIONS } from './functions.ts';
import { MACROS } from './macros.ts';
import { isVersion } from './version.ts';

/** What is wrong with an expression. `offset` counts UTF-16 units from its start. */
export interface ExpressionProblem {
  message: string;
  offset: number;
}

/** The types of the variables that macros bind; null where only the library can tell. */
type Scope = ReadonlyMap<string, string | null>;

const REFUSED: Readonly<Record<string, string>> = {
  dyn: 'dyn() would switch type checking off',
  // The language promises linear time; the JavaScript engine's expressions do not keep that promise.
  matches: 'matches() is not available: use startsWith, endsWith or contains',
};
const CALLS = ['has', 'size'];
const METHODS = [...Object.keys(FUNCTIONS), ...Object.keys(MACROS)];
const COMPARISONS = new Set(['==', '!=', 'in']);

/**
 * Looks up every name in an expression, so that all misspelt ones are told at once: the library's check stops at the
 * first, and does not look into has() or at the values that a text can have.
 */
export class NameResolver {
  /** Every variable that is named, whether or not its value decides the result. */
  readonly reads = new Set<VariableName>();
  readonly problems: ExpressionProblem[] = [];
  readonly #types = new Map<ASTNode, string | null>();

  resolve(node: ASTNode, scope: Scope = new Map()): string | null {
    const type = this.#resolve(node, scope);
    this.#types.set(node, type);
    return type;
  }

  #resolve(node: ASTNode, scope: Scope): string | null {
    switch (node.op) {
      case 'id':
        return this.#variable(node, node.args, scope);
      case '.':
        return this.#field(node, this.resolve(node.args[0], scope), node.args[1]);
      case '[]':
        this.resolve(node.args[1], scope);
        return elementOf(this.resolve(node.args[0], scope));
      case 'value':
        return this.#literal(node, node.args);
      case 'call':
        return this.#call(node, node.args[0], node.args[1], scope);
      case 'rcall':
        return this.#method(node, node.args, scope);
      case 'map':
        return this.#complain(node, 'maps are not available');
      default:
        for (const child of childrenOf(node)) this.resolve(child, scope);
        if (COMPARISONS.has(node.op)) this.#compare(node.args as [ASTNode, ASTNode]);
        return null;
    }
  }

  #complain({ pos: offset }: ASTNode, message: string): null {
    this.problems.push({ message, offset });
    return null;
  }

  #variable(node: ASTNode, name: string, scope: Scope): string | null {
    if (scope.has(name)) return scope.get(name) ?? null;
    if (isVariable(name)) {
      this.reads.add(name);
      return VARIABLES[name];
    }
    const known = [...scope.keys(), ...Object.keys(VARIABLES)];
    return this.#complain(node, `unknown variable: ${name}${suggestion(name, known)}`);
  }

  #field(node: ASTNode, of: string | null, name: string): string | null {
    if (of === null || !isMessage(of)) return null;
    const known = Object.keys(fieldTypes(of));
    return (
      fieldType(of, name) ?? this.#complain(node, `${of} has no field ${name}${suggestion(name, known)}`)
    );
  }

  #literal(node: ASTNode, value: unknown): null {
    if (typeof value === 'bigint' && value > Number.MAX_SAFE_INTEGER)
      return this.#complain(node, `the largest number that can be written is ${Number.MAX_SAFE_INTEGER}`);
    if (['bigint', 'boolean', 'string'].includes(typeof value)) return null;
    return this.#complain(node, 'only texts, whole numbers, true, false and lists of them can be written');
  }

  #call(node: ASTNode, name: string, args: readonly ASTNode[], scope: Scope): null {
    for (const arg of args) this.resolve(arg, scope);
    if (REFUSED[name]) return this.#complain(node, REFUSED[name]);
    if (CALLS.includes(name)) return null;
    const near = suggestion(name, CALLS);
    if (near || !METHODS.includes(name)) return this.#complain(node, `there is no function ${name}()${near}`);
    return this.#complain(node, `${name}() is called on a value: value.${name}(…)`);
  }

  #method(node: ASTNode, [name, receiver, args]: [string, ASTNode, ASTNode[]], scope: Scope): string | null {
    const of = this.resolve(receiver, scope);
    if (Object.hasOwn(MACROS, name) && args.length > 1) return this.#macro(name, of, args, scope);
    if (REFUSED[name]) return this.#complain(node, REFUSED[name]);
    if (!METHODS.includes(name))
      return this.#complain(node, `there is no function ${name}()${suggestion(name, METHODS)}`);
    for (const arg of args) this.resolve(arg, scope);
    if (name === 'versionAtLeast') this.#versions(args);
    const takes = FUNCTIONS[name]?.takes ?? 0;
    if (args.length <= takes) return null;
    return this.#complain(node, `${name}() takes ${takes} arguments, not ${args.length}`);
  }

  #macro(name: string, of: string | null, [bound, ...steps]: ASTNode[], scope: Scope): string | null {
    if (bound?.op !== 'id') return null;
    if (isVariable(bound.args)) this.#complain(bound, `${bound.args} is a signal's name`);
    const inner = new Map(scope).set(bound.args, elementOf(of));
    for (const step of steps) this.resolve(step, inner);
    return name === 'filter' ? of : null;
  }

  // What is no version leaves every device undecided.
  #versions(args: readonly ASTNode[]): void {
    for (const literal of args.flatMap(textsOf)) {
      const text = String(literal.args);
      if (!isVersion(text)) this.#complain(literal, `expected a version such as 14.5, got "${text}"`);
    }
  }

  // A value that a text can never have makes a comparison that never holds.
  #compare([left, right]: readonly [ASTNode, ASTNode]): void {
    for (const [field, literals] of [
      [left, textsOf(right)],
      [right, textsOf(left)],
    ] as const) {
      const values =
        field.op === '.' ? fieldValues(this.#types.get(field.args[0]) ?? '', field.args[1]) : null;
      for (const literal of values === null ? [] : literals) {
        const text = String(literal.args);
        if (values?.includes(text)) continue;
        const known = values ?? [];
        this.#complain(literal, `"${text}" is none of ${known.join(', ')}${suggestion(text, known)}`);
      }
    }
  }
}

const elementOf = (type: string | null): string | null => /^list<(.*)>$/.exec(type ?? '')?.[1] ?? null;

const textsOf = (node: ASTNode): ASTNode[] => {
  if (node.op === 'list') return node.args.flatMap(textsOf);
  return node.op === 'value' && typeof node.args === 'string' ? [node] : [];
};

/** The expressions that an expression is made of. */
export function childrenOf(node: ASTNode): ASTNode[] {
  const isNode = (value: unknown): value is ASTNode =>
    typeof value === 'object' && value !== null && 'op' in value;
  return isNode(node.args) ? [node.args] : [node.args].flat(3).filter(isNode);
}
