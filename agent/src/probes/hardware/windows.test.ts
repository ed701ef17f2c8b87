import { describe, expect, it } from 'vitest';
import { treeContext } from '../../system/test-tree.ts';
import { type FakeWindows, fakeWindows } from '../../system/windows/test-windows.ts';
import { createCimBatch } from '../cim/cim-batch.ts';
import { cimAnswers } from '../cim/test-cim.ts';
import { createHardwareOnWindows } from './windows.ts';

const BIOS = 'HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS';
const LENOVO = {
  BIOSVersion: 'REG_SZ R1EET58W(1.58 )',
  SystemManufacturer: 'REG_SZ LENOVO',
  SystemProductName: 'REG_SZ 20TBS57S00',
  SystemVersion: 'REG_SZ ThinkPad E14 Gen 2',
};
const BOARD = { serial: 'PF-TEST1', uuid: '1A0D4D56-CFCC-1A2B-8C3D-000000000001' };
const GUID = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography';

const observe = (windows: FakeWindows) =>
  createHardwareOnWindows(createCimBatch()).observe(treeContext({}, fakeWindows(windows)));
const withBoard = (hardware: object[] | string) => ({ programs: cimAnswers({ hardware }) });

describe('hardware', () => {
  it('is told by maker, model, serial number and UUID', async () => {
    const registry = {
      [BIOS]: LENOVO,
      [GUID]: { MachineGuid: 'REG_SZ 00000000-1111-2222-3333-444444444444' },
    };
    const outcome = await observe({ registry, ...withBoard([BOARD]) });
    expect(outcome).toMatchObject({
      value: {
        serial: 'PF-TEST1',
        uuid: '1a0d4d56-cfcc-1a2b-8c3d-000000000001',
        vendor: 'LENOVO',
        model: 'ThinkPad E14 Gen 2 (20TBS57S00)',
        firmware: 'R1EET58W(1.58 )',
        machine_id: expect.stringMatching(/^[0-9a-f]{64}$/),
        virtual: false,
        problems: [],
      },
    });
    expect(JSON.stringify(outcome)).not.toContain('4444');
  });

  it.each([
    ['Microsoft Corporation', 'Virtual Machine', true],
    ['VMware, Inc.', 'VMware20,1', true],
    ['QEMU', 'Standard PC (Q35 + ICH9, 2009)', true],
    ['Nutanix', 'AHV', true],
    ['Microsoft Corporation', 'Surface Laptop 5', false],
  ])('of %s %s', async (vendor, model, virtual) => {
    const bios = { SystemManufacturer: `REG_SZ ${vendor}`, SystemProductName: `REG_SZ ${model}` };
    expect(await observe({ registry: { [BIOS]: bios } })).toMatchObject({ value: { virtual, model } });
  });

  it('says why what is missing is missing', async () => {
    const registry = { [GUID]: { MachineGuid: 'REG_SZ none' } };
    const placeholder = { serial: 'To Be Filled By O.E.M.', uuid: '03000200-0400-0500-0006-000700080009' };
    const outcome = await observe({ registry, ...withBoard([placeholder]) });
    expect(outcome).not.toHaveProperty('value.serial');
    expect(outcome).toMatchObject({
      value: {
        problems: expect.arrayContaining([
          'serial: placeholder',
          'uuid: placeholder',
          'machine_id: not an id',
        ]),
      },
    });
    expect(await observe({ ...withBoard('AccessDenied') })).toMatchObject({
      value: { problems: expect.arrayContaining(['serial, uuid: CIM: hardware failed with AccessDenied']) },
    });
  });
});
