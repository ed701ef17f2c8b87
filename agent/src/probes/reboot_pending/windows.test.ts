import { describe, expect, it } from 'vitest';
import { treeContext } from '../../system/test-tree.ts';
import { type FakeWindows, fakeWindows } from '../../system/windows/test-windows.ts';
import { rebootPendingOnWindows } from './windows.ts';

const SERVICING = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';
const AUTO_UPDATE = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update';
const NAMES = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName';
const name = (text: string) => ({ ComputerName: `REG_SZ ${text}` });

const observe = (windows: FakeWindows) =>
  rebootPendingOnWindows.observe(treeContext({}, fakeWindows(windows)));

describe('a restart', () => {
  it('is not due where nothing asks for it', async () => {
    const registry = {
      [`${SERVICING}\\Packages`]: {},
      [`${NAMES}\\ActiveComputerName`]: name('PC-1'),
      [`${NAMES}\\ComputerName`]: name('pc-1'),
    };
    expect(await observe({ registry })).toEqual({ status: 'ok', value: { pending: false, reasons: [] } });
  });

  it.each([
    `${SERVICING}\\RebootPending`,
    `${SERVICING}\\RebootInProgress`,
    `${AUTO_UPDATE}\\RebootRequired`,
  ])('is due by %s', async (key) => {
    expect(await observe({ registry: { [key]: {} } })).toEqual({
      status: 'ok',
      value: { pending: true, reasons: [key] },
    });
  });

  it('is due when the computer gets another name', async () => {
    const registry = {
      [`${NAMES}\\ActiveComputerName`]: name('PC-1'),
      [`${NAMES}\\ComputerName`]: name('PC-2'),
    };
    expect(await observe({ registry })).toMatchObject({ value: { pending: true } });
  });

  it('is unknown where the marks may not be read, or there is no place for them', async () => {
    expect(await observe({})).toMatchObject({ status: 'unknown', reason: 'not_supported' });
    expect(await observe({ denied: [SERVICING] })).toMatchObject({ status: 'unknown', reason: 'permission' });
  });
});
