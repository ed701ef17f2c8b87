import { describe, expect, it } from 'vitest';
import type { Exec } from '../../system/exec.ts';
import { treeContext } from '../../system/test-tree.ts';
import { fakeWindows } from '../../system/windows/test-windows.ts';
import { createCimBatch } from '../cim/cim-batch.ts';
import { cimAnswers } from '../cim/test-cim.ts';
import { createDiskEncryptionOnWindows } from './windows.ts';

const DEVICE = '\\\\?\\Volume{00000000-0000-0000-0000-000000000001}\\';
const SPOT = 'manage-bde -status C: -protectionaserrorlevel';
const C = { drive: 'C:', device: DEVICE, type: 0, protection: 1, conversion: 1, percent: 100, method: 7 };

const observeWith = (exec: Exec) =>
  createDiskEncryptionOnWindows(createCimBatch()).observe(treeContext({}, exec));
const observe = (volumes: object[] | string, spot?: string | number, more = {}) =>
  observeWith(
    fakeWindows({
      programs: { ...cimAnswers({ volumes, ...more }), ...(spot === undefined ? {} : { [SPOT]: spot }) },
    }),
  );

describe('BitLocker', () => {
  it('that protects the system volume', async () => {
    const more = { logical_disks: [{ drive: 'C:', filesystem: 'NTFS' }] };
    expect(await observe([C], '', more)).toMatchObject({
      status: 'ok',
      value: {
        system_volume: {
          mount: 'C:',
          role: 'system',
          device: DEVICE,
          filesystem: 'ntfs',
          encrypted: true,
          state: 'encrypted',
          protection_on: true,
          method: 'BitLocker XTS-AES-256',
          basis: 'BitLocker protection 1, conversion 1',
        },
      },
    });
  });

  it.each([
    [0, 1, { state: 'encrypted', encrypted: true, protection_on: false, notes: ['suspended_or_clear_key'] }],
    [0, 0, { state: 'not_encrypted', encrypted: false, notes: [] }],
    [0, 2, { state: 'converting', encrypted: false, progress_percent: 37, notes: ['encrypting'] }],
    [0, 3, { state: 'converting', encrypted: false, notes: ['decrypting'] }],
    [0, 4, { state: 'converting', encrypted: false, notes: ['encryption_paused'] }],
    [0, 5, { state: 'converting', encrypted: false, notes: ['decryption_paused'] }],
    [2, 1, { state: 'unknown' }],
    [0, 6, { state: 'unknown' }],
    [null, null, { state: 'unknown' }],
  ])('with protection %s and conversion %s', async (protection, conversion, expected) => {
    const outcome = await observe([{ ...C, protection, conversion, percent: 37 }], 1);
    expect(outcome).toMatchObject({ value: { system_volume: expected } });
    if (expected.state === 'unknown') expect(outcome).not.toHaveProperty('value.system_volume.encrypted');
  });

  it('tells each volume by itself, the system first', async () => {
    const data = { drive: 'D:', device: 'd', type: 1, protection: 0, conversion: 0, percent: 0, method: 0 };
    const stick = { ...C, drive: 'E:', type: 2 };
    expect(await observe([data, stick, C])).toMatchObject({
      value: {
        volumes: [
          { mount: 'C:', role: 'system' },
          { mount: 'D:', role: 'data', encrypted: false },
          { mount: 'E:', notes: ['removable'] },
        ],
      },
    });
  });

  it('without a system volume is not understood', async () => {
    expect(await observe([{ ...C, type: 1 }])).toMatchObject({ reason: 'unparsed' });
  });
});

describe('the cheap look in between', () => {
  it('has the batch asked again when it says something else, and believes the new answer', async () => {
    let batches = 0;
    const [first, second] = [C, { ...C, protection: 0 }].map((volume) =>
      fakeWindows({ programs: { ...cimAnswers({ volumes: [volume] }), [SPOT]: 1 } }),
    );
    const outcome = await observeWith({
      async run(command, args, options) {
        if (command === 'powershell') batches += 1;
        const exec = batches > 1 ? second : first;
        return exec?.run(command, args, options) ?? { status: 'missing', detail: '' };
      },
    });
    expect(batches).toBe(2);
    expect(outcome).toMatchObject({ value: { system_volume: { protection_on: false } } });
  });

  it('that goes on disagreeing is a conflict, not a guess', async () => {
    expect(await observe([C], 1)).toMatchObject({ status: 'unknown', reason: 'conflict' });
    expect(await observe([{ ...C, protection: 0, conversion: 0 }], '')).toMatchObject({ reason: 'conflict' });
  });

  it.each([2, -2147024891])('that ends with %i says nothing', async (code) => {
    expect(await observe([C], code)).toMatchObject({ value: { system_volume: { protection_on: true } } });
  });
});

describe('where CIM does not answer', () => {
  it('manage-bde may vouch for protection, and for nothing else', async () => {
    expect(await observe('AccessDenied', '')).toMatchObject({
      value: { system_volume: { encrypted: true, protection_on: true, basis: 'manage-bde: protected' } },
    });
    expect(await observe('AccessDenied', 1)).toMatchObject({ status: 'unknown', reason: 'permission' });
    expect(await observe('InvalidNamespace')).toMatchObject({ status: 'unknown', reason: 'not_supported' });
  });

  it('on a machine without PowerShell it is unknown', async () => {
    expect(await observeWith(fakeWindows({}))).toMatchObject({ reason: 'tool_missing' });
  });
});
