import { createHash } from 'node:crypto';
import type { Hardware } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { type TreeEntry, treeContext } from '../../system/test-tree.ts';
import { hardwareOnLinux } from './linux.ts';
import { isPlaceholder, toHardwareUuid } from './placeholder.ts';

const DMI = '/sys/class/dmi/id';
const MACHINE_ID = '0123456789abcdef0123456789abcdef';

const LAPTOP = {
  '/proc/sys/kernel/hostname': 'ann-laptop\n',
  '/proc/meminfo': 'MemTotal:       16384 kB\nMemFree:        1 kB\n',
  '/proc/cpuinfo': 'flags\t\t: fpu vme sse\n',
  '/etc/machine-id': `${MACHINE_ID}\n`,
  [`${DMI}/sys_vendor`]: 'LENOVO\n',
  [`${DMI}/product_name`]: '1298A8G\n',
  [`${DMI}/product_version`]: 'ThinkPad Edge E320\n',
  [`${DMI}/product_serial`]: 'PF0ABCDE\n',
  [`${DMI}/product_uuid`]: '4C4C4544-0042-3510-8052-B4C04F463332\n',
  [`${DMI}/bios_version`]: '8NET32WW (1.16)\n',
};

async function observe(tree: Record<string, TreeEntry>): Promise<Hardware> {
  const outcome = await hardwareOnLinux.observe(treeContext(tree));
  if (outcome.status !== 'ok') throw new Error(outcome.detail);
  return outcome.value;
}

describe('hardware', () => {
  it('is what maker and installation wrote down', async () => {
    const hardware = await observe(LAPTOP);
    expect(hardware).toMatchObject({
      hostname: 'ann-laptop',
      serial: 'PF0ABCDE',
      uuid: '4c4c4544-0042-3510-8052-b4c04f463332',
      vendor: 'LENOVO',
      model: 'ThinkPad Edge E320 (1298A8G)',
      firmware: '8NET32WW (1.16)',
      virtual: false,
      memory_bytes: 16384 * 1024,
      problems: [],
    });
  });

  it('never sends the id of the installation itself', async () => {
    const hardware = await observe(LAPTOP);
    expect(hardware.machine_id).toMatch(/^[0-9a-f]{64}$/);
    expect(hardware.machine_id).not.toBe(createHash('sha256').update(MACHINE_ID).digest('hex'));
    expect(JSON.stringify(hardware)).not.toContain(MACHINE_ID);
  });

  it('says so when a field holds a placeholder, and never sends it', async () => {
    const hardware = await observe({
      ...LAPTOP,
      [`${DMI}/product_serial`]: 'To Be Filled By O.E.M.\n',
      [`${DMI}/product_uuid`]: '03000200-0400-0500-0006-000700080009\n',
      [`${DMI}/product_name`]: 'System Product Name\n',
      '/etc/machine-id': 'uninitialized\n',
    });
    for (const field of ['serial', 'uuid', 'model', 'machine_id']) expect(hardware).not.toHaveProperty(field);
    expect(hardware.problems).toEqual([
      'serial: placeholder',
      'uuid: placeholder',
      'machine_id: placeholder',
    ]);
  });

  it('is read from the device tree where there is no SMBIOS', async () => {
    const hardware = await observe({
      '/proc/meminfo': LAPTOP['/proc/meminfo'],
      '/etc/hostname': 'pi\n',
      '/sys/firmware/devicetree/base/serial-number': '10000000abcdef01\0',
      '/sys/firmware/devicetree/base/model': 'Raspberry Pi 4 Model B Rev 1.4\0',
    });
    expect(hardware).toMatchObject({
      hostname: 'pi',
      serial: '10000000abcdef01',
      model: 'Raspberry Pi 4 Model B Rev 1.4',
      virtual: false,
    });
  });

  it('gives the reason for whatever is missing', async () => {
    const hardware = await observe({});
    expect(Object.keys(hardware)).toEqual(['problems']);
    expect(hardware.problems).toEqual([
      'serial: no /sys/firmware/devicetree/base/serial-number',
      `uuid: no ${DMI}/product_uuid`,
      'machine_id: no /etc/machine-id',
      'memory_bytes: no /proc/meminfo',
      'hostname: not set',
      'virtual: neither maker nor processor tells',
    ]);
  });

  it.each([
    [{ [`${DMI}/sys_vendor`]: 'QEMU\n' }],
    [{ [`${DMI}/sys_vendor`]: 'Microsoft Corporation\n', [`${DMI}/product_name`]: 'Virtual Machine\n' }],
    [
      {
        [`${DMI}/sys_vendor`]: 'Apple Inc.\n',
        [`${DMI}/product_name`]: 'Apple Virtualization Generic Platform\n',
      },
    ],
    [{ '/sys/firmware/devicetree/base/model': 'linux,dummy-virt\0' }],
    [{ '/sys/hypervisor/type': 'xen\n' }],
    [{ '/proc/cpuinfo': 'flags\t\t: fpu hypervisor sse\n' }],
  ])('is virtual by %j', async (tree) => {
    expect((await observe({ ...LAPTOP, ...tree })).virtual).toBe(true);
  });

  it('is not virtual for being made by Microsoft', async () => {
    const surface = {
      [`${DMI}/sys_vendor`]: 'Microsoft Corporation\n',
      [`${DMI}/product_name`]: 'Surface Go 2\n',
    };
    expect((await observe({ ...LAPTOP, ...surface })).virtual).toBe(false);
  });
});

describe('placeholders', () => {
  it.each([
    'To be filled by O.E.M.',
    'Default string',
    'System Serial Number',
    'Not Specified',
    'None',
    'N/A',
    '0',
    '00000000',
    '0123456789',
    '123456789',
    '1234567890',
    '................',
    'Chassis Serial Number',
    'OEM',
    'INVALID',
    'Not Applicable',
    'xxxxxxxxxxx',
    '  ',
  ])('%j names no machine', (text) => expect(isPlaceholder(text)).toBe(true));

  it.each([
    'PF0ABCDE',
    'VMware-56 4d 0d 1a cc cf 45 fa-43 81 ac 1f 3b 99 45 17',
    'Parallels-12 34 56 78',
    '5CD1234XYZ',
  ])('%j names one', (text) => expect(isPlaceholder(text)).toBe(false));

  it('take a UUID that boards share, or that is none, for no UUID', () => {
    expect(toHardwareUuid('1A0D4D56-CFCC-FA45-4381-AC1F3B994517')).toBe(
      '1a0d4d56-cfcc-fa45-4381-ac1f3b994517',
    );
    expect(toHardwareUuid('FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF')).toBeUndefined();
    expect(toHardwareUuid('Not Settable')).toBeUndefined();
  });
});
