import { describe, expect, it } from 'vitest';
import { type Chain, filtersIncoming, type Rule } from './filtering.ts';
import { parseIptablesSave } from './iptables.ts';
import { parseNftRuleset } from './nft.ts';

const rule = (kind: 'accept' | 'drop' | 'return' | 'continue', narrow = false): Rule => ({
  narrow,
  verdict: { kind },
});
const to = (kind: 'jump' | 'goto', chain: string, narrow = false): Rule => ({
  narrow,
  verdict: { kind, chain },
});
const input = (policy: 'accept' | 'drop', ...rules: Rule[]): Chain => ({ name: 'input', policy, rules });
const chain = (name: string, ...rules: Rule[]): Chain => ({ name, rules });

describe('incoming packets are filtered', () => {
  it('by a policy of drop, or by a drop without conditions', () => {
    expect(filtersIncoming([input('drop')])).toBe(true);
    expect(filtersIncoming([input('accept', rule('accept', true), rule('drop'))])).toBe(true);
  });

  it('by a chain that is jumped to', () => {
    expect(filtersIncoming([input('accept', to('jump', 'rest')), chain('rest', rule('drop'))])).toBe(true);
    expect(filtersIncoming([input('accept', to('goto', 'rest')), chain('rest', rule('drop'))])).toBe(true);
  });

  it('by any one of several input chains', () => {
    expect(filtersIncoming([input('accept'), { ...input('drop'), name: 'second' }])).toBe(true);
  });
});

describe('incoming packets are not filtered', () => {
  it('without an input chain, or with one that lets everything in', () => {
    expect(filtersIncoming([])).toBe(false);
    expect(filtersIncoming([input('accept')])).toBe(false);
    expect(filtersIncoming([chain('forward', rule('drop'))])).toBe(false);
  });

  it('by a drop of only some packets', () => {
    expect(filtersIncoming([input('accept', rule('drop', true))])).toBe(false);
    expect(filtersIncoming([input('accept', to('jump', 'rest', true)), chain('rest', rule('drop'))])).toBe(
      false,
    );
  });

  it('by a drop that stands behind an accept of everything', () => {
    expect(filtersIncoming([input('drop', rule('accept'))])).toBe(false);
    expect(
      filtersIncoming([input('accept', to('jump', 'all'), rule('drop')), chain('all', rule('accept'))]),
    ).toBe(false);
  });

  it('by a drop behind a return, or behind a goto that comes back empty-handed', () => {
    expect(filtersIncoming([input('accept', rule('return'), rule('drop'))])).toBe(false);
    expect(filtersIncoming([input('accept', to('goto', 'none'), rule('drop')), chain('none')])).toBe(false);
  });

  it('by chains that jump in circles, and the walk ends', () => {
    expect(filtersIncoming([input('accept', to('jump', 'a')), chain('a', to('jump', 'a'))])).toBe(false);
  });
});

const nft = (...entries: object[]) =>
  JSON.stringify({ nftables: [{ metainfo: { version: '1.0.9' } }, ...entries] });
const table = (family: string, name = 'filter') => ({ table: { family, name } });
const nftInput = (family: string, policy: string, name = 'input') => ({
  chain: { family, table: 'filter', name, type: 'filter', hook: 'input', prio: 0, policy },
});
const nftRule = (family: string, chainName: string, ...expr: object[]) => ({
  rule: { family, table: 'filter', chain: chainName, expr },
});
const MATCH = { match: { op: '==', left: { meta: { key: 'iifname' } }, right: 'lo' } };

const filters = (text: string) => parseNftRuleset(text)?.map(({ chains }) => filtersIncoming(chains));

