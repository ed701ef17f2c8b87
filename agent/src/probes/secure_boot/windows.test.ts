import { describe, expect, it } from 'vitest';
import { treeContext } from '../../system/test-tree.ts';
import { type FakeWindows, fakeWindows } from '../../system/windows/test-windows.ts';
import { secureBootOnWindows } from './windows.ts';

const STATE = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecureBoot\\State';
const observe = (windows: FakeWindows) => secureBootOnWindows.observe(treeContext({}, fakeWindows(windows)));

describe('Secure Boot', () => {
  it('is on only with keys enrolled; where it is off, Windows does not tell whether there are any', async () => {
    const told = (data: string) =>
      observe({ registry: { [STATE]: { UEFISecureBootEnabled: `REG_DWORD ${data}` } } });
    expect(await told('0x1')).toEqual({ status: 'ok', value: { enabled: true, setup_mode: false } });
    expect(await told('0x0')).toEqual({ status: 'ok', value: { enabled: false } });
  });

  it('is absent where the firmware has none, and unknown where nobody tells', async () => {
    expect(await observe({})).toMatchObject({ status: 'absent' });
    expect(await observe({ registry: { [STATE]: { Other: 'REG_DWORD 0x1' } } })).toMatchObject({
      reason: 'unparsed',
    });
    expect(await observe({ denied: [STATE] })).toMatchObject({ reason: 'permission' });
  });
});
