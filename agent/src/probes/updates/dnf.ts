import { ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import type { ProbeContext } from '../probe.ts';
import type { Counting, PackageManager } from './package-manager.ts';

const DEADLINE_MS = 60_000;
const CACHES = ['/var/cache/libdnf5', '/var/cache/dnf'];
const SOME_WAIT = 100; // dnf(8): check-update's exit code when there are updates

/** Fedora, Red Hat and their family, with dnf 4 or 5. */
export const DNF: PackageManager = {
  source: 'dnf',
  families: ['fedora', 'rhel', 'centos'],
  database: [
    '/usr/lib/sysimage/rpm/rpmdb.sqlite',
    '/var/lib/rpm/rpmdb.sqlite',
    '/var/lib/rpm/Packages.db',
    '/var/lib/rpm/Packages',
  ],
  // A fetch that finds nothing new dates the list of packages anew, and leaves what names it as it was.
  index: CACHES.map((directory) => ({
    directory,
    file: /-[0-9a-f]{16}$/,
    within: { directory: 'repodata', file: /^repomd\.xml$|-primary\.xml/ },
  })),
  async count(context) {
    const all = await checkUpdate(context, []);
    if ('problem' in all) return all;
    if (!(await hasAdvisories(context.files))) return { pending: all.pending };
    const security = await checkUpdate(context, ['--security']);
    return { ...all, ...('problem' in security ? {} : { pendingSecurity: security.pending }) };
  },
};

/** From its cache alone: asking must not fetch. */
async function checkUpdate({ exec }: ProbeContext, filter: readonly string[]): Promise<Counting> {
  const answer = await exec.run('dnf', ['-C', '-q', 'check-update', ...filter], { deadlineMs: DEADLINE_MS });
  if (answer.status === 'ok') return parseCheckUpdate(answer.stdout);
  if (answer.status === 'exit' && answer.code === SOME_WAIT) return parseCheckUpdate(answer.stdout);
  return { problem: `dnf check-update: ${answer.status}` };
}

/** Some distributions publish none: then "no security updates" would mean nothing. */
async function hasAdvisories(files: Files): Promise<boolean> {
  for (const cache of CACHES) {
    for (const repository of (await ifReadable(files.list(cache))) ?? []) {
      const names = (await ifReadable(files.list(`${cache}/${repository}/repodata`))) ?? [];
      if (names.some((name) => name.includes('updateinfo'))) return true;
    }
  }
  return false;
}

/** Counts `name.arch version repository`; a long name stands on a line of its own. What follows is obsoletes. */
export function parseCheckUpdate(text: string): Counting {
  const [updates = ''] = text.split(/^Obsoleting [Pp]ackages$/m);
  const lines = updates
    .replace(/^Last metadata expiration check.*$/m, '')
    // dnf 4 adds these while a newer kernel waits for a restart, however quiet it is told to be.
    .replace(/^Security: \S+ is (?:an installed security update|the currently running version)$/gm, '')
    .replace(/^(\S+\.\w+)\n\s+/gm, '$1 ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (!lines.every((line) => /^\S+\.\w+\s+\S+\s+\S+\s*$/.test(line))) {
    return { problem: 'dnf check-update: answer not understood' };
  }
  return { pending: lines.length };
}
