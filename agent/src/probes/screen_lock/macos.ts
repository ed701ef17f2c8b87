import { ok, type ScreenLock, unknown } from '@assay/shared';
import { execProblemToOutcome } from '../../system/exec.ts';
import { FileError, fileProblemToOutcome, ifReadable } from '../../system/file-error.ts';
import { asDict } from '../../system/plist-fields.ts';
import { readPlist } from '../../system/read-plist.ts';
import type { Probe, ProbeContext } from '../probe.ts';

const CONSOLE = '/dev/console';
const MANAGED = '/Library/Managed Preferences/com.apple.screensaver.plist';
const FIRST_PERSON = 501;

/** The lock as the person at the screen has it, asked in their own session: for root itself it says nothing. */
export const screenLockOnMacos: Probe<'screen_lock'> = {
  signal: 'screen_lock',
  watch: [MANAGED],
  everyMs: 900_000,
  deadlineMs: 10_000,
  async observe(context) {
    try {
      const { uid } = await context.files.stat(CONSOLE);
      if (uid < FIRST_PERSON) return unknown('session', 'nobody is signed in at the screen');
      const ask = ['asuser', String(uid), '/usr/sbin/sysadminctl', '-screenLock', 'status'];
      const answer = await context.exec.run('launchctl', ask);
      if (answer.status !== 'ok') return execProblemToOutcome('launchctl', answer);
      const lock = parseScreenLock(`${answer.stdout}\n${answer.stderr}`);
      if (!lock) return unknown('unparsed', 'sysadminctl does not say whether the screen locks');
      return ok({
        ...lock,
        ...(await readManaged(context)),
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
): Promise<Partial<Pick<ScreenLock, 'idle_timeout_s' | 'enforced' | 'evidence'>>> {
  const settings = asDict(await ifReadable(readPlist(context, MANAGED)));
  const idle = settings.get('idleTime');
  const isIdleTime = typeof idle === 'number' && Number.isInteger(idle) && idle >= 0;
  const isEnforced = settings.has('askForPassword') && settings.has('askForPasswordDelay');
  if (!isIdleTime && !isEnforced) return {};
  return {
    ...(isIdleTime ? { idle_timeout_s: idle } : {}),
    ...(isEnforced ? { enforced: true } : {}),
    evidence: ['sysadminctl -screenLock status', MANAGED],
  };
}
