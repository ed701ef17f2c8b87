import { readOsRelease } from '../os/read-os-release.ts';
import type { ProbeContext } from '../probe.ts';
import type { Counting, PackageManager } from './package-manager.ts';

const DEADLINE_MS = 60_000;

/** zypper(8): patch-check's exit codes when patches, or security patches, are needed. */
const NEEDED = [100, 101];

/** SUSE and openSUSE. */
export const ZYPPER: PackageManager = {
  source: 'zypper',
  families: ['opensuse', 'suse', 'sles'],
  database: [
    '/usr/lib/sysimage/rpm/Packages.db',
    '/usr/lib/sysimage/rpm/rpmdb.sqlite',
    '/var/lib/rpm/Packages.db',
  ],
  index: [
    { directory: '/var/cache/zypp/raw', file: /./, within: { directory: 'repodata', file: /^repomd\.xml$/ } },
  ],
  async count(context) {
    const run = (args: string[]) =>
      context.exec.run('zypper', ['--no-refresh', '-q', ...args], { deadlineMs: DEADLINE_MS });
    if (await isWithoutPatches(context)) {
      const updates = await run(['-x', 'list-updates']);
      return updates.status === 'ok'
        ? parseUpdates(updates.stdout)
        : { problem: `zypper list-updates: ${updates.status}` };
    }
    const patches = await run(['patch-check']);
    const answered =
      patches.status === 'ok' || (patches.status === 'exit' && NEEDED.includes(patches.code ?? 0));
    return answered ? parsePatchCheck(patches.stdout) : { problem: `zypper patch-check: ${patches.status}` };
  },
};

/** Tumbleweed publishes no patches: it would answer "none needed" while updates wait. */
async function isWithoutPatches({ files }: ProbeContext): Promise<boolean> {
  const id = (await readOsRelease(files))?.get('ID') ?? '';
  return /tumbleweed|slowroll|microos|aeon|kalpa/.test(id);
}

/** `7 patches needed (4 security patches)` */
export function parsePatchCheck(text: string): Counting {
  const [, pending, security] =
    /^(\d+) patch(?:es)? needed \((\d+) security patch(?:es)?\)$/m.exec(text) ?? [];
  return pending === undefined
    ? { problem: 'zypper patch-check: answer not understood' }
    : { pending: Number(pending), pendingSecurity: Number(security) };
}

/** Counts the elements of `zypper -x list-updates`. */
export function parseUpdates(xml: string): Counting {
  if (!/<update-status\b/.test(xml)) return { problem: 'zypper list-updates: answer not understood' };
  return { pending: (xml.match(/<update\s/g) ?? []).length };
}
