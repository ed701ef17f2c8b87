import { describe, expect, it } from 'vitest';
import type { ExecResult } from '../../system/exec.ts';
import { plistOf, scriptedExec, type TreeEntry, treeContext } from '../../system/test-tree.ts';
import { screenLockOnMacos } from './macos.ts';

const ASK = 'launchctl asuser 501 /usr/sbin/sysadminctl -screenLock status';
const MANAGED = '/Library/Managed Preferences/com.apple.screensaver.plist';
const said = (words: string): ExecResult => ({
  status: 'ok',
  stdout: '',
  stderr: `2026-01-26 10:00:00.000 sysadminctl[1:2] ${words}\n`,
});

/** Whose the console is cannot be chosen for a file of a test's. */
function observe(words: string | undefined, { uid = 501, tree = {} as Record<string, TreeEntry> } = {}) {
  const context = treeContext(
    { '/dev/console': '', ...tree },
    scriptedExec(words === undefined ? {} : { [ASK]: said(words) }),
  );
  const files = {
    ...context.files,
    stat: async (path: string) => ({ ...(await context.files.stat(path)), uid }),
  };
  return screenLockOnMacos.observe({ ...context, files });
}

describe('the screen lock of a Mac', () => {
  it.each([
    ['screenLock delay is immediate', { enabled: true, lock_delay_s: 0 }],
    ['screenLock delay is 300 seconds', { enabled: true, lock_delay_s: 300 }],
    ['screenLock is off', { enabled: false }],
    ['screenLock delay is -1.000000 seconds', { enabled: false }],
  ])('is what the session says: %s', async (words, lock) => {
    expect(await observe(words)).toEqual({
      status: 'ok',
      value: { ...lock, source: 'macos', evidence: ['sysadminctl -screenLock status'] },
    });
  });

  it('has the idle time that is managed, and is enforced when the password is managed too', async () => {
    const tree = { [MANAGED]: plistOf({ idleTime: 600, askForPassword: true, askForPasswordDelay: 5 }) };
    expect(await observe('screenLock delay is 5 seconds', { tree })).toMatchObject({
      value: {
        idle_timeout_s: 600,
        enforced: true,
        evidence: ['sysadminctl -screenLock status', MANAGED],
      },
    });
    const idleOnly = { [MANAGED]: plistOf({ idleTime: 600 }) };
    const outcome = await observe('screenLock delay is 5 seconds', { tree: idleOnly });
    expect(outcome).not.toHaveProperty('value.enforced');
  });

  it('has what is managed for the person at the screen, before what is for everybody', async () => {
    const own = '/Library/Managed Preferences/ann/com.apple.screensaver.plist';
    const tree = {
      [MANAGED]: plistOf({ idleTime: 1200, askForPassword: true }),
      [own]: plistOf({ idleTime: 300, askForPasswordDelay: 0 }),
      '/Library/Managed Preferences/bob/com.apple.screensaver.plist': plistOf({ idleTime: 60 }),
      '/Users/ann/': '',
    };
    expect(await observe('screenLock delay is immediate', { tree })).toMatchObject({
      value: {
        idle_timeout_s: 300,
        enforced: true,
        evidence: ['sysadminctl -screenLock status', own, MANAGED],
      },
    });
  });

  it('is unknown while nobody is at the screen', async () => {
    expect(await observe('screenLock is off', { uid: 0 })).toMatchObject({ reason: 'session' });
    expect(await screenLockOnMacos.observe(treeContext({}))).toMatchObject({ reason: 'session' });
  });

  it('is unknown without the tool, or by other words', async () => {
    expect(await observe(undefined)).toMatchObject({ status: 'unknown', reason: 'tool_missing' });
    expect(await observe('verrouillage immédiat')).toMatchObject({ status: 'unknown', reason: 'unparsed' });
  });
});
