import { describe, expect, it } from 'vitest';
import { treeContext } from '../../system/test-tree.ts';
import { type FakeWindows, fakeWindows } from '../../system/windows/test-windows.ts';
import { osOnWindows } from './windows.ts';

const KEY = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const ELEVEN = {
  CurrentBuild: 'REG_SZ 26100',
  CurrentMajorVersionNumber: 'REG_DWORD 0xa',
  DisplayVersion: 'REG_SZ 24H2',
  EditionID: 'REG_SZ Professional',
  InstallationType: 'REG_SZ Client',
  ProductName: 'REG_SZ Windows 10 Pro',
  UBR: 'REG_DWORD 0x1a2c',
};
const ENVIRONMENT = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment';

const observe = (windows: FakeWindows) => osOnWindows.observe(treeContext({}, fakeWindows(windows)));

describe('the operating system', () => {
  it('is told with build, revision, edition and release', async () => {
    const registry = { [KEY]: ELEVEN, [ENVIRONMENT]: { PROCESSOR_ARCHITECTURE: 'REG_SZ ARM64' } };
    expect(await observe({ registry })).toEqual({
      status: 'ok',
      value: {
        id: 'windows',
        name: 'Windows 11 Pro',
        version: '10.0.26100.6700',
        id_like: [],
        variant: 'Professional',
        build: '24H2',
        arch: 'aarch64',
        kernel: '10.0.26100',
      },
    });
  });

  it.each([
    [{ CurrentBuild: 'REG_SZ 19045' }, 'Windows 10 Pro'],
    [
      { InstallationType: 'REG_SZ Server', ProductName: 'REG_SZ Windows Server 2025 Standard' },
      'Windows Server 2025 Standard',
    ],
  ])('keeps the name it has before 11 and on servers', async (changed, name) => {
    expect(await observe({ registry: { [KEY]: { ...ELEVEN, ...changed } } })).toMatchObject({
      value: { name, arch: 'unknown' },
    });
  });

  it('has no revision where none is told', async () => {
    const { UBR: _, ...rest } = ELEVEN;
    expect(await observe({ registry: { [KEY]: rest } })).toMatchObject({ value: { version: '10.0.26100' } });
  });

  it.each([
    [{}, 'not_supported'],
    [{ registry: { [KEY]: { ...ELEVEN, CurrentBuild: 'REG_SZ x' } } }, 'unparsed'],
    [{ registry: { [KEY]: { ...ELEVEN, CurrentMajorVersionNumber: 'REG_DWORD 0x6' } } }, 'not_supported'],
    [{ denied: [KEY] }, 'permission'],
  ])('is unknown where the registry does not tell', async (windows, reason) => {
    expect(await observe(windows)).toMatchObject({ status: 'unknown', reason });
  });
});
