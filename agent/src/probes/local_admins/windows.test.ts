import { describe, expect, it } from 'vitest';
import { treeContext } from '../../system/test-tree.ts';
import { type FakeWindows, fakeWindows } from '../../system/windows/test-windows.ts';
import { createCimBatch } from '../cim/cim-batch.ts';
import { cimAnswers } from '../cim/test-cim.ts';
import { createLocalAdminsOnWindows } from './windows.ts';

const WINLOGON = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon';
const observe = (paths: string[] | string, registry: FakeWindows['registry'] = {}) => {
  const admins = typeof paths === 'string' ? paths : paths.map((path) => ({ path }));
  return createLocalAdminsOnWindows(createCimBatch()).observe(
    treeContext({}, fakeWindows({ registry, programs: cimAnswers({ admins }) })),
  );
};

describe('administrators', () => {
  it('are local accounts, those of a directory, and ids that nobody could name', async () => {
    const paths = [
      'WinNT://WORKGROUP/PC-1/Administrator',
      'WinNT://AzureAD/JaneDoe',
      'WinNT://S-1-12-1-1111111111-2222222222-3333333333-4444444444',
    ];
    expect(await observe(paths, { [WINLOGON]: { AutoAdminLogon: 'REG_SZ 1' } })).toEqual({
      status: 'ok',
      value: {
        accounts: [
          'Administrator',
          'AzureAD\\JaneDoe',
          'S-1-12-1-1111111111-2222222222-3333333333-4444444444',
        ],
        automatic_login: true,
      },
    });
  });

  it.each([
    [true, false],
    [false, true],
  ])('stand beside guests, who may sign in unless their account is disabled: %s', async (disabled, may) => {
    const parts = { admins: [{ path: 'WinNT://W/P/A' }], guest: [{ disabled }] };
    const windows = fakeWindows({ registry: {}, programs: cimAnswers(parts) });
    const outcome = await createLocalAdminsOnWindows(createCimBatch()).observe(treeContext({}, windows));
    expect(outcome).toMatchObject({ value: { guest_account: may } });
    expect(await observe(['WinNT://W/P/A'])).not.toHaveProperty('value.guest_account');
  });

  it('are unknown where the group is not told, or not understood', async () => {
    expect(await observe('0x80070005')).toMatchObject({ reason: 'permission' });
    expect(await observe([])).toMatchObject({ reason: 'unparsed' });
    expect(await observe(['LDAP://x'])).toMatchObject({ reason: 'unparsed' });
  });

  it('leaves automatic sign-in open where no value tells', async () => {
    expect(await observe(['WinNT://W/P/A'])).not.toHaveProperty('value.automatic_login');
  });
});
