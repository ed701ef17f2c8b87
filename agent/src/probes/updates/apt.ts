import type { Counting, PackageManager } from './package-manager.ts';

const DEADLINE_MS = 60_000;

// Without these it would write its cache anew.
const WRITE_NOTHING = ['-o', 'Dir::Cache::pkgcache=', '-o', 'Dir::Cache::srcpkgcache='];

/** Debian and its family. */
export const APT: PackageManager = {
  source: 'apt',
  families: ['debian', 'ubuntu'],
  database: ['/var/lib/dpkg/status'],
  index: [{ directory: '/var/lib/apt/lists', file: /_(In)?Release$/ }],
  stamps: ['/var/lib/apt/periodic/update-success-stamp', '/var/lib/apt/periodic/update-stamp'],
  async count({ exec }) {
    const answer = await exec.run('apt', [...WRITE_NOTHING, 'list', '--upgradable'], {
      deadlineMs: DEADLINE_MS,
    });
    return answer.status === 'ok' ? parseAptList(answer.stdout) : { problem: `apt list: ${answer.status}` };
  },
};

/** `pkg/suite,suite new arch [upgradable from: old]` */
const UPGRADABLE = /^[^\s/]+\/(\S+) \S+ \S+ \[upgradable from: [^\]]+\]$/;

/**
 * Counts the lines of `apt list --upgradable`. Security is a matter of the suite an update comes from, never of the
 * package's name. A line of another shape spoils the answer: apt promises no stable format.
 */
export function parseAptList(text: string): Counting {
  const [heading, ...lines] = text.trimEnd().split('\n');
  if (heading !== 'Listing...') return { problem: 'apt list: answer not understood' };
  const suites = lines.map((line) => UPGRADABLE.exec(line)?.[1]);
  if (suites.includes(undefined)) return { problem: 'apt list: answer not understood' };
  const isSecurity = (list = '') => list.split(',').some((suite) => /-security$/.test(suite));
  return { pending: suites.length, pendingSecurity: suites.filter(isSecurity).length };
}
