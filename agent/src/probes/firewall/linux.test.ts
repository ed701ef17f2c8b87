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

  it.each(['"dormant"', '["dormant","persist"]'])('is off when its table sleeps: flags %s', async (flags) => {
    const awake = ruleset('inet', 'input', 'drop');
    const asleep = awake.replace('"name":"filter"', `"name":"filter","flags":${flags}`);
    expect(await observe(IPV6, { [NFT]: asleep })).toMatchObject({ value: { enabled: false } });
    const owned = awake.replace('"name":"filter"', '"name":"filter","flags":["owner","persist"]');
    expect(await observe(IPV6, { [NFT]: owned })).toMatchObject({ value: { enabled: true } });
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

  it('is unknown when it cannot be seen whether IPv6 is in use', async () => {
    const hidden = { '/proc/net/if_inet6': { link: 'if_inet6' } };
    expect(await observe(hidden, { [NFT]: ruleset('ip', 'INPUT', 'drop') })).toMatchObject({
      status: 'unknown',
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

  describe('in the older tables, which nft does not show,', () => {
    const LOADED = { '/proc/net/ip_tables_names': 'filter\nnat\n' };
    const LOADED6 = { '/proc/net/ip6_tables_names': 'filter\n' };
    const EMPTY = { [NFT]: '{"nftables":[]}' };
    const V4 = { 'iptables-save -t filter': '*filter\n:INPUT DROP [0:0]\nCOMMIT\n' };
    const V6 = { 'ip6tables-save -t filter': '*filter\n:INPUT DROP [0:0]\nCOMMIT\n' };

    it('is on by their rules', async () => {
      expect(await observe(LOADED, { ...V4, ...EMPTY })).toMatchObject({
        value: { enabled: true, backend: 'iptables', evidence: ['iptables: INPUT ends in drop or reject'] },
      });
    });

    it('is off when only IPv4 is kept out and IPv6 is in use', async () => {
      expect(await observe({ ...LOADED, ...IPV6 }, { ...V4, ...EMPTY })).toMatchObject({
        value: {
          enabled: false,
          backend: 'iptables',
          evidence: ['iptables: INPUT ends in drop or reject', 'nft: nothing keeps IPv6 packets out'],
        },
      });
      const open6 = { 'ip6tables-save -t filter': '*filter\n:INPUT ACCEPT [0:0]\nCOMMIT\n' };
      const both = { ...LOADED, ...LOADED6, ...IPV6 };
      expect(await observe(both, { ...V4, ...open6, ...EMPTY })).toMatchObject({ value: { enabled: false } });
      expect(await observe(both, { ...V4, ...V6 })).toMatchObject({ value: { enabled: true } });
    });

    it('is on when each family is kept out by one of the two packet filters', async () => {
      expect(
        await observe({ ...LOADED, ...IPV6 }, { ...V4, [NFT]: ruleset('ip6', 'input', 'drop') }),
      ).toMatchObject({ value: { enabled: true, backend: 'nftables' } });
    });

    it('is unknown when nothing can list their rules and no other keeps packets out', async () => {
      const refused = { status: 'unknown', reason: 'tool_missing' };
      expect(await observe(LOADED, EMPTY)).toMatchObject(refused);
      const newer = {
        'iptables-save -t filter':
          '# Generated by iptables-save v1.8.9 (nf_tables) on Thu Jan  1 00:00:00 2026\n*filter\n:INPUT ACCEPT [0:0]\nCOMMIT\n',
      };
      expect(await observe(LOADED, { ...newer, ...EMPTY })).toMatchObject(refused);
      expect(await observe(LOADED, { [NFT]: ruleset('inet', 'input', 'drop') })).toMatchObject({
        value: { enabled: true },
      });
    });
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
