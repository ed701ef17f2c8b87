import { describe, expect, it } from 'vitest';
import { treeContext } from '../../system/test-tree.ts';
import { type FakeWindows, fakeWindows } from '../../system/windows/test-windows.ts';
import { secureBootOnWindows } from './windows.ts';

const STATE = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecureBoot\\State';
const observe = (windows: FakeWindows) => secureBootOnWindows.observe(treeContext({}, fakeWindows(windows)));

describe('Secure Boot', () => {
  it.each([
    ['0x1', true],
    ['0x0', false],
  ])('with %s in the registry', async (data, enabled) => {
    const registry = { [STATE]: { UEFISecureBootEnabled: `REG_DWORD ${data}` } };
    expect(await observe({ registry })).toEqual({ status: 'ok', value: { enabled, setup_mode: false } });
  });

  it('is absent where the firmware has none, and unknown where nobody tells', async () => {
    expect(await observe({})).toMatchObject({ status: 'absent' });
    expect(await observe({ registry: { [STATE]: { Other: 'REG_DWORD 0x1' } } })).toMatchObject({
      reason: 'unparsed',
    });
    expect(await observe({ denied: [STATE] })).toMatchObject({ reason: 'permission' });
  });
});
