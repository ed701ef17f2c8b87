import { ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import type { Counting, PackageManager } from './package-manager.ts';

const DEADLINE_MS = 60_000;
const LISTS = '/var/lib/apt/lists';

// Without these it would write its cache anew.
const WRITE_NOTHING = ['-o', 'Dir::Cache::pkgcache=', '-o', 'Dir::Cache::srcpkgcache='];

/** Debian and its family. */
export const APT: PackageManager = {
  source: 'apt',
  families: ['debian', 'ubuntu'],
  database: ['/var/lib/dpkg/status'],
  index: [{ directory: LISTS, file: /_(In)?Release$/ }],
  stamps: ['/var/lib/apt/periodic/update-success-stamp', '/var/lib/apt/periodic/update-stamp'],
  async count({ exec, files }) {
    const answer = await exec.run('apt', [...WRITE_NOTHING, 'list', '--upgradable'], {
      deadlineMs: DEADLINE_MS,
    });
    if (answer.status !== 'ok') return { problem: `apt list: ${answer.status}` };
    const counting = parseAptList(answer.stdout);
    if ('problem' in counting || counting.pendingSecurity || (await hasSecuritySuite(files))) return counting;
    return { pending: counting.pending };
  },
};

/**
 * Kali, Raspbian and Debian's unstable have none, and a machine's sources may leave theirs out: then "no security
 * updates" would mean nothing.
 */
async function hasSecuritySuite(files: Files): Promise<boolean> {
  const names = (await ifReadable(files.list(LISTS))) ?? [];
  return names.some((name) => /-security_(?:In)?Release$/.test(name));
}

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
