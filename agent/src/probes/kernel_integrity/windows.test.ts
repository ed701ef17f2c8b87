import { describe, expect, it } from 'vitest';
import { treeContext } from '../../system/test-tree.ts';
import { type FakeWindows, fakeWindows } from '../../system/windows/test-windows.ts';
import { createCimBatch } from '../cim/cim-batch.ts';
import { cimAnswers } from '../cim/test-cim.ts';
import { createKernelIntegrityOnWindows } from './windows.ts';

const CONTROL = 'HKLM\\SYSTEM\\CurrentControlSet\\Control';
const started = (options: string) => ({ [CONTROL]: { SystemStartOptions: `REG_SZ ${options}` } });
const SETTINGS = {
  [`${CONTROL}\\Lsa`]: { RunAsPPL: 'REG_DWORD 0x2' },
  'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System': { EnableLUA: 'REG_DWORD 0x1' },
  'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\AppModelUnlock': {
    AllowDevelopmentWithoutDevLicense: 'REG_DWORD 0x0',
  },
};

const observe = (windows: FakeWindows) =>
  createKernelIntegrityOnWindows(createCimBatch()).observe(treeContext({}, fakeWindows(windows)));
const withGuard = (guard: object[] | string) => ({ programs: cimAnswers({ device_guard: guard }) });

describe('kernel integrity', () => {
  it('is what runs', async () => {
    const registry = { ...started(' NOEXECUTE=OPTIN  FVEBOOT=2670592'), ...SETTINGS };
    expect(await observe({ registry, ...withGuard([{ vbs: 2, running: [1, 2, 7] }]) })).toEqual({
      status: 'ok',
      value: {
        test_signing: false,
        kernel_debug: false,
        lsa_protection: true,
        uac: true,
        developer_mode: false,
        virtualization_security: true,
        code_integrity: true,
        credential_guard: true,
        evidence: [
          'SystemStartOptions',
          'RunAsPPL',
          'EnableLUA',
          'AllowDevelopmentWithoutDevLicense',
          'Win32_DeviceGuard',
        ],
      },
    });
  });

  it('is not what is only configured', async () => {
    expect(await observe({ registry: started(''), ...withGuard([{ vbs: 1, running: [0] }]) })).toMatchObject({
      value: { virtualization_security: false, code_integrity: false, credential_guard: false },
    });
  });

  it.each([
    ['TESTSIGNING NOEXECUTE=OPTIN', { test_signing: true, kernel_debug: false }],
    ['NOEXECUTE=OPTIN  DEBUG  DEBUGPORT=COM1', { test_signing: false, kernel_debug: true }],
    ['DEBUG=NOUMEX', { kernel_debug: true }],
    ['DEBUGGERLESS NOTESTSIGNING', { test_signing: false, kernel_debug: false }],
  ])('tells the start options %s', async (options, expected) => {
    expect(await observe({ registry: started(options) })).toMatchObject({ value: expected });
  });

  it('says nothing of what was not told', async () => {
    const outcome = await observe({ registry: { [`${CONTROL}\\X`]: {} }, ...withGuard('AccessDenied') });
    expect(outcome).toEqual({
      status: 'ok',
      value: {
        evidence: ['start options: not told', 'Win32_DeviceGuard: not told'],
      },
    });
  });

  it('is unknown where the registry cannot be read at all', async () => {
    expect(await observe({ denied: [CONTROL] })).toMatchObject({ status: 'unknown', reason: 'permission' });
  });
});
