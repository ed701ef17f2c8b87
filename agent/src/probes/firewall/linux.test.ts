import { describe, expect, it } from 'vitest';
import type { Exec } from '../../system/exec.ts';
import { scriptedExec, type TreeEntry, treeContext } from '../../system/test-tree.ts';
import { firewallOnLinux } from './linux.ts';

const NFT = 'nft -j -t list ruleset';
const ruleset = (family: string, chainName: string, policy: string, name = 'filter') =>
  JSON.stringify({
    nftables: [
      { table: { family, name } },
      { chain: { family, table: name, name: chainName, type: 'filter', hook: 'input', prio: 0, policy } },
    ],
  });

const IPV6 = { '/proc/net/if_inet6': 'fe80000000000000021a4afffe000001 02 40 20 80     eth0\n' };
const LOOPBACK_ONLY = { '/proc/net/if_inet6': '00000000000000000000000000000001 01 80 10 80       lo\n' };

const observe = (tree: Record<string, TreeEntry>, answers: Record<string, string>) =>
  firewallOnLinux.observe(treeContext(tree, scriptedExec(answers)));

describe('the firewall', () => {
  it('is on when the rules keep packets out', async () => {
    expect(await observe(IPV6, { [NFT]: ruleset('inet', 'input', 'drop') })).toMatchObject({
      status: 'ok',
      value: { enabled: true, backend: 'nftables' },
    });
  });

  it('is off when there are no rules, whatever the configuration intends', async () => {
    const tree = { '/etc/ufw/ufw.conf': '# ufw\nENABLED=yes\n' };
    expect(await observe(tree, { [NFT]: '{"nftables":[]}' })).toEqual({
      status: 'ok',
      value: {
        enabled: false,
        backend: 'nftables',
        evidence: ['nft: nothing keeps IPv4 packets out', '/etc/ufw/ufw.conf ENABLED=yes'],
      },
    });
  });

  it('is off when IPv6 is in use and left open', async () => {
    const ipv4Only = { [NFT]: ruleset('ip', 'INPUT', 'drop') };
    expect(await observe(IPV6, ipv4Only)).toMatchObject({
      value: { enabled: false, evidence: expect.arrayContaining(['nft: nothing keeps IPv6 packets out']) },
    });
    expect(await observe(LOOPBACK_ONLY, ipv4Only)).toMatchObject({
      value: { enabled: true, backend: 'iptables' },
    });
  });

  it('names who wrote the rules', async () => {
    expect(await observe({}, { [NFT]: ruleset('inet', 'filter_INPUT', 'drop', 'firewalld') })).toMatchObject({
      value: { backend: 'firewalld' },
    });
    expect(await observe({}, { [NFT]: ruleset('ip', 'ufw-before-input', 'drop') })).toMatchObject({
      value: { backend: 'ufw' },
    });
  });

  it('is on by rules in the older tables, which nft does not show', async () => {
    const tree = { '/proc/net/ip_tables_names': 'filter\nnat\n' };
    const answers = {
      'iptables-save -t filter': '*filter\n:INPUT DROP [0:0]\nCOMMIT\n',
      [NFT]: '{"nftables":[]}',
    };
    expect(await observe(tree, answers)).toMatchObject({ value: { enabled: true, backend: 'iptables' } });
  });

  it('is unknown without a way to see the rules, with what is configured as a hint', async () => {
    expect(await observe({ '/etc/ufw/ufw.conf': 'ENABLED=yes\n' }, {})).toEqual({
      status: 'unknown',
      reason: 'tool_missing',
      detail: 'nft is not installed; configured: /etc/ufw/ufw.conf ENABLED=yes',
    });
  });

  it('is unknown when only root may see the rules, or the answer is none', async () => {
    const refusing: Exec = {
      run: async () => ({
        status: 'exit',
        code: 1,
        stdout: '',
        stderr: 'Operation not permitted (you must be root)',
      }),
    };
    expect(await firewallOnLinux.observe(treeContext({}, refusing))).toMatchObject({ reason: 'permission' });
    expect(await observe({}, { [NFT]: 'what?' })).toMatchObject({ status: 'unknown', reason: 'unparsed' });
  });
});
