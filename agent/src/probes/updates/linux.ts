import { ok, type Updates, unknown } from '@assay/shared';
import { existing } from '../../system/existing.ts';
import { fileProblemToOutcome, ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import { isYounger, toAgeS } from '../age.ts';
import { familiesOf, readOsRelease } from '../os/read-os-release.ts';
import type { Probe, ProbeContext } from '../probe.ts';
import { APK } from './apk.ts';
import { APT } from './apt.ts';
import { readAutomaticUpdates } from './automatic.ts';
import { DNF } from './dnf.ts';
import { findIndex } from './package-index.ts';
import type { Counting, PackageManager } from './package-manager.ts';
import { PACMAN } from './pacman.ts';
import { ZYPPER } from './zypper.ts';

const MANAGERS: readonly PackageManager[] = [APT, DNF, ZYPPER, PACMAN, APK];

/** Systems that are replaced as a whole: there is no package to wait for. */
const IMAGE_MARKS = ['/run/ostree-booted', '/usr/share/flatcar', '/etc/bottlerocket-release', '/etc/NIXOS'];

const COUNT_AGAIN_MS = 86_400_000;
/** After a count that failed. */
const TRY_AGAIN_MS = 600_000;
/** A running installation writes its database every few seconds. */
const COUNT_AT_MOST_EVERY_MS = 60_000;

/**
 * What waits to be installed. Ages and settings come from files; the slow tool is asked only when what is installed
 * or what is available has changed, and once a day.
 */
export function createUpdatesOnLinux(): Probe<'updates'> {
  let last: { at: number; state: string; counting: Counting } | undefined;

  async function count(context: ProbeContext, manager: PackageManager, state: string): Promise<Counting> {
    if (last) {
      const again = 'problem' in last.counting ? TRY_AGAIN_MS : COUNT_AGAIN_MS;
      const holdsFor = last.state === state ? again : COUNT_AT_MOST_EVERY_MS;
      if (isYounger(last.at, context.now(), holdsFor)) return last.counting;
    }
    const counting = await manager.count(context);
    last = { at: context.now(), state, counting };
    return counting;
  }

  return {
    signal: 'updates',
    watch: [
      ...MANAGERS.flatMap(({ database }) => database),
      '/var/lib/apt/lists',
      '/etc/apt/apt.conf.d',
      '/etc/systemd/system/timers.target.wants',
      '/etc/dnf/automatic.conf',
    ],
    everyMs: 120_000,
    deadlineMs: 130_000,
    forget() {
      last = undefined;
    },
    async observe(context) {
      const { files, now } = context;
      try {
        const [image] = await existing(files, IMAGE_MARKS);
        if (image) return ok({ source: 'image', evidence: [image] });
        const families = familiesOf((await readOsRelease(files)) ?? new Map());
        const manager = MANAGERS.find((candidate) => families.some((id) => candidate.families.includes(id)));
        if (!manager)
          return unknown('not_supported', `no known package manager on ${families[0] ?? 'this system'}`);
        const changedAt = await changeTime(files, manager.database);
        if (changedAt === undefined) return unknown('namespace', `none of ${manager.database.join(', ')}`);
        const index = await findIndex(files, manager);
        const state = `${changedAt} ${index?.fetchedAt}`;
        const counting = index
          ? await count(context, manager, state)
          : { problem: 'no package lists were fetched' };
        const { automatic, evidence } = await readAutomaticUpdates(files, manager.source);
        return ok({
          source: manager.source,
          ...toCounts(counting),
          ...(index ? { index_age_s: toAgeS(now() - index.fetchedAt) } : {}),
          last_change_ms: changedAt,
          ...(automatic === undefined ? {} : { automatic }),
          evidence: [
            ...('problem' in counting ? [counting.problem] : []),
            ...(index ? [index.path] : []),
            ...evidence,
          ],
        });
      } catch (error) {
        return fileProblemToOutcome(error);
      }
    },
  };
}

function toCounts(counting: Counting): Pick<Updates, 'pending' | 'pending_security'> {
  if ('problem' in counting) return {};
  const { pending, pendingSecurity } = counting;
  return { pending, ...(pendingSecurity === undefined ? {} : { pending_security: pendingSecurity }) };
}

async function changeTime(files: Files, paths: readonly string[]): Promise<number | undefined> {
  for (const path of paths) {
    const stat = await ifReadable(files.stat(path));
    if (stat) return Math.floor(stat.modifiedAt);
  }
  return undefined;
}
