import { describe, expect, it } from 'vitest';
import { treeContext } from '../../system/test-tree.ts';
import { type FakeWindows, fakeWindows } from '../../system/windows/test-windows.ts';
import { mdmOnWindows } from './windows.ts';

const ENROLLMENTS = 'HKLM\\SOFTWARE\\Microsoft\\Enrollments';
const ONE = `${ENROLLMENTS}\\11111111-2222-3333-4444-555555555555`;
const INTUNE = {
  UPN: 'REG_SZ ann@example.com',
  ProviderID: 'REG_SZ MS DM Server',
  DiscoveryServiceFullURL: 'REG_SZ https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc',
  EnrollmentState: 'REG_DWORD 0x1',
};
const DEVICE = { EntDMID: 'REG_SZ 00000000-0000-0000-0000-0000000000BB' };

const observe = (windows: FakeWindows) => mdmOnWindows.observe(treeContext({}, fakeWindows(windows)));

describe('device management', () => {
  it('is Intune, by its enrolment, without naming the person', async () => {
    const registry = { [ONE]: INTUNE, [`${ONE}\\DMClient\\MS DM Server`]: DEVICE };
    expect(await observe({ registry })).toEqual({
      status: 'ok',
      value: {
        enrolled: true,
        enrollments: [
          {
            product: 'intune',
            enrolled: true,
            server: 'enrollment.manage.microsoft.com',
            device_id: '00000000-0000-0000-0000-0000000000bb',
            evidence: [ONE.replace('HKLM', 'HKEY_LOCAL_MACHINE')],
          },
        ],
      },
    });
  });

  it('of another maker is told by its server', async () => {
    const registry = { [ONE]: { ...INTUNE, ProviderID: 'REG_SZ Other' } };
    expect(await observe({ registry })).toMatchObject({ value: { enrollments: [{ product: 'mdm' }] } });
  });

  it('that is not finished does not manage', async () => {
    const registry = { [ONE]: { ...INTUNE, EnrollmentState: 'REG_DWORD 0x2' } };
    expect(await observe({ registry })).toMatchObject({ value: { enrolled: false } });
  });

  it('is left open where the enrolment does not tell its state', async () => {
    const { EnrollmentState: _, ...stateless } = INTUNE;
    const outcome = await observe({ registry: { [ONE]: stateless } });
    expect(outcome).toMatchObject({ status: 'ok', value: { enrollments: [{ product: 'intune' }] } });
    expect(JSON.stringify(outcome)).not.toContain('enrolled');
  });

  it('is absent where only left-over keys are, and unknown where they may not be read', async () => {
    const registry = { [ONE]: { EnrollmentState: 'REG_DWORD 0x1' }, [`${ENROLLMENTS}\\Status`]: {} };
    expect(await observe({ registry })).toMatchObject({ status: 'absent' });
    expect(await observe({})).toMatchObject({ status: 'absent' });
    expect(await observe({ denied: [ENROLLMENTS] })).toMatchObject({ reason: 'permission' });
  });
});
