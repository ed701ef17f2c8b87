import { type Firewall, type Outcome, ok, unknown } from '@assay/shared';
import { type ExecResult, execProblemToOutcome } from '../../system/exec.ts';
import { fileProblemToOutcome, ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import type { Probe } from '../probe.ts';
import { whileRunning } from '../running-units.ts';
import { hiddenByContainer, hiddenByWindows } from '../surroundings.ts';
import { filtersIncoming } from './filtering.ts';
import { readIntent } from './intent.ts';
import { type LegacyFiltering, legacyBasis, readLegacyFiltering } from './legacy-tables.ts';
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
      const { files } = context;
      const hidden =
        (await hiddenByWindows(files, 'way to the network')) ??
        (await hiddenByContainer(files, 'packet filter'));
      if (hidden) return hidden;
      const intent = await readIntent(files);
      const families: IpFamily[] = (await usesIpv6(files)) ? ['ip', 'ip6'] : ['ip'];
      const legacy: Legacy = new Map();
      for (const family of families) legacy.set(family, await readLegacyFiltering(context, family));
      if (families.every((family) => legacy.get(family) === 'filters')) {
        return ok({
          enabled: true,
          backend: 'iptables',
          evidence: [...families.map(legacyBasis), ...intent],
        });
      }
      const answer = await context.exec.run('nft', ['-j', '-t', 'list', 'ruleset']);
      if (answer.status !== 'ok') return withIntent(nftProblem(answer), intent);
      const tables = parseNftRuleset(answer.stdout);
      if (!tables) return unknown('unparsed', 'the answer of nft is not a ruleset');
      return judge(tables, { families, legacy, intent });
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

/** By family, those in use. */
type Legacy = Map<IpFamily, LegacyFiltering | undefined>;

interface Surroundings {
  families: readonly IpFamily[];
  legacy: Legacy;
  intent: string[];
}

/** On only if it holds for every family in use, by whichever packet filter: an open IPv6 is an open door. */
function judge(tables: readonly NftTable[], { families, legacy, intent }: Surroundings): Outcome<Firewall> {
  const filtering = tables.filter(({ chains }) => filtersIncoming(chains));
  const byLegacy = families.filter((family) => legacy.get(family) === 'filters');
  const open = families.filter(
    (family) => !byLegacy.includes(family) && !filtering.some((table) => table.families.includes(family)),
  );
  const untold = open.find((family) => legacy.get(family) === 'untold');
  if (untold) {
    return unknown(
      'tool_missing',
      `${nameOf(untold)} has rules in the older tables, and nothing to list them`,
    );
  }
  return ok({
    enabled: open.length === 0,
    backend:
      byLegacy.length > 0 && filtering.length === 0
        ? 'iptables'
        : backendOf(filtering.length > 0 ? filtering : tables),
    evidence: [
      ...byLegacy.map(legacyBasis),
      ...filtering.map(
        (table) => `nft ${table.families.join('+')} ${table.name}: input ends in drop or reject`,
      ),
      ...open.map((family) => `nft: nothing keeps ${nameOf(family)} packets out`),
      ...intent,
    ],
  });
}

const nameOf = (family: IpFamily) => (family === 'ip' ? 'IPv4' : 'IPv6');

/** Who wrote the rules, by the names they give. */
function backendOf(tables: readonly NftTable[]): string {
  if (tables.some(({ name }) => name === 'firewalld')) return 'firewalld';
  const chains = tables.flatMap((table) => table.chains.map(({ name }) => name));
  if (chains.some((name) => name.startsWith('ufw-'))) return 'ufw';
  return chains.includes('INPUT') ? 'iptables' : 'nftables';
}

/** Whether any interface but the loopback has an IPv6 address. */
async function usesIpv6(files: Files): Promise<boolean> {
  const addresses = (await ifThere(files.readText('/proc/net/if_inet6'))) ?? '';
  return addresses.split('\n').some((line) => line.trim() !== '' && !/\blo$/.test(line.trim()));
}
