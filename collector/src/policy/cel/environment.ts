import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { LIMITS } from '../limits.ts';
import { MESSAGES, type MessageName } from '../messages.ts';
import { fieldType, fieldTypes, VARIABLES } from '../vocabulary.ts';
import { isVersion, isVersionAtLeast } from './version.ts';

/** The library with our vocabulary in it. It parses and type-checks; its evaluator is what ours is tested against. */
export function createEnvironment(classes?: Record<string, new () => object>): Environment {
  const environment = new Environment({
    limits: { maxAstNodes: LIMITS.conditionParts, maxDepth: LIMITS.conditionDepth },
  });
  for (const name of Object.keys(MESSAGES) as MessageName[]) {
    environment.registerType(name, { fields: fieldTypes(name), ...(classes && { ctor: classes[name] }) });
  }
  for (const [name, type] of Object.entries(VARIABLES)) environment.registerVariable(name, type);
  environment.registerFunction('string.versionAtLeast(string): bool', versionAtLeast);
  return environment;
}

function versionAtLeast(version: string, least: string): boolean {
  if (!isVersion(version) || !isVersion(least)) throw new RangeError('expected versions such as 14.5');
  return isVersionAtLeast(version, least);
}

/**
 * The type that the library's check found for a node. It is kept on the node, which the library's own declarations
 * do not say; what stands in has() is not checked by the library.
 * @throws Error for a node that was not checked
 */
export function typeOf(node: ASTNode): string {
  const { checkedType } = node as { checkedType?: { name: string } };
  if (checkedType) return checkedType.name;
  const type = node.op === '.' ? fieldType(typeOf(node.args[0]), node.args[1]) : null;
  if (type === null) throw new Error(`expected a checked expression, got an unchecked ${node.op}`);
  return type;
}
