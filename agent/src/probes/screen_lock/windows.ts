import { type Outcome, ok, type ScreenLock, unknown } from '@assay/shared';
import type { Exec } from '../../system/exec.ts';
import { readKey } from '../../system/windows/registry.ts';
import { untoldToOutcome } from '../../system/windows/untold.ts';
import type { Probe } from '../probe.ts';

const POLICY = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System';
const MANAGED = 'HKLM\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\DeviceLock';
/** Which screen saver starts. */
const PROGRAM = 'SCRNSAVE.EXE';
/** Accounts of people, in a domain or of this machine, and in Entra. */
const PERSON = /^S-1-(5-21|12-1)-[\d-]+$/;

/** A lock that the machine imposes, else the screen saver of whoever is signed in. */
export const screenLockOnWindows: Probe<'screen_lock'> = {
  signal: 'screen_lock',
  watch: [],
  everyMs: 300_000,
  deadlineMs: 15_000,
  async observe({ exec }) {
    try {
      return (await byMachine(exec)) ?? (await byPeople(exec));
    } catch (error) {
      return untoldToOutcome(error);
    }
  },
};

async function byMachine(exec: Exec): Promise<Outcome<ScreenLock> | undefined> {
  const seconds = (await readKey(exec, POLICY))?.number('InactivityTimeoutSecs') ?? 0;
  const minutes = (await readKey(exec, MANAGED))?.number('MaxInactivityTimeDeviceLock') ?? 0;
  const set = [
    { after: seconds, basis: 'policy: InactivityTimeoutSecs' },
    { after: minutes * 60, basis: 'management: MaxInactivityTimeDeviceLock' },
  ].filter(({ after }) => after > 0);
  if (set.length === 0) return undefined;
  return ok({
    enabled: true,
    idle_timeout_s: Math.min(...set.map(({ after }) => after)),
    lock_delay_s: 0,
    enforced: true,
    source: 'windows',
    evidence: set.map(({ basis }) => basis),
  });
}

/** On for the machine only when it is on for everybody who is signed in; the longest wait counts. */
async function byPeople(exec: Exec): Promise<Outcome<ScreenLock>> {
  const people = ((await readKey(exec, 'HKU'))?.subkeys ?? []).filter((name) => PERSON.test(name));
  if (people.length === 0) return unknown('session', 'nobody is signed in');
  const savers = await Promise.all(people.map((sid) => readSaver(exec, sid)));
  const secure = savers.filter((saver) => saver !== undefined);
  if (secure.length < savers.length) {
    // Waking from sleep may still ask for the password; where Windows keeps that is not looked at.
    return unknown('not_supported', 'no policy locks the screen, and no screen saver does for everybody');
  }
  return ok({
    enabled: true,
    idle_timeout_s: Math.max(...secure.map(({ after }) => after)),
    lock_delay_s: 0,
    enforced: secure.every(({ imposed }) => imposed),
    source: 'windows',
    evidence: ['screen saver asks for the password'],
  });
}

/** A policy's copy of each setting wins. */
async function readSaver(exec: Exec, sid: string) {
  const policy = await readKey(
    exec,
    `HKU\\${sid}\\Software\\Policies\\Microsoft\\Windows\\Control Panel\\Desktop`,
  );
  const own = await readKey(exec, `HKU\\${sid}\\Control Panel\\Desktop`);
  const setting = (name: string) => policy?.text(name) ?? own?.text(name);
  const after = Number(setting('ScreenSaveTimeOut'));
  const isOn = setting('ScreenSaveActive') === '1' && setting('ScreenSaverIsSecure') === '1';
  // "(None)": the rest may stand there, and nothing ever starts.
  if (!isOn || !setting(PROGRAM)?.trim()) return undefined;
  const imposed = ['ScreenSaveActive', 'ScreenSaverIsSecure', 'ScreenSaveTimeOut', PROGRAM].every((name) =>
    policy?.has(name),
  );
  return Number.isSafeInteger(after) && after > 0 ? { after, imposed } : undefined;
}
