import { describe, expect, it } from 'vitest';
import { scriptedExec } from '../test-tree.ts';
import { readKey, readTree } from './registry.ts';
import { parseRegQuery } from './registry-text.ts';
import { fakeWindows } from './test-windows.ts';

const OS = [
  '',
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion',
  '    (Standard)    REG_SZ    (Wert nicht festgelegt)',
  '    CurrentBuild    REG_SZ    26100',
  '    Product Name    REG_SZ    Windows 10 Pro',
  '    UBR    REG_DWORD    0x1a2c',
  '    InstallTime    REG_QWORD    0x1dae0c0a0a0a0a0',
  '    DigitalProductId    REG_BINARY    A40000FF',
  '    Empty    REG_SZ    ',
  '    Spoilt    REG_SZ    Gro\ufffde',
  '',
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon',
  '',
].join('\r\n');

describe('what reg.exe prints', () => {
  const key = parseRegQuery(OS).get('hkey_local_machine\\software\\microsoft\\windows nt\\currentversion');

  it('is read by type, with names in any case', () => {
    expect(key?.text('currentbuild')).toBe('26100');
    expect(key?.text('Product Name')).toBe('Windows 10 Pro');
    expect(key?.number('UBR')).toBe(0x1a2c);
    expect(key?.hex('DigitalProductId')).toBe('a40000ff');
    expect(key?.subkeys).toEqual(['Winlogon']);
  });

  it('says nothing through a value of another type, an empty one, or one the code page spoilt', () => {
    expect(key?.number('CurrentBuild')).toBeUndefined();
    expect(key?.text('UBR')).toBeUndefined();
    expect(key?.text('Empty')).toBeUndefined();
    expect(key?.text('Spoilt')).toBeUndefined();
    expect(key?.hex('missing')).toBeUndefined();
  });

  it('gives no number that would be rounded', () => {
    expect(key?.number('InstallTime')).toBeUndefined();
  });
});

describe('a key', () => {
  const exec = fakeWindows({
    registry: { 'HKLM\\SOFTWARE\\Vendor\\Product': { Version: 'REG_SZ 1.2' } },
    denied: ['HKLM\\SOFTWARE\\Vendor\\Secret'],
  });

  it('that is there is read, also one that only has keys below', async () => {
    expect((await readKey(exec, 'HKLM\\SOFTWARE\\Vendor\\Product'))?.text('Version')).toBe('1.2');
    expect((await readKey(exec, 'HKLM\\SOFTWARE\\Vendor'))?.subkeys).toEqual(['Product', 'Secret']);
  });

  it('is missing only when a key above proves it', async () => {
    expect(await readKey(exec, 'HKLM\\SOFTWARE\\Vendor\\Other')).toBeUndefined();
    expect(await readKey(exec, 'HKLM\\SOFTWARE\\Nobody\\Product\\Deep')).toBeUndefined();
  });

  it('that is there and refused is no absence', async () => {
    await expect(readKey(exec, 'HKLM\\SOFTWARE\\Vendor\\Secret')).rejects.toMatchObject({
      outcome: { status: 'unknown', reason: 'permission' },
    });
  });

  it('of a machine without reg.exe, or in a hive that cannot be read, is untold', async () => {
    await expect(readKey(scriptedExec({}), 'HKLM\\SOFTWARE\\A')).rejects.toMatchObject({
      outcome: { reason: 'tool_missing' },
    });
    await expect(readKey(fakeWindows({}), 'HKLM\\HARDWARE\\A')).rejects.toMatchObject({
      outcome: { reason: 'exit' },
    });
  });

  it('is read with everything below it when asked', async () => {
    const tree = await readTree(exec, 'HKLM\\SOFTWARE\\Vendor');
    expect([...(tree?.keys() ?? [])]).toEqual(['', 'product', 'secret']);
    expect(tree?.get('product')?.text('Version')).toBe('1.2');
    expect(await readTree(exec, 'HKLM\\SOFTWARE\\Nobody')).toBeUndefined();
  });
});
