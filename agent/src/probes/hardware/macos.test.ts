import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { plistOf, scriptedExec, treeContext } from '../../system/test-tree.ts';
import { hardwareOnMacos } from './macos.ts';

const REGISTRY = 'ioreg -a -rd1 -c IOPlatformExpertDevice';
const FIRMWARE = 'system_profiler -json SPHardwareDataType';
const UUID = '5A1B2C3D-0000-5000-8000-000000000001';
const registry = (serial: string, model: string) =>
  plistOf([
    { IOPlatformUUID: UUID, IOPlatformSerialNumber: serial, model: 'MODEL', manufacturer: 'Apple Inc.' },
  ])
    // Names of models are bytes that end in a zero.
    .replace('<string>MODEL</string>', `<data>${Buffer.from(`${model}\0`).toString('base64')}</data>`);

const observe = (answers: Record<string, string>, tree: Record<string, string> = {}) =>
  hardwareOnMacos.observe(treeContext(tree, scriptedExec(answers)));

describe('which Mac this is', () => {
  it('is told by the registry of its hardware', async () => {
    const answers = {
      [REGISTRY]: registry('C02XX0XXXXXX', 'Mac16,13'),
      [FIRMWARE]: '{\n  "SPHardwareDataType" : [\n    { "boot_rom_version" : "13822.1.2" }\n  ]\n}',
    };
    expect(await observe(answers)).toMatchObject({
      status: 'ok',
      value: {
        serial: 'C02XX0XXXXXX',
        uuid: UUID.toLowerCase(),
        vendor: 'Apple Inc.',
        model: 'Mac16,13',
        firmware: '13822.1.2',
        virtual: false,
        problems: [],
      },
    });
  });

  it('goes by the name in its settings, not by what the network calls it', async () => {
    const network = { HostNames: { LocalHostName: 'Anns-MacBook' } };
    const named = (system: Record<string, string>) =>
      observe(
        {},
        {
          '/Library/Preferences/SystemConfiguration/preferences.plist': plistOf({
            System: { Network: network, System: { ComputerName: 'Ann’s MacBook', ...system } },
          }),
        },
      );
    expect(await named({})).toMatchObject({ value: { hostname: 'Anns-MacBook' } });
    expect(await named({ HostName: 'mac-17.example' })).toMatchObject({
      value: { hostname: 'mac-17.example' },
    });
    expect(await observe({})).toMatchObject({ value: { hostname: hostname() } });
  });

  it('is a virtual one by its model', async () => {
    expect(await observe({ [REGISTRY]: registry('Z1', 'VirtualMac2,1') })).toMatchObject({
      value: { virtual: true, model: 'VirtualMac2,1' },
    });
  });

  it('lacks what is a placeholder, and says so', async () => {
    const outcome = await observe({ [REGISTRY]: registry('0', 'Mac16,13') });
    expect(outcome).toMatchObject({ value: { problems: ['serial: placeholder or missing'] } });
    expect(outcome).not.toHaveProperty('value.serial');
  });

  it.each([
    ['ioreg: missing', {}],
    ['the answer of ioreg is not understood', { [REGISTRY]: 'what?' }],
  ])('lacks everything the registry would tell: %s', async (why, answers) => {
    const outcome = await observe(answers);
    expect(outcome).not.toHaveProperty('value.virtual');
    expect(outcome).toMatchObject({
      status: 'ok',
      value: { problems: ['serial', 'uuid', 'model'].map((field) => `${field}: ${why}`) },
    });
  });
});
