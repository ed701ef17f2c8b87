import { type Outcome, ok, type ScreenLock, unknown } from '@assay/shared';
import { fileProblemToOutcome } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import { readPeople } from '../people/accounts.ts';
import type { Probe } from '../probe.ts';
import { openDconf } from './dconf.ts';
import { judgeDconfLock } from './dconf-lock.ts';
import { DCONF_DESKTOPS, KDE_NAMES } from './desktops.ts';
import { readKdeLock } from './kde.ts';
import { type DesktopSession, readDesktopSessions } from './sessions.ts';

/** The lock of the screens that people sit at now: settings are theirs, so without a session there is no answer. */
export const screenLockOnLinux: Probe<'screen_lock'> = {
  signal: 'screen_lock',
  watch: ['/run/systemd/sessions', '/etc/dconf/db', '/etc/xdg/kscreenlockerrc'],
  everyMs: 60_000,
  deadlineMs: 5000,
  async observe({ files }) {
    try {
      const sessions = await readDesktopSessions(files);
      if (!sessions) return unknown('session', 'no logind that would know who is signed in');
      if (sessions.length === 0) return unknown('session', 'nobody is signed in at the screen');
      return weakest(await Promise.all(sessions.map((session) => readLock(files, session))));
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

async function readLock(files: Files, { uid, desktop }: DesktopSession): Promise<Outcome<ScreenLock>> {
  const home = (await readPeople(files)).find((person) => person.uid === uid)?.home;
  if (home === undefined) return unknown('not_supported', 'the account at the screen is not a local one');
  if (KDE_NAMES.some((name) => desktop.startsWith(name))) return readKdeLock(files, home);
  const known = DCONF_DESKTOPS.find(({ names }) => names.some((name) => desktop.startsWith(name)));
  if (!known) return unknown('not_supported', `no knowledge of the desktop ${desktop || 'without a name'}`);
  try {
    return judgeDconfLock(known, await openDconf(files, home));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return unknown('unparsed', `dconf: ${error.message}`);
  }
}

/** One screen that does not lock is enough; one that could not be told is no reason for trust. */
function weakest(locks: readonly Outcome<ScreenLock>[]): Outcome<ScreenLock> {
  const told = locks.flatMap((lock) => (lock.status === 'ok' ? [lock.value] : []));
  const open = told.find(({ enabled }) => !enabled);
  if (open) return ok(open);
  const untold = locks.find(({ status }) => status !== 'ok');
  const [first, ...others] = told;
  if (untold || !first) return untold ?? unknown('session', 'nobody is signed in at the screen');
  return ok(others.length > 0 ? together(told, first.source) : first);
}

/** What one of them does not tell is not told of all. */
function together(locks: readonly ScreenLock[], source: string): ScreenLock {
  const longest = (key: 'idle_timeout_s' | 'lock_delay_s') => {
    const times = locks.map((lock) => lock[key]).filter((time) => time !== undefined);
    return times.length === locks.length ? { [key]: Math.max(...times) } : {};
  };
  return {
    enabled: true,
    ...longest('idle_timeout_s'),
    ...longest('lock_delay_s'),
    enforced: locks.every(({ enforced }) => enforced === true),
    source,
    evidence: locks.flatMap(({ evidence }) => evidence),
  };
}
