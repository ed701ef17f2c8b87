/** What a rule does with the packets that reach it. */
export type Verdict =
  | { kind: 'accept' | 'drop' | 'return' | 'continue' }
  | { kind: 'jump' | 'goto'; chain: string };

/** One rule, as far as it matters for "is anything kept out?". */
export interface Rule {
  /** Only some packets: by address, port, state, rate, … */
  narrow: boolean;
  verdict: Verdict;
}

/** A chain of rules; with a policy it is one the kernel itself calls for incoming packets. */
export interface Chain {
  name: string;
  policy?: 'accept' | 'drop';
  rules: Rule[];
}

const MAX_DEPTH = 32;

/**
 * Whether a packet that no particular rule lets in is kept out: some input chain ends in a drop or reject for
 * everything left over, by its policy or by a rule without conditions.
 */
export function filtersIncoming(chains: readonly Chain[]): boolean {
  const byName = new Map(chains.map((chain) => [chain.name, chain]));
  return chains.some((chain) => {
    if (chain.policy === undefined) return false;
    const fate = fateOfTheRest(chain, byName, 0);
    return fate === 'drop' || (fate === 'returns' && chain.policy === 'drop');
  });
}

type Fate = 'accept' | 'drop' | 'returns';

function fateOfTheRest(chain: Chain, byName: ReadonlyMap<string, Chain>, depth: number): Fate {
  if (depth > MAX_DEPTH) return 'returns';
  for (const { narrow, verdict } of chain.rules) {
    if (narrow || verdict.kind === 'continue') continue;
    if (verdict.kind === 'return') return 'returns';
    if (!('chain' in verdict)) return verdict.kind;
    const target = byName.get(verdict.chain);
    const fate = target ? fateOfTheRest(target, byName, depth + 1) : 'returns';
    if (fate !== 'returns' || verdict.kind === 'goto') return fate;
  }
  return 'returns';
}
