import { type Firewall, type Outcome, ok, unknown } from '@assay/shared';
import { type ExecResult, execProblemToOutcome } from '../../system/exec.ts';
import { fileProblemToOutcome, ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import type { Probe, ProbeContext } from '../probe.ts';
import { whileRunning } from '../running-units.ts';
import { filtersIncoming } from './filtering.ts';
import { readIntent } from './intent.ts';
import { parseIptablesSave } from './iptables.ts';
import { type IpFamily, type NftTable, parseNftRuleset } from './nft.ts';

/** Whether the kernel keeps unasked-for packets out: its rules decide, configuration only corroborates. */
export const firewallOnLinux: Probe<'firewall'> = {
  signal: 'firewall',
  watch: [
    '/etc/ufw/ufw.conf',
    '/etc/nftables.conf',
    '/etc/firewalld',
    '/run/firewalld.pid',
    '/usr/sbin/nft',
    ...whileRunning(['nftables.service', 'ufw.service', 'firewalld.service', 'netfilter-persistent.service']),
  ],
  everyMs: 300_000,
  deadlineMs: 15_000,
  async observe(context) {
    try {
      const intent = await readIntent(context.files);
      const legacy = await readLegacyFiltering(context);
      if (legacy) return ok({ enabled: true, backend: 'iptables', evidence: [legacy, ...intent] });
      const answer = await context.exec.run('nft', ['-j', '-t', 'list', 'ruleset']);
      if (answer.status !== 'ok') return withIntent(nftProblem(answer), intent);
      const tables = parseNftRuleset(answer.stdout);
      if (!tables) return unknown('unparsed', 'the answer of nft is not a ruleset');
      return judgeRuleset(tables, { usesIpv6: await usesIpv6(context.files), intent });
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

/** Without a readable packet filter nothing is said; what is configured helps a person to find out. */
function withIntent(problem: Outcome<never>, intent: string[]): Outcome<Firewall> {
  if (problem.status !== 'unknown' || intent.length === 0) return problem;
  return { ...problem, detail: `${problem.detail}; configured: ${intent.join(', ')}` };
}

const nftProblem = (answer: Exclude<ExecResult, { status: 'ok' }>) => execProblemToOutcome('nft', answer);

/** Rules in the older tables are invisible to nft. */
async function readLegacyFiltering({ files, exec }: ProbeContext): Promise<string | undefined> {
  const tables = await ifReadable(files.readText('/proc/net/ip_tables_names'));
  if (!tables?.split('\n').includes('filter')) return undefined;
  const answer = await exec.run('iptables-save', ['-t', 'filter']);
  if (answer.status !== 'ok' || !filtersIncoming(parseIptablesSave(answer.stdout))) return undefined;
  return 'iptables: INPUT ends in drop or reject';
}

interface Surroundings {
  usesIpv6: boolean;
  intent: string[];
}

/** On only if it holds for every family in use: an open IPv6 is an open door. */
function judgeRuleset(tables: readonly NftTable[], { usesIpv6, intent }: Surroundings): Outcome<Firewall> {
  const filtering = tables.filter(({ chains }) => filtersIncoming(chains));
  const filters = (family: IpFamily) => filtering.some(({ families }) => families.includes(family));
  const open = (['ip', 'ip6'] as const).filter((family) => (family === 'ip' || usesIpv6) && !filters(family));
  return ok({
    enabled: open.length === 0,
    backend: backendOf(filtering.length > 0 ? filtering : tables),
    evidence: [
      ...filtering.map(
        ({ families, name }) => `nft ${families.join('+')} ${name}: input ends in drop or reject`,
      ),
      ...open.map((family) => `nft: nothing keeps ${family === 'ip' ? 'IPv4' : 'IPv6'} packets out`),
      ...intent,
    ],
  });
}

/** Who wrote the rules, by the names they give. */
function backendOf(tables: readonly NftTable[]): string {
  if (tables.some(({ name }) => name === 'firewalld')) return 'firewalld';
  const chains = tables.flatMap((table) => table.chains.map(({ name }) => name));
  if (chains.some((name) => name.startsWith('ufw-'))) return 'ufw';
  return chains.includes('INPUT') ? 'iptables' : 'nftables';
}

/** Whether any interface but the loopback has an IPv6 address. */
async function usesIpv6(files: Files): Promise<boolean> {
  const addresses = (await ifReadable(files.readText('/proc/net/if_inet6'))) ?? '';
  return addresses.split('\n').some((line) => line.trim() !== '' && !/\blo$/.test(line.trim()));
}
