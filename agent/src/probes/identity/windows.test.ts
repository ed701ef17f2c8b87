import { describe, expect, it } from 'vitest';
import { treeContext } from '../../system/test-tree.ts';
import { type FakeWindows, fakeWindows } from '../../system/windows/test-windows.ts';
import { identityOnWindows } from './windows.ts';

const DEVICE = '5820FBE9-60c8-43b0-bb11-44aee233e4e7';
const TENANT = '72b988bf-86f1-41af-91ab-2d7cd011db47';
const title = (name: string) => [`+${'-'.repeat(70)}+`, `| ${name.padEnd(69)}|`, `+${'-'.repeat(70)}+`, ''];
const status = (entra: string, domain: string, ...more: string[]) =>
  [
    ...title('Device State'),
    `             AzureAdJoined : ${entra}`,
    '          EnterpriseJoined : NO',
    `              DomainJoined : ${domain}`,
    '               Device Name : TEST-PC1',
    ...more,
    '',
  ].join('\r\n');
const IDS = [`                  DeviceId : ${DEVICE}`, `                  TenantId : ${TENANT}`];

const observe = (dsregcmd: string | number, windows: FakeWindows = {}) =>
  identityOnWindows.observe(
    treeContext({}, fakeWindows({ ...windows, programs: { 'dsregcmd /status': dsregcmd } })),
  );

describe('identity', () => {
  it.each([
    [
      'YES',
      'NO',
      IDS,
      { join: 'entra_joined', entra_device_id: DEVICE.toLowerCase(), entra_tenant_id: TENANT },
    ],
    [
      'YES',
      'YES',
      [...IDS, '                DomainName : CORP'],
      { join: 'entra_hybrid', domain: 'corp', entra_tenant_id: TENANT },
    ],
    ['NO', 'YES', ['                DomainName : CORP'], { join: 'domain', domain: 'corp' }],
    [
      'NO',
      'NO',
      ['           WorkplaceJoined : YES', `         WorkplaceDeviceId : ${DEVICE}`],
      { join: 'entra_registered', entra_device_id: DEVICE.toLowerCase() },
    ],
  ])('with Entra %s and domain %s', async (entra, domain, more, expected) => {
    expect(await observe(status(entra, domain, ...more))).toMatchObject({
      value: { ...expected, evidence: ['dsregcmd'] },
    });
  });

  it('is absent where nobody knows the device', async () => {
    expect(await observe(status('NO', 'NO'))).toMatchObject({ status: 'absent' });
  });

  it('has the person and the id of its management', async () => {
    const key = 'HKLM\\SOFTWARE\\Microsoft\\Enrollments\\11111111-2222-3333-4444-555555555555';
    const registry = {
      [key]: {
        UPN: 'REG_SZ ann@example.com',
        ProviderID: 'REG_SZ MS DM Server',
        DiscoveryServiceFullURL: 'REG_SZ https://enrollment.manage.microsoft.com/x',
        EnrollmentState: 'REG_DWORD 0x1',
      },
      [`${key}\\DMClient\\MS DM Server`]: { EntDMID: 'REG_SZ 00000000-0000-0000-0000-0000000000bb' },
    };
    expect(await observe(status('YES', 'NO', ...IDS), { registry })).toMatchObject({
      value: { intune_device_id: '00000000-0000-0000-0000-0000000000bb', primary_user: 'ann@example.com' },
    });
  });

  it('is unknown where dsregcmd does not say it', async () => {
    expect(await observe('AzureAdJoined : MAYBE\r\n')).toMatchObject({ reason: 'unparsed' });
    expect(await observe(1)).toMatchObject({ reason: 'exit' });
  });
});
