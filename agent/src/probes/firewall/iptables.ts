import type { Chain, Rule, Verdict } from './filtering.ts';

/**
 * Reads the filter table of `iptables-save`. Of the built-in chains only INPUT keeps its policy: the others never
 * see what is meant for this machine.
 */
export function parseIptablesSave(text: string): Chain[] {
  const chains = new Map<string, Chain>();
  let table = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('*')) table = line.slice(1).trim();
    if (table !== 'filter') continue;
    const declared = /^:(\S+) (\S+)/.exec(line);
    if (declared?.[1]) chains.set(declared[1], toChain(declared[1], declared[2] ?? '-'));
    const rule = /^-A (\S+) ?(.*)$/.exec(line);
    if (rule?.[1]) chains.get(rule[1])?.rules.push(toRule(rule[2] ?? ''));
  }
  return [...chains.values()];
}

function toChain(name: string, policy: string): Chain {
  if (name !== 'INPUT') return { name, rules: [] };
  return { name, policy: policy === 'DROP' ? 'drop' : 'accept', rules: [] };
}

/** What `iptables-save` quotes has its quotes escaped. */
const COMMENT = /-m comment --comment (?:"(?:[^"\\]|\\.)*"|\S+)/g;

/** So is every packet that somebody sends to this machine. */
const MEANT_FOR_US = /-m addrtype --dst-type LOCAL(?=\s)/g;

/** Whatever stands before the target is a condition, but for comments and what holds for all. */
function toRule(text: string): Rule {
  const parts = /^(.*?)(?:^|\s)-([jg]) (\S+)(.*)$/.exec(text.replace(COMMENT, '').replace(MEANT_FOR_US, ''));
  const [, conditions = '', flag, target = ''] = parts ?? [];
  if (!parts) return { narrow: false, verdict: { kind: 'continue' } };
  return { narrow: conditions.trim() !== '', verdict: toVerdict(flag === 'g' ? 'goto' : 'jump', target) };
}

const CONTINUES = new Set(['LOG', 'NFLOG', 'MARK', 'CONNMARK', 'TRACE', 'AUDIT']);

function toVerdict(kind: 'jump' | 'goto', target: string): Verdict {
  if (target === 'ACCEPT') return { kind: 'accept' };
  if (target === 'DROP' || target === 'REJECT') return { kind: 'drop' };
  if (target === 'RETURN') return { kind: 'return' };
  return CONTINUES.has(target) ? { kind: 'continue' } : { kind, chain: target };
}
