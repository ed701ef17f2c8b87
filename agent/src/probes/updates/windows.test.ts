import { describe, expect, it } from 'vitest';
import { treeContext } from '../../system/test-tree.ts';
import { type FakeWindows, fakeWindows } from '../../system/windows/test-windows.ts';
import { createCimBatch } from '../cim/cim-batch.ts';
import { cimAnswers } from '../cim/test-cim.ts';
import { createUpdatesOnWindows } from './windows.ts';

const NOW = Date.UTC(2026, 0, 1); // of treeContext
const DAY_MS = 86_400_000;
const TIMES = [{ searched_ms: NOW - DAY_MS, installed_ms: NOW - 9 * DAY_MS }];
const SECURITY = '0FA1201D-4330-4FA8-8AE9-B877473B6441';
const WAITING = [
  { severity: 'Critical', categories: [] },
  { severity: null, categories: [SECURITY] },
  { severity: '', categories: ['x'] },
];
const SERVICES = { wuauserv: 1, UsoSvc: 4 };
const POLICY = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU';
const MANAGED = 'HKLM\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\Update';
const WUAUSERV = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\wuauserv';
const PAUSE = 'HKLM\\SOFTWARE\\Microsoft\\WindowsUpdate\\UX\\Settings';

const observe = (parts: Parameters<typeof cimAnswers>[0], windows: FakeWindows = {}) =>
  createUpdatesOnWindows(createCimBatch()).observe(
    treeContext({}, fakeWindows({ services: SERVICES, ...windows, programs: cimAnswers(parts) })),
  );

describe('updates', () => {
  it('are counted by what Windows last found, with the age of that', async () => {
    expect(await observe({ update_times: TIMES, updates: WAITING })).toEqual({
      status: 'ok',
      value: {
        source: 'windows_update',
        pending: 3,
        pending_security: 2,
        index_age_s: 86_400,
        last_change_ms: NOW - 9 * DAY_MS,
        automatic: true,
        evidence: ['Windows Update: last search', 'no policy against it'],
      },
    });
  });

  it.each([null, -2_209_161_600_000])(
    'are not counted when nothing was ever searched for (%s)',
    async (never) => {
      const outcome = await observe({
        update_times: [{ searched_ms: never, installed_ms: never }],
        updates: [],
      });
      expect(outcome).toMatchObject({ status: 'ok' });
      for (const field of ['pending', 'index_age_s', 'last_change_ms']) {
        expect(outcome).not.toHaveProperty(`value.${field}`);
      }
    },
  );

  it('are not counted when the search fails, but its age is told', async () => {
    const outcome = await observe({ update_times: TIMES, updates: '0x8024402c' });
    expect(outcome).toMatchObject({ value: { index_age_s: 86_400 } });
    expect(outcome).not.toHaveProperty('value.pending');
  });

  it('are unknown where Windows Update does not answer', async () => {
    expect(await observe({ update_times: 'AccessDenied' })).toMatchObject({ reason: 'permission' });
    expect(await observe({ update_times: [] })).toMatchObject({ reason: 'unparsed' });
  });
});

describe('automatic updates', () => {
  it.each([
    [{ [POLICY]: { NoAutoUpdate: 'REG_DWORD 0x1' } }, SERVICES],
    [{ [POLICY]: { AUOptions: 'REG_DWORD 0x2' } }, SERVICES],
    [{ [POLICY]: { AUOptions: 'REG_DWORD 0x3' } }, SERVICES],
    [{ [POLICY]: { AUOptions: 'REG_DWORD 0x7' } }, SERVICES],
    [{ [MANAGED]: { AllowAutoUpdate: 'REG_DWORD 0x0' } }, SERVICES],
    [{ [MANAGED]: { AllowAutoUpdate: 'REG_DWORD 0x5' } }, SERVICES],
    [{ [WUAUSERV]: { Start: 'REG_DWORD 0x4' } }, SERVICES],
    [{ [PAUSE]: { PauseUpdatesExpiryTime: 'REG_SZ 2026-01-20T10:00:00Z' } }, SERVICES],
    [{}, { wuauserv: 1 }],
  ])('are off with %j', async (registry, services) => {
    expect(await observe({ update_times: TIMES, updates: [] }, { registry, services })).toMatchObject({
      value: { automatic: false },
    });
  });

  it.each([
    { [POLICY]: { AUOptions: 'REG_DWORD 0x4' } },
    { [MANAGED]: { AllowAutoUpdate: 'REG_DWORD 0x1' } },
    { [WUAUSERV]: { Start: 'REG_DWORD 0x3' } },
    { [PAUSE]: { PauseUpdatesExpiryTime: 'REG_SZ 2025-12-20T10:00:00Z' } },
  ])('are on with %j', async (registry) => {
    expect(await observe({ update_times: TIMES, updates: [] }, { registry })).toMatchObject({
      value: { automatic: true },
    });
  });

  it.each([POLICY, MANAGED, PAUSE])('are left open where %s may not be read', async (key) => {
    const outcome = await observe({ update_times: TIMES, updates: [] }, { denied: [key] });
    expect(outcome).not.toHaveProperty('value.automatic');
  });
});
