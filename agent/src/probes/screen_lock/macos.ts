import { ok, type ScreenLock, unknown } from '@assay/shared';
import { MACOS_COMMANDS } from '../../system/allowed-commands/macos.ts';
import { execProblemToOutcome } from '../../system/exec.ts';
import { FileError, fileProblemToOutcome, ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import type { PlistDict } from '../../system/plist.ts';
import { asDict } from '../../system/plist-fields.ts';
import { readPlist } from '../../system/read-plist.ts';
import type { Probe, ProbeContext } from '../probe.ts';

const CONSOLE = '/dev/console';
const MANAGED = '/Library/Managed Preferences';
const FILE = 'com.apple.screensaver.plist';
const FIRST_PERSON = 501;

/** The lock as the person at the screen has it, asked in their own session: for root itself it says nothing. */
export const screenLockOnMacos: Probe<'screen_lock'> = {
  signal: 'screen_lock',
  watch: [MANAGED, `${MANAGED}/${FILE}`],
  everyMs: 900_000,
  deadlineMs: 10_000,
  async observe(context) {
    try {
      const { uid } = await context.files.stat(CONSOLE);
      if (uid < FIRST_PERSON) return unknown('session', 'nobody is signed in at the screen');
      const ask = ['asuser', String(uid), ...MACOS_COMMANDS.sysadminctl, '-screenLock', 'status'];
      const answer = await context.exec.run('launchctl', ask);
      if (answer.status !== 'ok') return execProblemToOutcome('launchctl', answer);
      const lock = parseScreenLock(`${answer.stdout}\n${answer.stderr}`);
      if (!lock) return unknown('unparsed', 'sysadminctl does not say whether the screen locks');
      return ok({
        ...lock,
        ...(await readManaged(context, uid)),
        source: 'macos',
      });
    } catch (error) {
      if (error instanceof FileError && error.problem === 'missing') {
        return unknown('session', `no ${CONSOLE}`);
      }
      return fileProblemToOutcome(error);
    }
  },
};

/** Its answer comes on standard error, behind the time; minus one was seen for "off". */
function parseScreenLock(text: string): Omit<ScreenLock, 'source'> | undefined {
  const evidence = ['sysadminctl -screenLock status'];
  if (/ screenLock is off\s*$/m.test(text)) return { enabled: false, evidence };
  const word = / screenLock delay is (immediate|-?\d+(?:\.\d+)? seconds)\s*$/m.exec(text)?.[1];
  if (word === undefined) return undefined;
  const delay = word === 'immediate' ? 0 : Math.round(Number.parseFloat(word));
  return delay < 0 ? { enabled: false, evidence } : { enabled: true, lock_delay_s: delay, evidence };
}

/** Only what an administrator set: a person's own idle time is in a file that differs by machine. */
async function readManaged(
  context: ProbeContext,
  uid: number,
): Promise<Partial<Pick<ScreenLock, 'idle_timeout_s' | 'enforced' | 'evidence'>>> {
  const sources: { path: string; dict: PlistDict }[] = [];
  for (const path of await managedFor(context.files, uid)) {
    sources.push({ path, dict: asDict(await ifReadable(readPlist(context, path))) });
  }
  const holding = (key: string) => sources.find(({ dict }) => dict.has(key));
  const idle = holding('idleTime')?.dict.get('idleTime');
  const isIdleTime = typeof idle === 'number' && Number.isInteger(idle) && idle >= 0;
  const enforcing = [holding('askForPassword'), holding('askForPasswordDelay')];
  const isEnforced = !enforcing.includes(undefined);
  if (!isIdleTime && !isEnforced) return {};
  return {
    ...(isIdleTime ? { idle_timeout_s: idle } : {}),
    ...(isEnforced ? { enforced: true } : {}),
    evidence: [
      'sysadminctl -screenLock status',
      ...new Set(
        [...(isIdleTime ? [holding('idleTime')] : []), ...(isEnforced ? enforcing : [])].map(
          (s) => s?.path ?? '',
        ),
      ),
    ],
  };
}

/** What is managed for one person goes before what is managed for everybody; whose it is their home tells. */
async function managedFor(files: Files, uid: number): Promise<string[]> {
  const names = ((await ifReadable(files.list(MANAGED))) ?? []).filter((name) => /^[\w.-]+$/.test(name));
  const own: string[] = [];
  for (const name of names.filter((entry) => !entry.endsWith('.plist'))) {
    if ((await ifReadable(files.stat(`/Users/${name}`)))?.uid === uid) own.push(`${MANAGED}/${name}/${FILE}`);
  }
  return [...own, `${MANAGED}/${FILE}`];
}
