import { describe, expect, it } from 'vitest';
import { treeContext } from '../../system/test-tree.ts';
import { type FakeWindows, fakeWindows } from '../../system/windows/test-windows.ts';
import { screenLockOnWindows } from './windows.ts';

const POLICY = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System';
const MANAGED = 'HKLM\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\DeviceLock';
const ANN = 'HKU\\S-1-5-21-1-2-3-1001';
const BEN = 'HKU\\S-1-12-1-1-2-3-4';
const SECURE = {
  ScreenSaveActive: 'REG_SZ 1',
  ScreenSaverIsSecure: 'REG_SZ 1',
  ScreenSaveTimeOut: 'REG_SZ 600',
  'SCRNSAVE.EXE': 'REG_SZ C:\\Windows\\System32\\scrnsave.scr',
};
const desktop = (person: string) => `${person}\\Control Panel\\Desktop`;
const imposed = (person: string) =>
  `${person}\\Software\\Policies\\Microsoft\\Windows\\Control Panel\\Desktop`;

const observe = (windows: FakeWindows) => screenLockOnWindows.observe(treeContext({}, fakeWindows(windows)));

describe('the screen lock', () => {
  it.each([
    [{ [POLICY]: { InactivityTimeoutSecs: 'REG_DWORD 0x384' } }, 900],
    [{ [MANAGED]: { MaxInactivityTimeDeviceLock: 'REG_DWORD 0xf' } }, 900],
    [
      {
        [POLICY]: { InactivityTimeoutSecs: 'REG_DWORD 0x12c' },
        [MANAGED]: { MaxInactivityTimeDeviceLock: 'REG_DWORD 0xf' },
      },
      300,
    ],
  ])('is imposed by %j', async (registry, seconds) => {
    expect(await observe({ registry })).toMatchObject({
      value: { enabled: true, enforced: true, idle_timeout_s: seconds, source: 'windows' },
    });
  });

  it('is the screen saver of whoever is signed in, by the longest wait', async () => {
    const registry = {
      [desktop(ANN)]: SECURE,
      [desktop(BEN)]: { ...SECURE, ScreenSaveTimeOut: 'REG_SZ 60' },
      'HKU\\.DEFAULT\\Control Panel\\Desktop': {},
      'HKU\\S-1-5-18\\Control Panel\\Desktop': {},
    };
    expect(await observe({ registry })).toMatchObject({
      value: { enabled: true, enforced: false, idle_timeout_s: 600 },
    });
  });

  it("is a policy's where there is one", async () => {
    expect(
      await observe({
        registry: { [desktop(ANN)]: { ScreenSaveActive: 'REG_SZ 0' }, [imposed(ANN)]: SECURE },
      }),
    ).toMatchObject({ value: { enabled: true, enforced: true } });
  });

  it('is unknown where the screen saver is "(None)", whatever else is set', async () => {
    const { 'SCRNSAVE.EXE': _, ...none } = SECURE;
    expect(await observe({ registry: { [desktop(ANN)]: none } })).toMatchObject({ reason: 'not_supported' });
    expect(await observe({ registry: { [imposed(ANN)]: none, [desktop(ANN)]: SECURE } })).toMatchObject({
      value: { enabled: true, enforced: false },
    });
  });

  it('is unknown where neither locks, or nobody is signed in', async () => {
    const open = { [desktop(ANN)]: SECURE, [desktop(BEN)]: { ScreenSaveActive: 'REG_SZ 1' } };
    expect(await observe({ registry: open })).toMatchObject({ reason: 'not_supported' });
    const nobody = { 'HKU\\S-1-5-18\\Control Panel\\Desktop': SECURE };
    expect(await observe({ registry: nobody })).toMatchObject({ reason: 'session' });
    expect(await observe({ denied: [POLICY] })).toMatchObject({ reason: 'permission' });
  });
});