describe('an nft ruleset', () => {
  it('is read with policy, counters and reject', () => {
    expect(filters(nft(table('inet'), nftInput('inet', 'drop')))).toEqual([true]);
    expect(
      filters(
        nft(
          table('inet'),
          nftInput('inet', 'accept'),
          nftRule('inet', 'input', MATCH, { accept: null }),
          nftRule('inet', 'input', { counter: { packets: 1 } }, { reject: { type: 'icmpx' } }),
        ),
      ),
    ).toEqual([true]);
  });

  it('is read with what nft does not translate from iptables', () => {
    const reject = { xt: { type: 'target', name: 'REJECT' } };
    const conntrack = { xt: { type: 'match', name: 'conntrack' } };
    expect(filters(nft(table('ip'), nftInput('ip', 'accept'), nftRule('ip', 'input', reject)))).toEqual([
      true,
    ]);
    expect(
      filters(nft(table('ip'), nftInput('ip', 'accept'), nftRule('ip', 'input', conntrack, reject))),
    ).toEqual([false]);
  });

  it('holds no comment of iptables for a condition', () => {
    const comment = { xt: { type: 'match', name: 'comment' } };
    const open = nftRule('ip', 'input', comment, { accept: null });
    const closed = nftRule('ip', 'input', comment, { counter: { packets: 0 } }, { drop: null });
    expect(filters(nft(table('ip'), nftInput('ip', 'drop'), open))).toEqual([false]);
    expect(filters(nft(table('ip'), nftInput('ip', 'accept'), closed))).toEqual([true]);
  });

  it('knows that all which is sent here is meant for this machine, as ufw does before it drops the rest', () => {
    const ours = { match: { op: '==', left: { fib: { result: 'type', flags: ['daddr'] } }, right: 'local' } };
    const byIptables = { xt: { type: 'match', name: 'addrtype' } };
    const chainBefore = (...expr: object[]) => [
      { chain: { family: 'ip', table: 'filter', name: 'not-local' } },
      nftRule('ip', 'input', { jump: { target: 'not-local' } }),
      nftRule('ip', 'not-local', ...expr),
      nftRule('ip', 'not-local', { drop: null }),
    ];
    for (const match of [ours, byIptables]) {
      const rules = chainBefore(match, { return: null });
      expect(filters(nft(table('ip'), nftInput('ip', 'accept'), ...rules))).toEqual([false]);
      expect(filters(nft(table('ip'), nftInput('ip', 'drop'), ...rules))).toEqual([true]);
    }
    const someBroadcast = chainBefore(byIptables, { accept: null });
    expect(filters(nft(table('ip'), nftInput('ip', 'accept'), ...someBroadcast))).toEqual([true]);
    const some = chainBefore(MATCH, byIptables, { return: null });
    expect(filters(nft(table('ip'), nftInput('ip', 'accept'), ...some))).toEqual([true]);
  });

  it('takes a statement it does not know for a condition', () => {
    expect(
      filters(
        nft(table('ip'), nftInput('ip', 'accept'), nftRule('ip', 'input', { future: {} }, { drop: null })),
      ),
    ).toEqual([false]);
  });

  it('knows the families a table sees, and leaves out the others', () => {
    const text = nft(table('inet'), table('ip6'), table('bridge'), table('netdev'));
    expect(parseNftRuleset(text)?.map(({ families }) => families)).toEqual([['ip', 'ip6'], ['ip6']]);
  });

  it('without tables filters nothing; what is no ruleset is no answer', () => {
    expect(parseNftRuleset(nft())).toEqual([]);
    for (const text of ['', '1', '{}', '{"nftables":1}', 'Error: syntax']) {
      expect(parseNftRuleset(text)).toBeUndefined();
    }
  });
});

describe('iptables-save', () => {
  const read = (...lines: string[]) => filtersIncoming(parseIptablesSave(lines.join('\n')));

  it('is read with policy, jumps and conditions', () => {
    expect(read('*filter', ':INPUT DROP [0:0]', 'COMMIT')).toBe(true);
    expect(
      read(
        '*filter',
        ':INPUT ACCEPT [0:0]',
        '-A INPUT -i lo -j ACCEPT',
        '-A INPUT -j REJECT --reject-with icmp-port-unreachable',
      ),
    ).toBe(true);
    expect(
      read(
        '*filter',
        ':INPUT ACCEPT [0:0]',
        ':rest - [0:0]',
        '-A INPUT -j rest',
        '-A rest -j LOG',
        '-A rest -j DROP',
      ),
    ).toBe(true);
    expect(read('*filter', ':INPUT ACCEPT [0:0]', '-A INPUT -p tcp -m tcp --dport 23 -j DROP')).toBe(false);
  });

  it('holds no comment for a condition or a target, however it is quoted', () => {
    const last = '-A INPUT -m comment --comment "999 drop \\"all\\" -j ACCEPT" -j DROP';
    expect(read('*filter', ':INPUT ACCEPT [0:0]', last)).toBe(true);
    expect(read('*filter', ':INPUT DROP [0:0]', '-A INPUT -m comment --comment open -j ACCEPT')).toBe(false);
    expect(
      read('*filter', ':INPUT DROP [0:0]', '-A INPUT -p tcp -m comment --comment "some of it" -j ACCEPT'),
    ).toBe(true);
  });

  it('knows that all which is sent here is meant for this machine, as ufw does before it drops the rest', () => {
    const ufw = [
      ':not-local - [0:0]',
      '-A INPUT -j not-local',
      '-A not-local -m addrtype --dst-type LOCAL -j RETURN',
      '-A not-local -m addrtype --dst-type MULTICAST -j RETURN',
      '-A not-local -j DROP',
    ];
    expect(read('*filter', ':INPUT ACCEPT [0:0]', ...ufw)).toBe(false);
    expect(read('*filter', ':INPUT DROP [0:0]', ...ufw)).toBe(true);
    expect(read('*filter', ':INPUT ACCEPT [0:0]', ...ufw.toSpliced(2, 1))).toBe(true);
  });

  it('counts the filter table only, and of it what is meant for this machine', () => {
    expect(read('*nat', ':INPUT DROP [0:0]', 'COMMIT')).toBe(false);
    expect(read('*filter', ':INPUT ACCEPT [0:0]', ':FORWARD DROP [0:0]', 'COMMIT')).toBe(false);
    expect(read('')).toBe(false);
  });
});
