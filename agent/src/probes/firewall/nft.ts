import type { Chain, Rule, Verdict } from './filtering.ts';

export type IpFamily = 'ip' | 'ip6';

/** The chains of one table that can see packets of a family. */
export interface NftTable {
  families: IpFamily[];
  name: string;
  chains: Chain[];
}

const FAMILIES: Record<string, IpFamily[]> = { ip: ['ip'], ip6: ['ip6'], inet: ['ip', 'ip6'] };

/**
 * Reads `nft -j list ruleset` (libnftables-json(5)). Chains and rules of other families (bridge, netdev, arp) are
 * left out, and tables that are dormant: the kernel lists their rules and asks none.
 * @returns undefined when it is not such an answer
 */
export function parseNftRuleset(text: string): NftTable[] | undefined {
  const entries = parseEntries(text);
  if (!entries) return undefined;
  const tables = new Map<string, NftTable>();
  for (const { family, name, flags } of pick(entries, 'table')) {
    const families = FAMILIES[String(family)];
    // One flag stands by itself, several in a list.
    const isDormant = [flags].flat().includes('dormant');
    if (families && !isDormant) tables.set(`${family} ${name}`, { families, name: String(name), chains: [] });
  }
  for (const chain of pick(entries, 'chain')) {
    tables.get(`${chain.family} ${chain.table}`)?.chains.push(toChain(chain));
  }
  for (const rule of pick(entries, 'rule')) {
    const chains = tables.get(`${rule.family} ${rule.table}`)?.chains;
    chains?.find(({ name }) => name === rule.chain)?.rules.push(toRule(rule.expr));
  }
  return [...tables.values()];
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

function parseEntries(text: string): Json[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) && Array.isArray(parsed.nftables) ? parsed.nftables.filter(isObject) : undefined;
  } catch {
    return undefined;
  }
}

const pick = (entries: Json[], kind: string): Json[] => entries.map((entry) => entry[kind]).filter(isObject);

function toChain(chain: Json): Chain {
  const isInput = chain.hook === 'input' && chain.type === 'filter';
  return {
    name: String(chain.name),
    ...(isInput ? { policy: chain.policy === 'drop' ? ('drop' as const) : ('accept' as const) } : {}),
    rules: [],
  };
}

/** Statements that let every packet through to the next one. */
const PASSIVE = new Set(['counter', 'log', 'mangle', 'notrack', 'comment']);

/** Any statement that we don't know may hold packets back: the rule counts as narrow. */
function toRule(expression: unknown): Rule {
  const rule: Rule = { narrow: false, verdict: { kind: 'continue' } };
  let asksForAddress = false;
  for (const statement of Array.isArray(expression) ? expression : []) {
    const verdict = toVerdict(statement);
    if (verdict)
      return { ...rule, narrow: rule.narrow || (asksForAddress && verdict.kind !== 'return'), verdict };
    if (isAddressType(statement)) asksForAddress = true;
    else if (!letsAllPass(statement)) rule.narrow = true;
  }
  return rule;
}

/**
 * iptables' own match by kind of address, of which nft does not tell which. What a chain returns by it alone is taken for
 * what is meant for this machine, as ufw has it before it drops the rest: and all that somebody sends here is.
 */
const isAddressType = (statement: unknown): boolean =>
  isObject(statement) && isObject(statement.xt) && statement.xt.name === 'addrtype';

function letsAllPass(statement: unknown): boolean {
  if (!isObject(statement)) return false;
  const extension = statement.xt;
  // As iptables-nft tells of a rule's comment.
  if (isObject(extension)) return extension.type === 'match' && extension.name === 'comment';
  if (isObject(statement.match)) return isMeantForUs(statement.match);
  return Object.keys(statement)
    .slice(0, 1)
    .some((kind) => PASSIVE.has(kind));
}

/** `fib daddr type local`: so is every packet that somebody sends to this machine. */
function isMeantForUs({ op, left, right }: Json): boolean {
  const fib = isObject(left) && isObject(left.fib) ? left.fib : {};
  return op === '==' && right === 'local' && fib.result === 'type' && [fib.flags].flat().join() === 'daddr';
}

function toVerdict(statement: unknown): Verdict | undefined {
  if (!isObject(statement)) return undefined;
  if ('accept' in statement) return { kind: 'accept' };
  if ('drop' in statement || 'reject' in statement) return { kind: 'drop' };
  if ('return' in statement) return { kind: 'return' };
  for (const kind of ['jump', 'goto'] as const) {
    const to = statement[kind];
    if (isObject(to)) return { kind, chain: String(to.target) };
  }
  const extension = statement.xt;
  return isObject(extension) && extension.type === 'target' && extension.name === 'REJECT'
    ? { kind: 'drop' }
    : undefined;
}
